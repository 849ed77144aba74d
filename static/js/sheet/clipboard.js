// Copy and paste as spreadsheets do it: a computed square copies like text, a block goes into the squares from here on.

import { ask } from "./ask.js";
import { controlIn } from "./grid.js";
import { planPaste } from "./paste_plan.js";
import { parseBlock } from "./tsv.js";
import { gettext } from "./words.js";

export class Clipboard {
  constructor(sheet, keyboard, picking, rows) {
    Object.assign(this, { sheet, keyboard, picking, rows });
    document.addEventListener("copy", (event) => this.#copy(event));
    sheet.form.addEventListener("paste", (event) => this.#paste(event));
  }

  #copy(event) {
    const square = this.sheet.focused;
    const block = this.picking.block();
    if (!square || (!block && (controlIn(square) || !window.getSelection().isCollapsed))) return;
    event.clipboardData.setData("text/plain", block ?? this.sheet.textOf(square));
    event.preventDefault();
  }

  #paste(event) {
    const square = event.target.closest("table.sheet [data-key]");
    if (!square || event.target.matches("select")) return;
    const block = this.#blockIn(event.clipboardData, square);
    if (!block) return;
    event.preventDefault();
    this.pasteBlock(square, block);
  }

  /** The block on the clipboard; null where it is a text that the browser pastes by itself. */
  #blockIn(data, square) {
    const text = data.getData("text/plain");
    const isTable = /<table/i.test(data.getData("text/html"));
    const isProse = !isTable && !text.includes("\t") && square.dataset.kind === "long_text";
    const block = parseBlock(text);
    const isOne = block.length === 1 && block[0].length === 1;
    if (isProse || (isOne && (this.keyboard.editing || !isTable || !controlIn(square)))) return null;
    return block;
  }

  async pasteBlock(square, block) {
    const plan = planPaste(this.sheet.grid, square, block);
    const isPlain = !plan.lost && !plan.added.length;
    const choice = isPlain ? "all" : await this.#preview(block, plan);
    if (!choice) {
      this.sheet.goTo(square.dataset.key);
      return;
    }
    const { key } = square.dataset;
    const last = this.sheet.grid.refs.filter(Boolean).at(-1);
    await this.sheet.history.act(async () => {
      this.sheet.writeAll(plan.writes);
      if (choice === "all" && plan.added.length) await this.rows.add(last, plan.added);
      this.sheet.goTo(key);
    });
  }

  #preview(block, plan) {
    const table = document.querySelector("#dlg-paste table");
    table.replaceChildren(...block.map((cells, row) => previewRow(cells, plan.fits[row])));
    document.querySelector("#dlg-paste [value=all]").textContent = plan.added.length
      ? gettext("粘贴，并增加 %(count)s 行", { count: plan.added.length })
      : gettext("粘贴放得下的内容");
    document.querySelector("#dlg-paste [value=here]").hidden = !plan.added.length || !plan.writes.length;
    return ask("dlg-paste", {
      shape: gettext("%(rows)s 行 × %(cols)s 列", { rows: block.length, cols: block[0].length }),
      more: plan.added.length ? gettext("表中行数不够，还差 %(count)s 行。", { count: plan.added.length }) : "",
      lost: plan.lost ? gettext("划去的 %(count)s 处没有可填的格，不会粘贴。", { count: plan.lost }) : "",
    });
  }
}

function previewRow(cells, fits) {
  const row = document.createElement("tr");
  for (const [index, text] of cells.entries()) {
    const cell = row.insertCell();
    const shown = document.createElement(fits[index] ? "span" : "del");
    shown.textContent = text;
    cell.append(shown);
  }
  return row;
}

