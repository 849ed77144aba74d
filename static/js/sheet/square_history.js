// The history of the square in the hand: who wrote what when, and what was remarked on it.

import { fragment } from "./fragment.js";
import { hang, takeDown } from "./hanging.js";
import { focusable } from "./sheet.js";

export class SquareHistory {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave, key: null });
    this.pop = document.getElementById("square-history");
    this.home = this.pop.parentElement;
    this.opener = document.getElementById("show-history");
    sheet.addEventListener("arrived", ({ detail }) => this.#arrive(detail.dataset.key));
    sheet.addEventListener("redrawing", () => this.close());
    sheet.form.addEventListener("keydown", (event) => this.#escape(event), true);
    this.pop.addEventListener("click", (event) => event.target.closest("[data-away]") && this.#back());
    this.opener.addEventListener("click", () => this.toggle());
    document.addEventListener("pointerdown", ({ target }) => target.closest("#square-history, #show-history") || this.close());
  }

  #arrive(key) {
    if (key !== this.key) this.close();
    this.key = key;
    this.opener.disabled = false;
  }

  toggle() {
    if (this.pop.hidden) return this.open();
    return this.#back();
  }

  /** What was just typed is saved first: it is the newest step. */
  async open() {
    const { key } = this;
    if (!key) return;
    await this.autosave.flush();
    const html = await fragment(this.sheet, `${this.sheet.urls.history}?key=${encodeURIComponent(key)}`);
    const square = this.sheet.square(key);
    if (html === null || !square || key !== this.key) return;
    const steps = this.pop.querySelector("[data-slot=steps]");
    this.pop.querySelector("[data-slot=address]").textContent = square.dataset.address;
    steps.innerHTML = html;
    this.sheet.dispatchEvent(new CustomEvent("covered"));
    hang(this.pop, square);
    this.opener.setAttribute("aria-expanded", "true");
    steps.focus({ preventScroll: true });
    this.pop.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  close() {
    if (this.pop.hidden) return;
    takeDown(this.pop, this.home);
    this.opener.setAttribute("aria-expanded", "false");
  }

  #escape(event) {
    if (event.key !== "Escape" || this.pop.hidden) return;
    event.stopPropagation();
    this.#back();
  }

  #back() {
    this.close();
    focusable(this.sheet.square(this.key))?.focus();
  }
}
