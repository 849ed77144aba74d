// The edition's levels, offered at a level's square by Alt+↓ or the arrow in it; any other words may be typed there.

import { combination } from "./keyboard.js";
import { walkMenu } from "./menu_walk.js";
import { keyInRow, refOf } from "./paste_plan.js";
import { focusable } from "./sheet.js";

export class Levels {
  constructor(sheet) {
    this.sheet = sheet;
    this.names = JSON.parse(sheet.form.dataset.levels);
    this.home = document.getElementById("levels-home");
    this.menu = document.getElementById("levels-menu");
    this.opener = document.getElementById("levels-opener");
    this.item = this.menu.firstElementChild;
    sheet.addEventListener("arrived", ({ detail }) => this.#offerAt(detail));
    sheet.addEventListener("redrawing", () => this.#goHome());
    sheet.form.addEventListener("keydown", (event) => this.#key(event), true);
    this.opener.addEventListener("click", () => this.open(this.opener.closest("[data-key]")));
    this.menu.addEventListener("click", (event) => this.#choose(event.target.closest("[role]")));
    this.menu.addEventListener("keydown", (event) => walkMenu(event, [...this.menu.children], () => this.close({ back: true })));
    document.addEventListener("pointerdown", ({ target }) => this.menu.contains(target) || this.opener.contains(target) || this.close());
  }

  #offerAt(square) {
    this.close();
    if (this.#namesFor(square).length) square.append(this.opener);
    else this.home.append(this.opener);
  }

  #key(event) {
    const square = this.sheet.focused;
    if (combination(event) !== "Alt+ArrowDown" || !square || this.menu.contains(event.target) || !this.#namesFor(square).length) return;
    event.preventDefault();
    event.stopPropagation();
    this.open(square);
  }

  open(square) {
    this.square = square;
    const now = this.sheet.textOf(square);
    const items = this.#namesFor(square).map((name) => {
      const item = Object.assign(this.item.cloneNode(), { textContent: name });
      item.setAttribute("aria-checked", String(name === now));
      return item;
    });
    this.menu.replaceChildren(...items);
    square.append(this.menu);
    this.menu.hidden = false;
    this.menu.classList.toggle("up", square.getBoundingClientRect().bottom + this.menu.offsetHeight > innerHeight - 40);
    (items.find((item) => item.getAttribute("aria-checked") === "true") ?? items[0]).focus();
  }

  /** First levels, or the second levels of the row's first one; all of them where that is worded otherwise. Other squares have none. */
  #namesFor(square) {
    const { key, kind } = square.dataset;
    if (kind !== "level" || !key.startsWith("indicators[")) return [];
    if (key.endsWith(".level1")) return Object.keys(this.names);
    const first = this.sheet.square(keyInRow(key.replace(/\w+$/, "level1"), refOf(key)));
    return this.names[first && this.sheet.textOf(first)] ?? [...new Set(Object.values(this.names).flat())];
  }

  #choose(item) {
    if (!item) return;
    const { square } = this;
    this.close({ back: true });
    this.sheet.writeAll(this.sheet.changesOf([square], item.textContent));
    focusable(square).select();
  }

  close({ back = false } = {}) {
    if (this.menu.hidden) return;
    this.menu.hidden = true;
    this.home.append(this.menu);
    if (back) focusable(this.square)?.focus();
  }

  #goHome() {
    this.close();
    this.home.append(this.opener);
  }
}
