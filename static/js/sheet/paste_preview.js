// What a paste would do, shown before anything is written: rows to be added, and all that has no place.

import { ask } from "./ask.js";
import { gettext } from "./words.js";

export class PastePreview {
  constructor() {
    this.dialog = document.getElementById("dlg-paste");
  }

  /** What the person chose: "all", "here" (only the rows that are there) or "" (nothing). What fits as it is is not asked about. */
  async ask(plan, { hidden, most }) {
    const { rows, added, writes, lost, over, misfits } = plan;
    if (!added.length && !lost && !over && !misfits && !hidden) return "all";
    this.dialog.querySelector("table").replaceChildren(...rows.map((cells, row) => drawnRow(cells, plan.fits[row])));
    this.#button("all").textContent = added.length
      ? gettext("粘贴，并增加 %(count)s 行", { count: added.length })
      : gettext("粘贴放得下的内容");
    const isNothing = !writes.length && !added.length;
    this.#button("all").hidden = isNothing;
    this.#button("all").autofocus = !isNothing;
    this.#button("none").autofocus = isNothing;
    this.#button("here").hidden = !added.length || !writes.length;
    return ask("dlg-paste", {
      shape: gettext("%(rows)s 行 × %(cols)s 列", { rows: rows.length, cols: rows[0].length }),
      more: added.length ? gettext("表中行数不够，还差 %(count)s 行。", { count: added.length + over }) : "",
      over: over ? gettext("一张表最多 %(most)s 行，划去的最后 %(count)s 行放不下，不会粘贴。", { most, count: over }) : "",
      lost: lost ? gettext("划去的 %(count)s 处没有可填的格，不会粘贴。", { count: lost }) : "",
      merged: misfits ? gettext("合并的单元格与本表的格不一致，内容只填入其中第一格。") : "",
      hidden: hidden ? gettext("隐藏的 %(count)s 行不会粘贴。", { count: hidden }) : "",
    });
  }

  #button(name) {
    return this.dialog.querySelector(`[data-choice=${name}]`);
  }
}

function drawnRow(cells, fits) {
  const row = document.createElement("tr");
  for (const [index, text] of cells.entries()) {
    const shown = document.createElement(fits[index] ? "span" : "del");
    shown.textContent = text;
    row.insertCell().append(shown);
  }
  return row;
}
