"use strict";
// Rows of a formset (templates/participants/_formset.html): one more from its template, or one cleared and hidden.
(() => {
  function number(formset) {
    return formset.querySelector(`[name="${formset.dataset.formset}-TOTAL_FORMS"]`);
  }

  function add(formset, button) {
    const total = number(formset);
    const maximum = Number(formset.querySelector(`[name="${formset.dataset.formset}-MAX_NUM_FORMS"]`).value);
    const place = Number(total.value);
    if (place >= maximum) return false;
    const row = formset.querySelector("template").content.cloneNode(true);
    for (const part of row.querySelectorAll("*")) {
      for (const { name, value } of [...part.attributes]) {
        if (value.includes("__prefix__")) part.setAttribute(name, value.replaceAll("__prefix__", place));
      }
    }
    const first = row.querySelector("input, select");
    button.parentElement.before(row);
    total.value = place + 1;
    window.kurslop.startComboboxes(formset);
    first.focus();
    return true;
  }

  function remove(row) {
    const formset = row.closest("[data-formset]");
    for (const field of row.querySelectorAll("input, select, textarea")) {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    row.hidden = true;
    formset.querySelector("[data-add-row]").focus();
  }

  document.addEventListener("click", (event) => {
    const adding = event.target.closest("button[data-add-row]");
    // The last one is the server's: it says that there are no more.
    if (adding && add(adding.closest("[data-formset]"), adding)) event.preventDefault();
    const removing = event.target.closest("[data-remove-row]");
    if (removing) remove(removing.closest("[data-formset-row]"));
  });
})();
