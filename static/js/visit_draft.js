"use strict";
// The visit form's draft on this device, for a phone without coverage.
//
// <form data-device-draft="<random uuid of the form>" data-device-draft-fields="kind topics note" data-device-draft-scope="<uuid>">
// Kept: coded answers and the note, never a name. Gone after 24 hours, when the server has saved the form (a message tagged
// "saved-<uuid>") or another of the same scope ("saved-scope-<uuid>"), on sign-out, and when somebody else signs in. A
// draft that is brought back keeps its uuid: had the server got the form after all, sending it again saves nothing twice.
// A field that the server refused to keep ([data-not-kept="<names>"] in the form) is in no draft from then on.
(() => {
  const PREFIX = "kurslop-visit-";
  const DAY = 24 * 60 * 60 * 1000;
  const user = () => document.body.dataset.user || "";

  function keys() {
    return Object.keys(localStorage).filter((one) => one.startsWith(PREFIX));
  }

  function read(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  function removeAll() {
    keys().forEach((one) => localStorage.removeItem(one));
  }

  function removeScope(scope) {
    keys().filter((one) => read(one)?.scope === scope).forEach((one) => localStorage.removeItem(one));
  }

  function notKept(form) {
    return form.querySelector("[data-not-kept]")?.dataset.notKept.split(" ") || [];
  }

  // What was sent with the form lies in its draft, and may lie in one that was left before it.
  function forget(form) {
    const names = notKept(form);
    for (const one of names.length ? keys() : []) {
      const draft = read(one);
      if (draft?.scope !== form.dataset.deviceDraftScope) continue;
      names.forEach((name) => delete draft.answers[name]);
      localStorage.setItem(one, JSON.stringify(draft));
    }
  }

  function clean() {
    for (const one of keys()) {
      const draft = read(one);
      const old = !draft || Date.now() - draft.at > DAY;
      const foreign = draft && user() && draft.user !== user();
      if (old || foreign) localStorage.removeItem(one);
    }
    document.querySelectorAll("[data-tags]").forEach((message) => {
      for (const word of message.dataset.tags.split(" ")) {
        if (word.startsWith("saved-scope-")) removeScope(word.slice("saved-scope-".length));
        else if (word.startsWith("saved-")) localStorage.removeItem(PREFIX + word.slice("saved-".length));
      }
    });
  }

  function controls(form) {
    const without = notKept(form);
    const names = form.dataset.deviceDraftFields.split(" ").filter((name) => !without.includes(name));
    return [...form.elements].filter((control) => names.includes(control.name));
  }

  function key(form) {
    return PREFIX + form.dataset.deviceDraft;
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
      else if (control.name in values) control.value = wanted[0];
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

  function offer(form) {
    const own = key(form);
    const scope = form.dataset.deviceDraftScope || "";
    const found = keys()
      .filter((one) => one !== own)
      .map((one) => [one, read(one)])
      .filter(([, draft]) => draft && draft.scope === scope)
      .sort((a, b) => b[1].at - a[1].at)[0];
    if (!found) return;
    const [name, draft] = found;
    showStatus(form, "textDraftFound", () => {
      form.dataset.deviceDraft = name.slice(PREFIX.length);
      if (form.elements.submission) form.elements.submission.value = form.dataset.deviceDraft;
      fill(form, draft.answers);
    });
  }

  function keep(form) {
    const scope = form.dataset.deviceDraftScope || "";
    try {
      localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), user: user(), scope, answers: answers(form) }));
      return true;
    } catch {
      // A full or closed store: the form still works, only without a draft.
      return false;
    }
  }

  // A browser that posts a form without a network shows a page of its own, and the form is gone: ask for the network first.
  async function reaches() {
    try {
      const icon = document.querySelector("link[rel=icon]").href;
      await fetch(icon, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(8000) });
      return true;
    } catch {
      return false;
    }
  }

  async function send(event) {
    if (event.submitter?.hasAttribute("formaction")) return; // leads elsewhere, and this form stays
    event.preventDefault();
    const form = event.target;
    if (form.dataset.sending) return;
    form.dataset.sending = "true";
    keep(form);
    showStatus(form, "textDraftSending");
    if (await reaches()) {
      form.submit();
      // Should the page still be here, it may be sent again.
      setTimeout(() => delete form.dataset.sending, 15000);
      return;
    }
    delete form.dataset.sending;
    showStatus(form, "textDraftOffline");
    window.kurslop.toast(window.kurslop.text("textDraftOffline"), "warning");
  }

  function start(form) {
    forget(form);
    offer(form);
    form.addEventListener("input", () => {
      if (keep(form)) showStatus(form, "textDraftDevice");
    });
    form.addEventListener("submit", send);
  }

  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-sign-out]")) removeAll();
  });
  document.addEventListener("DOMContentLoaded", () => {
    clean();
    document.querySelectorAll("form[data-device-draft]").forEach(start);
  });
})();
