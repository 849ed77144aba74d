// Every keystroke: kept in this browser at once, sent when the typing stops. Nothing is sent while a word is composed.

import { SAVES } from "./sheet.js";
import { gettext } from "./words.js";

export class Typing {
  constructor(sheet, autosave, keyboard, notices) {
    Object.assign(this, { sheet, autosave, keyboard, notices });
    document.addEventListener("input", (event) => this.#typed(event));
    document.addEventListener("compositionend", (event) => this.#typed(event));
    document.addEventListener("focusout", (event) => this.#saves(event.target) && autosave.soon(0));
    sheet.form.addEventListener("submit", (event) => this.#submit(event));
  }

  #saves(control) {
    return control.matches?.(SAVES) ?? false;
  }

  #typed(event) {
    const control = event.target;
    if (!this.#saves(control)) return;
    if (event.isComposing && event.type === "input") return;
    for (const key of this.keyboard.keysOf(control)) this.sheet.ledger.note(key, control.value);
    this.sheet.grow(control);
    if (control.closest("table.sheet")) this.keyboard.typing(control);
    if (control instanceof HTMLSelectElement) this.#chosen(control);
    else this.autosave.soon();
    this.sheet.dispatchEvent(new CustomEvent("typed", { detail: control }));
  }

  /** A choice is a whole act by itself. */
  #chosen(control) {
    const from = this.sheet.ledger.base.get(control.name) ?? "";
    this.sheet.history.add([{ key: control.name, from, to: control.value }]);
    this.autosave.soon(0);
  }

  /** Without a script the form is posted whole; with it everything is saved already, or is told why not. */
  async #submit(event) {
    event.preventDefault();
    const goes = event.submitter?.dataset.href;
    await this.autosave.flush();
    if (!goes) return;
    const count = this.sheet.ledger.unsaved.length;
    if (count) this.notices.show(gettext("还有 %(count)s 处没有保存，请先处理。", { count }));
    else window.location.assign(goes);
  }
}
