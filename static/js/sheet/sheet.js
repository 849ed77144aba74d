// The open form: its table, its fields, and the one way to read and write them.

import { Drafts } from "./drafts.js";
import { Grid, controlIn } from "./grid.js";
import { History } from "./history.js";
import { Ledger } from "./ledger.js";

export class Sheet extends EventTarget {
  constructor(form) {
    super();
    this.form = form;
    this.urls = JSON.parse(form.dataset.urls);
    this.ledger = new Ledger(new Drafts(form.dataset.person, form.dataset.filing));
    this.history = new History((changes) => this.writeAll(changes, { remember: false, look: true }));
    this.grow = () => {};
    this.readAgain();
  }

  get table() {
    return this.form.querySelector("table.sheet");
  }

  /** After the page was drawn or redrawn: where the squares are, and what the server holds in each field. */
  readAgain(scope = document) {
    this.grid = new Grid(this.table);
    for (const control of this.controls(scope)) this.ledger.learn(control.name, heldIn(control));
  }

  /** The fields that save by themselves, in the table and beside it. */
  controls(scope = document) {
    return [...scope.querySelectorAll("[data-saves], table.sheet [name]")].filter((control) => control.name);
  }

  control(key) {
    return this.controls().find((control) => control.name === key) ?? null;
  }

  square(key) {
    return this.grid.square(key);
  }

  read(key) {
    return this.control(key)?.value ?? null;
  }

  /** The text of any square: typed, computed or locked. */
  textOf(square) {
    return controlIn(square)?.value ?? square.querySelector(".v")?.dataset.value ?? square.querySelector(".v")?.textContent ?? "";
  }

  /** Writes several fields as one act; they save soon. `look` shows where the last change happened. */
  writeAll(changes, { remember = true, look = false } = {}) {
    const done = [];
    for (const { key, value } of changes) {
      const control = this.control(key);
      if (!control) continue;
      done.push({ key, from: control.value, to: value });
      this.put(control, value);
      this.ledger.note(key, value);
    }
    if (remember) this.history.add(done);
    if (look && done.length) this.goTo(done.at(-1).key);
    this.dispatchEvent(new CustomEvent("written", { detail: done.map(({ key }) => key) }));
  }

  write(key, value) {
    this.writeAll([{ key, value }]);
  }

  /** Puts a text on the screen only. */
  put(control, value) {
    if (control.value !== value) control.value = value;
    this.grow(control);
  }

  /** Puts the focus on a square or field, in sight. */
  goTo(key) {
    const target = this.control(key) ?? focusable(this.square(key));
    if (!target) return false;
    target.focus();
    target.closest("td, li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  get focused() {
    return document.activeElement?.closest?.("table.sheet [data-key]") ?? null;
  }
}

/** What takes the focus in a square: its input, or its value where nothing is typed. */
export function focusable(square) {
  return controlIn(square) ?? square?.querySelector(".v") ?? null;
}

function heldIn(control) {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value ?? "";
  }
  return control.defaultValue.replace(/\r\n?/g, "\n");
}
