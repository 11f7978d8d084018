"use strict";
// Tell the user when a request fails; nothing fails in silence.
(() => {
  const { toast, text } = window.kurslop;
  document.addEventListener("htmx:sendError", () => toast(text("textOffline"), "danger"));
  document.addEventListener("htmx:timeout", () => toast(text("textOffline"), "danger"));
  document.addEventListener("htmx:responseError", (event) => {
    const name = event.detail.xhr?.status === 403 ? "textForbidden" : "textFailed";
    toast(text(name), "danger");
  });
  // What is shown about a person must not come back from the browser's own memory after sign-out.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
