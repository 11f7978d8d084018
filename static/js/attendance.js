"use strict";
// Attendance of a class by keyboard: arrows between people, one letter for what applies, Enter saves.
//
// <div data-attendance='{"t": "present", "s": "ill", …}'> around one radio group per person. Without this script the
// radio buttons work as they are.
(() => {
  function start(box) {
    const codes = JSON.parse(box.dataset.attendance);
    const groups = [...box.querySelectorAll("fieldset")];
    if (!groups.length) return;
    const status = document.querySelector("[data-attendance-status]");
    document.querySelector("[data-attendance-keys]")?.removeAttribute("hidden");

    const chosen = (group) => group.querySelector("input:checked") || group.querySelector("input");

    function go(group) {
      chosen(group).focus();
      group.scrollIntoView({ block: "nearest" });
    }

    function choose(group, value) {
      const radio = group.querySelector(`input[value="${value}"]`);
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event("input", { bubbles: true }));
      const name = group.querySelector("legend").textContent.trim();
      status.textContent = `${name}: ${group.querySelector(`label[for="${radio.id}"]`).textContent.trim()}`;
    }

    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const at = groups.indexOf(event.target.closest("fieldset"));
      if (at < 0) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const next = { Home: 0, End: groups.length - 1 }[event.key] ?? (step && at + step);
      const code = codes[event.key.toLowerCase()];
      if (next === undefined && !code) return;
      event.preventDefault();
      if (code) choose(groups[at], code);
      else if (groups[next]) go(groups[next]);
    });

    // Whoever has a keyboard begins with the first person; a page with errors begins with what is wrong.
    if (matchMedia("(pointer: fine)").matches && !document.querySelector("[data-error-summary], .conflict")) go(groups[0]);
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-attendance]").forEach(start));
})();
