"use strict";
// Runs before the first paint: follow the machine's light or dark setting, unless the user has chosen.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = (isDark) => {
    const [on, off] = isDark ? ["dark", "light"] : ["light", "dark"];
    root.classList.replace(off, on);
    document.querySelectorAll("[data-follow-scheme]").forEach((element) => element.classList.replace(off, on));
  };
  const wanted = () => (root.dataset.scheme === "system" ? dark.matches : root.dataset.scheme === "dark");
  const apply = () => set(wanted());
  apply();
  dark.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", apply);
  // Paper is white.
  addEventListener("beforeprint", () => set(false));
  addEventListener("afterprint", apply);
  matchMedia("print").addEventListener("change", (event) => (event.matches ? set(false) : apply()));
})();
