// One act on all squares that are picked: fill them with one value, from the row above or the column at the left, or clear them.

import { controlIn } from "./grid.js";
import { combination } from "./keyboard.js";

const KEYS = {
  "Ctrl+d": (filling) => filling.down(),
  "Ctrl+r": (filling) => filling.right(),
  Delete: (filling) => filling.clear(),
  Backspace: (filling) => filling.clear(),
};

export class Filling {
  constructor(sheet, keyboard, picking) {
    Object.assign(this, { sheet, keyboard, picking });
    sheet.form.addEventListener("keydown", (event) => this.#key(event), true);
  }

  #key(event) {
    const act = KEYS[combination(event)];
    if (!act || event.isComposing || !this.sheet.focused || event.target.matches("select, button, .pop *")) return;
    if (act(this) === false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Puts `value` into every square that is picked. */
  fill(value) {
    this.#write(this.sheet.changesOf(this.picking.picked, value));
  }

  clear() {
    if (!this.picking.head) return false;
    this.fill("");
    return true;
  }

  /** Each column takes what stands in its first row; one row, and a square alone, what stands above. */
  down() {
    const box = this.#box();
    this.#copy(box, box.top === box.bottom ? "up" : null, (_, col) => [box.top, col]);
    return true;
  }

  /** Each row takes what stands in its first column. A square alone leaves the key to the browser, which loads the page again. */
  right() {
    if (!this.picking.head) return false;
    const box = this.#box();
    this.#copy(box, box.left === box.right ? "left" : null, (row) => [row, box.left]);
    return true;
  }

  #box() {
    const { picking, sheet } = this;
    return picking.head ? picking.box : sheet.grid.between(sheet.focused, sheet.focused);
  }

  #copy(box, beyond, sourceAt) {
    const { grid } = this.sheet;
    const changes = grid.squaresIn(box).filter(controlIn).flatMap((square) => {
      const { row, col } = grid.place(square);
      const source = beyond ? grid.next(square, beyond) : grid.at(...sourceAt(row, col));
      return source?.dataset.key && source !== square ? this.sheet.changesOf([square], this.sheet.textOf(source)) : [];
    });
    this.#write(changes);
  }

  #write(changes) {
    const { head } = this.picking;
    this.sheet.writeAll(changes);
    if (!head && !this.keyboard.editing) controlIn(this.sheet.focused)?.select();
  }
}
