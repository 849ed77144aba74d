// Copy, cut and paste as spreadsheets do it: a computed square copies like text, a block goes into the squares from here on.

import { controlIn } from "./grid.js";
import { PastePreview } from "./paste_preview.js";
import { planPaste } from "./paste_plan.js";
import { tablesIn } from "./tables_in_html.js";
import { parseBlock } from "./tsv.js";

export class Clipboard {
  constructor(sheet, keyboard, picking, filling, rows) {
    Object.assign(this, { sheet, keyboard, picking, filling, rows });
    this.preview = new PastePreview();
    document.addEventListener("copy", (event) => this.#copy(event));
    sheet.form.addEventListener("cut", (event) => this.#copy(event) && this.filling.clear());
    sheet.form.addEventListener("paste", (event) => this.#paste(event));
  }

  /** Puts the block, or a square where nothing is typed, on the clipboard; says whether it did. */
  #copy(event) {
    const square = this.sheet.focused;
    const block = this.picking.block();
    if (!square || event.target.closest?.(".pop") || (!block && (controlIn(square) || !window.getSelection().isCollapsed))) return false;
    event.clipboardData.setData("text/plain", block ?? this.sheet.textOf(square));
    event.preventDefault();
    return true;
  }

  #paste(event) {
    const square = event.target.closest("table.sheet [data-key]");
    if (!square || event.target.matches("select") || event.target.closest(".pop")) return;
    const found = blockOn(event.clipboardData, square);
    const isOne = found.rows.length === 1 && found.rows[0].length === 1;
    const [[text]] = found.rows;
    if (isOne && this.keyboard.editing) {
      if (text === event.clipboardData.getData("text/plain")) return;
      event.preventDefault();
      document.execCommand("insertText", false, text);
      return;
    }
    event.preventDefault();
    if (isOne && (this.picking.head || controlIn(square))) this.#put(square, text);
    else this.pasteBlock(square, found);
  }

  /** One text replaces what stands in the square, or in all that are picked, as often as it is pasted. */
  #put(square, text) {
    if (this.picking.head) this.filling.fill(text);
    else {
      this.sheet.writeAll(this.sheet.changesOf([square], text));
      controlIn(square).select();
    }
  }

  /** Nothing is written before the person has seen what has no place, and before new rows are there. */
  async pasteBlock(square, { rows, hidden = 0 }) {
    const { grid } = this.sheet;
    const start = this.picking.head ? grid.at(this.picking.box.top, this.picking.box.left) : square;
    const list = grid.lists[grid.place(start).row];
    const last = this.rows.refsIn(list).pop();
    const plan = planPaste(grid, start, rows, this.rows.roomIn(list));
    const choice = await this.preview.ask(plan, { hidden, most: this.rows.most });
    await this.sheet.history.act(async () => {
      const isReady = choice !== "all" || !plan.added.length || (await this.rows.add(last, plan.added)).length;
      if (choice && isReady) this.sheet.writeAll(plan.writes);
      this.sheet.goTo(start.dataset.key);
    });
  }
}

/** What is on the clipboard, as a block: the tables of its HTML, else its text; prose for a long text is one cell. */
function blockOn(data, square) {
  const tables = tablesIn(data.getData("text/html"));
  if (tables) return tables;
  const text = data.getData("text/plain").replace(/\r\n?/g, "\n");
  const isProse = !text.includes("\t") && square.dataset.kind === "long_text";
  return { rows: isProse ? [[text.replace(/\n+$/, "")]] : parseBlock(text) };
}
