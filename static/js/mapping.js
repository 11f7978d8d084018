"use strict";
// The mapping form while it is filled in: what is missing yet, and what the last version said where it is changed.
(() => {
  const named = (form, name) => [...form.elements].filter((field) => field.name === name);
  const isChoice = (field) => ["checkbox", "radio"].includes(field.type);
  const hasValue = (field) => (isChoice(field) ? field.checked : field.value.trim() !== "");

  function showMissing(form) {
    for (const item of document.querySelectorAll("[data-missing]")) {
      item.hidden = item.dataset.missing.split(" ").some((name) => named(form, name).some(hasValue));
    }
  }

  function textNow(field) {
    if (field.type === "radio") return field.labels[0].textContent.trim();
    if (field.tagName === "SELECT") return field.selectedOptions[0]?.textContent.trim() || "";
    if (field.valueAsDate) return field.valueAsDate.toLocaleDateString("nb-NO", { timeZone: "UTC" });
    return field.value.trim().slice(0, 80);
  }

  function showLast(form, name) {
    const fields = named(form, name);
    const field = fields.find((one) => one.type === "radio" && one.checked) || fields[0];
    if (!field || field.dataset.last === undefined) return;
    const frame = field.closest(".aksel-fieldset:not(.form-section), .aksel-form-field");
    let note = frame.querySelector(".last-value");
    if (field.value === field.dataset.last || (field.type === "radio" && !field.checked)) {
      note?.remove();
      return;
    }
    if (!note) {
      note = document.createElement("p");
      note.className = "last-value aksel-detail";
      frame.append(note);
    }
    note.textContent = document.getElementById("form-panel").dataset.textLast
      .replace("%(last)s", field.dataset.lastText).replace("%(now)s", textNow(field) || "–");
  }

  // An older test was passed at one level: the level follows the test at once.
  function followTest(form, field) {
    const level = JSON.parse(field.dataset.levels || "{}")[field.value];
    const [other] = level ? named(form, field.name.replace(/_test$/, "")) : [];
    if (!other || other.value === level) return;
    other.value = level;
    other.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // What must be adapted is asked for where something must, and stands where it is written.
  function showAdaptation(form) {
    const [needs] = named(form, "needs_adaptation");
    const [what] = named(form, "adaptation_text");
    const frame = what?.closest(".aksel-form-field");
    if (needs && frame) frame.hidden = !needs.checked && !hasValue(what);
  }

  function start() {
    const form = document.querySelector("#form-panel form");
    if (!form) return;
    const changed = (event) => {
      followTest(form, event.target);
      showMissing(form);
      if (event.target.name === "needs_adaptation") showAdaptation(form);
      showLast(form, event.target.name);
    };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    showMissing(form);
    showAdaptation(form);
    for (const name of new Set([...form.elements].filter((field) => "last" in field.dataset).map((field) => field.name))) {
      showLast(form, name);
    }
  }

  document.addEventListener("DOMContentLoaded", start);
})();
