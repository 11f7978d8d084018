"use strict";
// The visit form's draft on this device, for a phone without coverage.
//
// <form data-device-draft="<random uuid of the form>" data-device-draft-fields="kind topics note" data-device-draft-scope="<uuid>">
// Kept: coded answers and the note, never a name. Gone after 24 hours, when the server has saved the form (a message tagged
// "saved-<uuid>"), on sign-out, and when somebody else signs in.
(() => {
  const PREFIX = "kurslop-visit-";
  const DAY = 24 * 60 * 60 * 1000;
  const user = () => document.body.dataset.user || "";

  function keys() {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function removeAll() {
    keys().forEach((key) => localStorage.removeItem(key));
  }

  function clean() {
    for (const key of keys()) {
      const draft = read(key);
      const old = !draft || Date.now() - draft.at > DAY;
      const foreign = draft && user() && draft.user !== user();
      if (old || foreign) localStorage.removeItem(key);
    }
    document.querySelectorAll("[data-tags]").forEach((message) => {
      for (const word of message.dataset.tags.split(" ")) {
        if (word.startsWith("saved-")) localStorage.removeItem(PREFIX + word.slice("saved-".length));
      }
    });
  }

  function controls(form) {
    const names = form.dataset.deviceDraftFields.split(" ");
    return [...form.elements].filter((control) => names.includes(control.name));
  }

  function answers(form) {
    const result = {};
    for (const control of controls(form)) {
      if (["radio", "checkbox"].includes(control.type) && !control.checked) continue;
      (result[control.name] ??= []).push(control.value);
    }
    return result;
  }

  function fill(form, values) {
    for (const control of controls(form)) {
      const wanted = values[control.name] || [];
      if (["radio", "checkbox"].includes(control.type)) control.checked = wanted.includes(control.value);
      else control.value = wanted[0] || "";
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function showStatus(form, name, action) {
    const status = form.querySelector("[data-draft-status]");
    if (!status) return;
    const { text } = window.kurslop;
    const time = new Date().toLocaleTimeString("nb-NO", { hour: "2-digit", minute: "2-digit" });
    status.textContent = text(name).replace("{time}", time);
    if (!action) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "aksel-button aksel-button--xsmall";
    button.dataset.variant = "tertiary";
    button.textContent = text("textDraftRestore");
    button.addEventListener("click", action);
    status.append(" ", button);
  }

  function offer(form, own) {
    const scope = form.dataset.deviceDraftScope || "";
    const found = keys()
      .filter((key) => key !== own)
      .map((key) => [key, read(key)])
      .filter(([, draft]) => draft && draft.scope === scope)
      .sort((a, b) => b[1].at - a[1].at)[0];
    if (!found) return;
    const [key, draft] = found;
    showStatus(form, "textDraftFound", () => {
      fill(form, draft.answers);
      localStorage.removeItem(key);
    });
  }

  function start(form) {
    const own = PREFIX + form.dataset.deviceDraft;
    const scope = form.dataset.deviceDraftScope || "";
    offer(form, own);
    form.addEventListener("input", () => {
      try {
        localStorage.setItem(own, JSON.stringify({ at: Date.now(), user: user(), scope, answers: answers(form) }));
        showStatus(form, "textDraftDevice");
      } catch {
        // A full or closed store: the form still works, only without a draft.
      }
    });
  }

  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-sign-out]")) removeAll();
  });
  document.addEventListener("DOMContentLoaded", () => {
    clean();
    document.querySelectorAll("form[data-device-draft]").forEach(start);
  });
})();
