"use strict";
// Lists: keep what is open and what is being typed over a swap, and count the chosen rows.
(() => {
  let kept = null;

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target?.id !== "list-page") return;
    const list = event.detail.target;
    const active = document.activeElement;
    kept = {
      open: new Map([...list.querySelectorAll("details[id]")].map((details) => [details.id, details.open])),
      field: active?.matches("input[type=text], input[type=search]") ? { id: active.id, value: active.value } : null,
    };
  });

  document.addEventListener("htmx:afterSwap", () => {
    if (!kept) return;
    for (const [id, open] of kept.open) {
      const details = document.getElementById(id);
      if (details) {
        details.open = open;
        details.dataset.ready = "";
      }
    }
    const field = kept.field && document.getElementById(kept.field.id);
    if (field && field.value !== kept.field.value) field.value = kept.field.value;
    kept = null;
  });

  function countRows() {
    const form = document.getElementById("bulk-form");
    if (!form) return;
    const rows = [...document.querySelectorAll("[data-bulk-row]")];
    const chosen = rows.filter((row) => row.checked).length;
    const label = form.querySelector("[data-bulk-count]");
    label.textContent = chosen ? label.dataset.textSome.replace("{n}", chosen) : label.dataset.textNone;
    form.querySelectorAll("button").forEach((button) => { button.disabled = chosen === 0; });
    rows.forEach((row) => row.closest("tr").classList.toggle("aksel-table__row--selected", row.checked));
    const all = document.querySelector("[data-bulk-all]");
    if (all) {
      all.checked = chosen > 0 && chosen === rows.length;
      all.indeterminate = chosen > 0 && chosen < rows.length;
    }
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-bulk-all]")) {
      document.querySelectorAll("[data-bulk-row]").forEach((row) => { row.checked = event.target.checked; });
    }
    if (event.target.matches("[data-bulk-all], [data-bulk-row]")) countRows();
  });
  document.addEventListener("DOMContentLoaded", countRows);
  document.addEventListener("htmx:afterSettle", countRows);
})();
