// Rows that begin by going on: a click into the empty row of a new form, Tab past the last square of the table.

import { controlIn } from "./grid.js";
import { refOf } from "./paste_plan.js";

export class NewRows {
  constructor(sheet, rows) {
    Object.assign(this, { sheet, rows });
    sheet.form.addEventListener("click", (event) => this.#begin(event.target.closest("table.sheet td.blank")));
    sheet.addEventListener("end", (event) => this.#goOn(event));
  }

  /** The first row begins in the column that was clicked. */
  async #begin(blank) {
    const list = blank?.closest("tr").dataset.list;
    if (!list || this.rows.refsIn(list).length) return;
    const { row, col } = this.sheet.grid.place(blank);
    await this.rows.add(null, [{}], list);
    controlIn(this.sheet.grid.at(row, col))?.focus();
  }

  /** A last row with something in it is followed by another one; an empty one is left, so that Tab leads out of the table. */
  #goOn(event) {
    const ref = refOf(event.detail.dataset.key);
    const list = this.rows.listOf(ref);
    if (!list || ref !== this.rows.refsIn(list).pop() || this.rows.roomIn(list) < 1 || this.#isEmpty(ref)) return;
    event.preventDefault();
    this.rows.add(ref);
  }

  #isEmpty(ref) {
    const { grid } = this.sheet;
    return [...new Set(grid.cells[grid.refs.indexOf(ref)])].every((cell) => !controlIn(cell)?.value || cell.dataset.kind === "level");
  }
}
