"use strict";
// Short messages in the live region. Texts come from the page, so that they are translated there.
window.kurslop = {
  text(name) {
    return document.getElementById("messages")?.dataset[name] || "";
  },
  toast(text, color = "success") {
    const region = document.getElementById("messages");
    if (!region || !text) return;
    if ([...region.children].some((shown) => shown.textContent.trim() === text)) return;
    const toast = document.createElement("div");
    toast.className = "aksel-alert aksel-alert--small toast";
    toast.dataset.color = color;
    toast.textContent = text;
    region.append(toast);
    if (color === "success") setTimeout(() => toast.remove(), 6000);
  },
};
