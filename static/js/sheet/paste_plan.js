// Where the cells of a pasted block go. Pure: the grid in, a plan out.

import { controlIn, isSquare } from "./grid.js";

const ROW_KEY = /^indicators\[([^\]]+)\]\.(\w+)$/;

/**
 * The plan for `block` (rows of texts) pasted from `start` on.
 *
 * `writes` are { key, value } for squares that are there; `added` are { field: value } for rows that would have to be
 * added; `lost` counts texts that have no square; `grid` holds for each cell of the block whether it finds a place.
 */
export function planPaste(grid, start, block) {
  const byPlace = placed(grid, start, block, byColumns);
  return byPlace.misfits ? placed(grid, start, block, bySquares) : byPlace;
}

function placed(grid, start, block, slotsOf) {
  const origin = grid.place(start);
  const plan = { writes: [], added: [], lost: 0, misfits: 0, fits: [] };
  const list = listRows(grid);
  let model = null;
  for (const [down, cells] of block.entries()) {
    const row = origin.row + down;
    const slots = slotsOf(grid, row, origin.col, cells.length);
    if (list.includes(row)) model = { slots, ref: grid.at(row, origin.col).closest("tr").dataset.ref };
    const beyond = row > list.at(-1) && model && (down === 0 || row - origin.row > 0);
    if (beyond) addRow(plan, model.slots, cells, block[down - 1]);
    else fillRow(plan, slots, cells, block[down - 1]);
  }
  return plan;
}

function fillRow(plan, slots, cells, above) {
  plan.fits.push(
    cells.map((text, index) => {
      const slot = slots[index];
      const value = slot?.level ? text || above?.[index] || "" : text;
      if (slot?.inside) plan.misfits += text !== "";
      else if (slot?.key && (value || !slot.level)) plan.writes.push({ key: slot.key, value });
      else if (text && text !== slot?.text) plan.lost += 1;
      return Boolean(slot?.key) || !text;
    }),
  );
  carry(slots, cells, above);
}

function addRow(plan, slots, cells, above) {
  const values = {};
  plan.fits.push(
    cells.map((text, index) => {
      const slot = slots[index];
      const value = slot?.level ? text || above?.[index] || "" : text;
      if (slot?.inside) plan.misfits += text !== "";
      else if (slot?.field && value) values[slot.field] = value;
      else if (text) plan.lost += 1;
      return Boolean(slot?.field) || !text;
    }),
  );
  carry(slots, cells, above);
  plan.added.push(values);
}

/** A level stands once for the rows it is merged over: the blanks below take it over. */
function carry(slots, cells, above) {
  slots.forEach((slot, index) => {
    if (slot?.level && !cells[index] && above) cells[index] = above[index] ?? "";
  });
}

/** The rows of the table that show an indicator. */
function listRows(grid) {
  return [...grid.cells.keys()].filter((row) => grid.at(row, 0)?.closest("table").rows[row].dataset.ref);
}

/** One slot for each column of the table: blocks copied from the official layout, merged cells and all. */
function byColumns(grid, row, col, width) {
  return Array.from({ length: width }, (_, right) => slotAt(grid, row, col + right));
}

/** One slot for each square of the row: blocks from a plain list. */
function bySquares(grid, row, col, width) {
  const slots = [];
  for (let at = col; slots.length < width && grid.at(row, at); at += 1) {
    const slot = slotAt(grid, row, at);
    if (!slot.inside && isSquare(grid.at(row, at))) slots.push(slot);
  }
  return slots;
}

function slotAt(grid, row, col) {
  const cell = grid.at(row, col);
  if (!cell) return null;
  const place = grid.place(cell);
  const ref = cell.closest("table").rows[row].dataset.ref;
  const [, , field] = ROW_KEY.exec(cell.dataset.key ?? "") ?? [];
  const level = cell.dataset.kind === "level";
  const inside = col !== place.col || (row !== place.row && !(level && ref));
  if (inside) return { inside };
  const takes = level || controlIn(cell);
  return {
    key: takes ? (field && ref ? `indicators[${ref}].${field}` : cell.dataset.key) : null,
    field: takes ? field : null,
    level,
    text: cell.textContent.trim(),
  };
}
