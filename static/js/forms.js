"use strict";
// Error summary, character counters and the warning about unsaved changes.
(() => {
  function focusErrors(root) {
    const target = root.querySelector("[data-error-summary] h2") || root.querySelector("[data-focus-on-load]");
    if (target) target.focus();
  }

  function startCounter(counter) {
    if (counter.dataset.started) return;
    counter.dataset.started = "true";
    const field = document.getElementById(counter.dataset.counterFor);
    const maximum = Number(counter.dataset.max);
    const { text } = window.kurslop;
    const update = () => {
      const left = maximum - field.value.length;
      counter.textContent = text(left >= 0 ? "textLeft" : "textOver").replace("{n}", Math.abs(left));
      counter.classList.toggle("aksel-textarea__counter--error", left < 0);
    };
    field.addEventListener("input", update);
    update();
  }

  // Links of the error summary: put the cursor in the field, not only the field on the screen.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-error-summary] a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.closest(".aksel-form-field, fieldset")?.scrollIntoView({ block: "nearest" });
  });

  let changed = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[data-unsaved]")) changed = true;
  });
  document.addEventListener("submit", () => {
    changed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });

  function start(root) {
    root.querySelectorAll("[data-counter-for]").forEach(startCounter);
    focusErrors(root);
  }
  document.addEventListener("DOMContentLoaded", () => start(document));
  document.addEventListener("htmx:afterSwap", (event) => {
    // The list's own swaps never carry a form with errors; a swapped form may.
    start(event.detail.target?.isConnected ? event.detail.target : document);
  });
})();
