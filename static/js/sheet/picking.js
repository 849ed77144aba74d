// Several squares at once: a drag, Shift with a click or Shift with an arrow picks a rectangle.

import { focusable } from "./sheet.js";
import { combination } from "./keyboard.js";
import { formatBlock } from "./tsv.js";

const STEPS = { "Shift+ArrowUp": "up", "Shift+ArrowDown": "down", "Shift+ArrowLeft": "left", "Shift+ArrowRight": "right" };
const OWN_CLICKS = "button, select, a, .pop, .row-menu";

export class Picking {
  constructor(sheet, keyboard) {
    Object.assign(this, { sheet, keyboard, head: null, origin: null });
    sheet.form.addEventListener("keydown", (event) => this.#key(event), true);
    for (const name of ["pointerdown", "mousedown", "click"]) sheet.form.addEventListener(name, (event) => this.#shift(event), true);
    sheet.form.addEventListener("pointerdown", (event) => this.#press(event));
    sheet.form.addEventListener("pointerover", (event) => this.#drag(event));
    document.addEventListener("pointerup", () => this.#release());
    sheet.addEventListener("arrived", () => this.drop());
    sheet.addEventListener("redrawing", () => this.drop());
    sheet.addEventListener("typed", () => this.drop());
  }

  /** The squares of the rectangle between the square in the hand and the one that was picked last. */
  get picked() {
    return this.head ? this.sheet.grid.squaresIn(this.box) : [];
  }

  /** The rectangle's rows and columns. */
  get box() {
    return this.sheet.grid.between(this.sheet.focused ?? this.head, this.head);
  }

  /** The rectangle as a block of texts; null where only one square is in the hand. */
  block() {
    if (!this.head) return null;
    const { top, bottom, left, right } = this.box;
    const rows = [];
    for (let row = top; row <= bottom; row += 1) {
      const cells = [];
      for (let col = left; col <= right; col += 1) cells.push(this.#textAt(row, col));
      rows.push(cells);
    }
    return formatBlock(rows);
  }

  #textAt(row, col) {
    const cell = this.sheet.grid.at(row, col);
    const place = this.sheet.grid.place(cell);
    const begins = place.row === row && place.col === col;
    return begins && cell.dataset.key ? this.sheet.textOf(cell) : "";
  }

  drop() {
    this.head = null;
    for (const square of this.sheet.table.querySelectorAll(".is-picked")) square.classList.remove("is-picked");
  }

  #pick(square) {
    this.drop();
    if (!square || square === this.sheet.focused) return;
    this.head = square;
    this.keyboard.editing = false;
    for (const picked of this.picked) picked.classList.add("is-picked");
  }

  #key(event) {
    const square = this.sheet.focused;
    if (!square || this.keyboard.editing || event.isComposing || event.target.matches("select, button, .pop *")) return;
    const name = combination(event);
    if (STEPS[name]) this.#extend(STEPS[name]);
    else if (this.head && name === "Escape") this.drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #extend(direction) {
    const from = this.head ?? this.sheet.focused;
    this.#pick(this.sheet.grid.next(from, direction) ?? from);
  }

  /** With Shift the press, the focus it would give and the click are all taken for picking. */
  #shift(event) {
    const square = this.#squareOf(event);
    const { focused } = this.sheet;
    if (!event.shiftKey || event.button || !square || !focused || (square === focused && !this.head)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "pointerdown") this.#pick(square);
  }

  #press(event) {
    this.origin = event.pointerType === "mouse" && !event.button && !event.shiftKey ? this.#squareOf(event) : null;
  }

  /** Within the first square a drag selects words; from the next one on it picks squares. */
  #drag(event) {
    const square = this.#squareOf(event);
    const { origin } = this;
    if (!origin || !square || (square === origin && !this.head)) return;
    if (!(event.buttons & 1)) {
      this.#release();
      return;
    }
    if (this.sheet.focused !== origin) focusable(origin)?.focus();
    this.sheet.table.classList.add("is-picking");
    this.#pick(square);
  }

  #release() {
    this.origin = null;
    if (!this.sheet.table.classList.contains("is-picking")) return;
    this.sheet.table.classList.remove("is-picking");
    this.keyboard.pressed = false;
    window.getSelection().removeAllRanges();
    focusable(this.sheet.focused)?.select?.();
  }

  #squareOf(event) {
    return event.target.closest(OWN_CLICKS) ? null : event.target.closest("table.sheet [data-key]");
  }
}
