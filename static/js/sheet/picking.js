// Several squares at once: Shift with an arrow or a click picks a rectangle, which is copied as a block or cleared.

import { controlIn } from "./grid.js";
import { combination } from "./keyboard.js";
import { formatBlock } from "./tsv.js";

const STEPS = { "Shift+ArrowUp": "up", "Shift+ArrowDown": "down", "Shift+ArrowLeft": "left", "Shift+ArrowRight": "right" };

export class Picking {
  constructor(sheet, keyboard) {
    Object.assign(this, { sheet, keyboard, head: null });
    sheet.form.addEventListener("keydown", (event) => this.#key(event), true);
    sheet.form.addEventListener("pointerdown", (event) => this.#press(event), true);
    sheet.addEventListener("arrived", () => this.drop());
    sheet.addEventListener("redrawing", () => this.drop());
    sheet.addEventListener("typed", () => this.drop());
  }

  /** The squares of the rectangle between the square in the hand and the one that was picked last. */
  get picked() {
    if (!this.head) return [];
    const { top, bottom, left, right } = this.#corners();
    return this.sheet.grid.squares().filter((square) => {
      const { row, col } = this.sheet.grid.place(square);
      return row >= top && row <= bottom && col >= left && col <= right;
    });
  }

  /** The rectangle as a block of texts; null where only one square is in the hand. */
  block() {
    if (!this.head) return null;
    const { top, bottom, left, right } = this.#corners();
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

  #corners() {
    const [a, b] = [this.sheet.focused ?? this.head, this.head].map((square) => this.sheet.grid.place(square));
    return {
      top: Math.min(a.row, b.row),
      bottom: Math.max(a.row, b.row),
      left: Math.min(a.col, b.col),
      right: Math.max(a.col, b.col),
    };
  }

  drop() {
    this.head = null;
    for (const square of this.sheet.table.querySelectorAll(".is-picked")) square.classList.remove("is-picked");
  }

  #pick(square) {
    this.drop();
    if (!square || square === this.sheet.focused) return;
    this.head = square;
    for (const picked of this.picked) picked.classList.add("is-picked");
  }

  #key(event) {
    const square = this.sheet.focused;
    if (!square || this.keyboard.editing || event.isComposing || event.target.matches("select, button")) return;
    const name = combination(event);
    if (STEPS[name]) this.#extend(STEPS[name]);
    else if (this.head && (name === "Delete" || name === "Backspace")) this.#clear();
    else if (this.head && name === "Escape") this.drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #extend(direction) {
    const from = this.head ?? this.sheet.focused;
    this.#pick(this.sheet.grid.next(from, direction) ?? from);
  }

  #press(event) {
    const square = event.target.closest("table.sheet [data-key]");
    if (!event.shiftKey || !square || !this.sheet.focused || square === this.sheet.focused) return;
    event.preventDefault();
    event.stopPropagation();
    this.#pick(square);
  }

  #clear() {
    const { picked } = this;
    this.drop();
    this.sheet.writeAll(picked.filter(controlIn).map((square) => ({ key: square.dataset.key, value: "" })));
  }
}
