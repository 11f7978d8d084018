"use strict";
// Typed search in a text field: <input data-combobox="<address of the search>" list="…">, as the ARIA pattern "editable
// combobox with list autocomplete". The field's own text is what is sent, so it works without this script too.
(() => {
  const DELAY = 150;
  let number = 0;

  function element(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  class Combobox {
    constructor(input) {
      number += 1;
      this.input = input;
      this.active = -1;
      this.wrapper = element("div", { class: "combobox" });
      this.list = element("ul", {
        id: `combobox-${number}`, role: "listbox", class: "aksel-combobox__list combobox__list", hidden: "",
        "aria-label": input.labels[0]?.textContent.trim() || "",
      });
      this.status = element("p", { class: "aksel-sr-only", role: "status" });
      input.replaceWith(this.wrapper);
      this.wrapper.append(input, this.list, this.status);
      input.removeAttribute("list");
      for (const [key, value] of Object.entries({
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
      })) input.setAttribute(key, value);
      input.addEventListener("input", (event) => event.isTrusted && this.later());
      input.addEventListener("keydown", (event) => this.key(event));
      // What stands there is replaced by what is typed, however she came to the field.
      input.addEventListener("focus", () => { this.fresh = true; input.select(); });
      input.addEventListener("click", () => { if (this.fresh) input.select(); this.fresh = false; });
      input.addEventListener("blur", () => this.close());
      // Before the field loses focus.
      this.list.addEventListener("mousedown", (event) => {
        event.preventDefault();
        const option = event.target.closest("[data-value]");
        if (option) this.pick(option);
      });
    }

    later() {
      clearTimeout(this.timer);
      this.waiting = true;
      this.timer = setTimeout(() => this.search(), DELAY);
    }

    async search() {
      this.asked?.abort();
      this.waiting = true;
      const asked = (this.asked = new AbortController());
      try {
        const own = this.input.dataset.combobox;
        const address = `${own}${own.includes("?") ? "&" : "?"}q=${encodeURIComponent(this.input.value)}`;
        const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
        // Signed out in the meantime: the page it leads to is no list.
        if (!answer.ok || answer.redirected) throw new Error(answer.status);
        this.show(await answer.json());
      } catch (error) {
        if (error.name === "AbortError") return;
        this.waiting = false;
        window.kurslop.toast(window.kurslop.text("textFailed"), "danger");
      }
    }

    show({ items, text }) {
      this.waiting = false;
      if (document.activeElement !== this.input) return;
      this.list.replaceChildren(...items.map((item, place) => this.option(item, place)));
      if (!items.length) {
        const nothing = element("li", {
          class: "aksel-combobox__list-item combobox__nothing", role: "option", "aria-disabled": "true",
        });
        nothing.textContent = text;
        this.list.append(nothing);
      }
      this.status.textContent = text;
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.open(true);
    }

    option({ value, also }, place) {
      const option = element("li", {
        id: `${this.list.id}-${place}`, role: "option", "aria-selected": "false", class: "aksel-combobox__list-item",
      });
      const title = element("span", {});
      title.textContent = value;
      option.append(title);
      option.dataset.value = value;
      if (also) {
        const names = element("span", { class: "combobox__also" });
        names.textContent = also;
        option.append(" ", names);
      }
      return option;
    }

    open(on) {
      this.list.hidden = !on;
      this.input.setAttribute("aria-expanded", String(on));
    }

    close() {
      clearTimeout(this.timer);
      this.asked?.abort();
      this.waiting = false;
      this.open(false);
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
    }

    move(step) {
      const options = [...this.list.querySelectorAll("[data-value]")];
      if (!options.length) return;
      if (this.active < 0) this.active = step > 0 ? 0 : options.length - 1;
      else this.active = (this.active + step + options.length) % options.length;
      options.forEach((option, place) => {
        option.setAttribute("aria-selected", String(place === this.active));
        option.classList.toggle("aksel-combobox__list-item--focus", place === this.active);
      });
      this.input.setAttribute("aria-activedescendant", options[this.active].id);
      options[this.active].scrollIntoView({ block: "nearest" });
    }

    pick(option) {
      this.input.value = option.dataset.value;
      this.status.textContent = option.dataset.value;
      this.close();
      // What listens to typing (draft, unsaved changes) shall hear of it.
      for (const name of ["input", "change"]) this.input.dispatchEvent(new Event(name, { bubbles: true }));
    }

    key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const chosen = this.list.hidden ? null : this.list.querySelector("[aria-selected=true]");
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (this.list.hidden) this.search();
        else this.move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && (this.waiting || !this.list.hidden)) {
        // The first is what she means; a search under way is waited for, the form is not sent half written.
        event.preventDefault();
        const option = chosen || this.list.querySelector("[data-value]");
        if (option && !this.waiting) this.pick(option);
      } else if (event.key === "Tab" && chosen) {
        this.pick(chosen);
      } else if (event.key === "Escape" && !this.list.hidden) {
        event.stopPropagation();
        this.close();
      }
    }
  }

  function start(root) {
    root.querySelectorAll("input[data-combobox]:not([role=combobox])").forEach((input) => new Combobox(input));
  }

  window.kurslop.startComboboxes = start;
  document.addEventListener("DOMContentLoaded", () => start(document));
  document.addEventListener("htmx:afterSwap", () => start(document));
})();
