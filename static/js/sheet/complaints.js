// What the server could not take, said at the field: the words stand under it, the typed text stays in it.

import { controlIn } from "./grid.js";
import { iconOf } from "./icons.js";
import { offerToCopy } from "./draft_recovery.js";
import { gettext } from "./words.js";

export class Complaints {
  constructor(sheet) {
    this.sheet = sheet;
    this.entry = document.getElementById("refused-entry").content.firstElementChild;
    this.before = new Map();
    document.getElementById("findings").addEventListener("focusout", () => setTimeout(() => this.show()));
    sheet.addEventListener("unsaved", () => this.show());
    sheet.addEventListener("typed", () => this.show());
    sheet.addEventListener("written", () => this.show());
  }

  /** Says what is wrong at each refused field, and takes back what is settled. */
  show() {
    const refused = this.#refused();
    for (const key of this.before.keys()) if (!refused.has(key)) this.#takeBack(key);
    for (const [key, { value, message }] of refused) {
      if (this.#field(key)) this.#say(key, message);
      else offerToCopy(this.sheet, key, value);
    }
    this.#list(refused);
    for (const control of this.sheet.controls()) {
      control.closest("[data-key]")?.classList.toggle("is-kept", Boolean(this.sheet.blocked) && this.sheet.ledger.isUnsaved(control.name));
    }
  }

  /** What was refused, once for each field: a level that stands over several rows is written for all of them. */
  #refused() {
    const fields = new Set();
    const isFirst = ([key]) => {
      const field = this.#field(key);
      const isNew = !field || !fields.has(field);
      fields.add(field);
      return isNew;
    };
    return new Map([...this.sheet.ledger.refused].filter(isFirst));
  }

  #field(key) {
    return this.sheet.control(key) ?? controlIn(this.sheet.square(key));
  }

  /** The square was drawn anew: there is nothing to take back. */
  forget(key) {
    this.before.delete(key);
  }

  forgetAll() {
    this.before.clear();
  }

  #say(key, words) {
    const control = this.#field(key);
    const square = control.closest("[data-key]");
    const line = square?.querySelector(".rd") ?? lineUnder(control);
    if (!this.before.has(key)) {
      const { className } = square ?? control;
      this.before.set(key, { line: [...line.childNodes], className, detail: square?.dataset.detail });
    }
    line.replaceChildren(iconOf("err"), words);
    control.setAttribute("aria-invalid", "true");
    square?.classList.add("is-err", "is-refused");
    if (square) square.dataset.detail = words;
  }

  /** The panel collects them, before what the rules found; while somebody types in the list nothing comes or goes in it. */
  #list(refused) {
    const list = document.querySelector("#findings [data-entries]");
    if (list.contains(document.activeElement)) return;
    for (const entry of list.querySelectorAll("[data-refused]")) entry.remove();
    list.prepend(...[...refused].map(([key, { message, correction }]) => this.#entry(key, message, correction)));
  }

  #entry(key, message, correction) {
    const square = this.#field(key)?.closest("[data-key]");
    const entry = this.entry.cloneNode(true);
    entry.querySelector("p").textContent = message;
    const chip = entry.querySelector("[data-jump]");
    chip.dataset.jump = key;
    chip.textContent = square?.dataset.address ?? gettext("检查结果");
    offer(entry.querySelector("[data-write]"), key, correction);
    return entry;
  }

  #takeBack(key) {
    const { line, className, detail } = this.before.get(key);
    this.before.delete(key);
    const control = this.#field(key);
    if (!control) return;
    const square = control.closest("[data-key]");
    (square?.querySelector(".rd") ?? lineUnder(control)).replaceChildren(...line);
    if (square) {
      square.classList.toggle("is-err", className.includes("is-err"));
      square.classList.remove("is-refused");
      square.dataset.detail = detail;
    }
    if (!className.includes("is-err")) control.removeAttribute("aria-invalid");
  }
}

/** One click writes what the text can only mean; it is never written without. */
function offer(chip, key, correction) {
  chip.hidden = !correction;
  chip.dataset.jump = key;
  chip.dataset.write = correction;
  chip.textContent = gettext("改为 %(value)s", { value: correction });
}

/** The line for words under a field of the panel. */
function lineUnder(control) {
  const there = control.parentElement.querySelector(".problem");
  if (there) return there;
  const line = Object.assign(document.createElement("p"), { className: "problem" });
  control.after(line);
  return line;
}
