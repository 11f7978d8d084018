"use strict";
// A part of a form that belongs to one answer: <div data-shown-when="hiring_intent=no">. Without JavaScript it is there.
(() => {
  function update(part) {
    const [name, value] = part.dataset.shownWhen.split("=");
    const chosen = part.closest("form").querySelector(`[name="${name}"][value="${value}"]`);
    part.hidden = !chosen?.checked;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const parts = document.querySelectorAll("[data-shown-when]");
    parts.forEach(update);
    document.addEventListener("input", () => parts.forEach(update));
  });
})();
