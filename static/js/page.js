"use strict";
// Copying, printing, dialogs, menus and the shortcut to search.
(() => {
  const { toast, text } = window.kurslop;

  function closeNarrowDetails(root = document) {
    const narrow = matchMedia("(max-width: 767px)").matches;
    root.querySelectorAll("details[data-close-narrow]:not([data-ready])").forEach((details) => {
      if (narrow) details.open = false;
      details.dataset.ready = "";
    });
  }

  // A row of tabs that is wider than the screen begins at the one that is open.
  function showOpenTab(root = document) {
    root.querySelectorAll(".tabs .aksel-tabs__tablist").forEach((row) => {
      const open = row.querySelector("[aria-current=page]");
      if (open) row.scrollLeft = open.offsetLeft - row.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
    });
  }

  async function copy(value) {
    try {
      await navigator.clipboard.writeText(value);
      toast(text("textCopied"));
    } catch {
      toast(text("textCopyFailed"), "warning");
    }
  }

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details[data-close-outside][open]").forEach((details) => {
      if (!details.contains(event.target)) details.open = false;
    });
    const button = event.target.closest("[data-copy], [data-print], [data-open-modal], [data-close-modal]");
    if (!button) return;
    if ("copy" in button.dataset) copy(button.dataset.copy);
    else if ("print" in button.dataset) window.print();
    else if ("openModal" in button.dataset) document.getElementById(button.dataset.openModal)?.showModal();
    else button.closest("dialog")?.close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelectorAll("details[data-close-outside][open]").forEach((details) => {
        details.open = false;
        details.querySelector("summary").focus();
      });
    }
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const field = [...document.querySelectorAll("[data-shortcut='/']")].find((input) => input.offsetParent);
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    closeNarrowDetails();
    showOpenTab();
  });
  document.addEventListener("htmx:afterSwap", () => closeNarrowDetails());
})();
