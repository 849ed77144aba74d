// Copying from a table that is only read takes the values of its cells: no readings, no signs in corners, no row numbers.

import { Grid, textIn } from "./sheet/grid.js";
import { formatBlock } from "./sheet/tsv.js";

document.addEventListener("copy", (event) => {
  const selection = window.getSelection();
  if (selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const around = elementOf(range.commonAncestorContainer);
  const table = around.closest("table.sheet");
  if (!table || around.closest(".v, th")) return;
  const cells = [...table.querySelectorAll("th, td")].filter((cell) => isIn(range, cell));
  if (!cells.length) return;
  event.clipboardData.setData("text/plain", formatBlock(block(new Grid(table), cells)));
  event.clipboardData.setData("text/html", markup(cells));
  event.preventDefault();
});

const elementOf = (node) => (node instanceof Element ? node : node.parentElement);

/** A selection that ends before the first letter of a cell does not take it. */
const isIn = (range, cell) => range.intersectsNode(cell) && !(range.endOffset === 0 && cell.contains(range.endContainer));

function block(grid, cells) {
  const places = cells.map((cell) => grid.place(cell));
  const top = Math.min(...places.map(({ row }) => row));
  const left = Math.min(...places.map(({ col }) => col));
  const rows = [];
  for (const [index, { row, col }] of places.entries()) {
    rows[row - top] ||= [];
    rows[row - top][col - left] = textIn(cells[index]);
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? ""));
}

function markup(cells) {
  const table = document.createElement("table");
  for (const cell of cells) {
    const line = [...table.rows].find((row) => row.dataset.of === String(cell.parentElement.rowIndex)) ?? table.insertRow();
    line.dataset.of = cell.parentElement.rowIndex;
    const copy = Object.assign(line.insertCell(), { colSpan: cell.colSpan, rowSpan: cell.rowSpan });
    textIn(cell).split("\n").forEach((words, index) => copy.append(...(index ? [document.createElement("br"), words] : [words])));
  }
  for (const row of table.rows) delete row.dataset.of;
  return table.outerHTML;
}
