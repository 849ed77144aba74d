// Where the cells of a pasted block go. Pure: the grid in, a plan out.

import { controlIn, isSquare } from "./grid.js";

/**
 * The plan for `block` (rows of texts) pasted from the square `start` on.
 *
 * `writes` are { key, value } for squares that are there, `added` is one { field: value } for each row that would have to
 * be added to the list, `fits` says for each cell of the block whether it has a place, `lost` counts texts that have none.
 */
export function planPaste(grid, start, block) {
  const plan = lay(grid, start, block, byColumns);
  return plan.misfits ? lay(grid, start, block, bySquares) : plan;
}

function lay(grid, start, block, slotsOf) {
  const { row: top, col } = grid.place(start);
  const plan = { writes: [], added: [], fits: [], lost: 0, misfits: 0 };
  const last = grid.refs.findLastIndex(Boolean);
  const inList = Boolean(grid.refs[top]);
  let above = [];
  for (const [down, cells] of block.entries()) {
    const isNew = inList && top + down > last;
    const slots = slotsOf(grid, isNew ? last : top + down, col, cells.length);
    above = cells.map((text, index) => (slots[index]?.level && !text ? (above[index] ?? "") : text));
    if (isNew) plan.added.push({});
    plan.fits.push(above.map((text, index) => settle(plan, slots[index], text, isNew)));
  }
  return plan;
}

/** Puts one text where it belongs; says whether it has a place. A blank never clears a level. */
function settle(plan, slot, text, isNew) {
  if (slot?.inside) {
    plan.misfits += text !== "";
    return text === "";
  }
  if (slot?.key && (text || !slot.level)) {
    if (isNew) plan.added.at(-1)[slot.field] = text;
    else plan.writes.push({ key: slot.key, value: text });
    return true;
  }
  const isThere = text === "" || text === slot?.text;
  plan.lost += !isThere;
  return isThere;
}

/** One slot for each column of the table: for blocks copied from the official layout, merged cells and all. */
function byColumns(grid, row, col, width) {
  return Array.from({ length: width }, (_, right) => slotAt(grid, row, col + right));
}

/** One slot for each square of the row: for blocks from a plain list. */
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
  const ref = grid.refs[row];
  const level = Boolean(ref) && cell.dataset.kind === "level";
  if (col !== place.col || (row !== place.row && !level)) return { inside: true };
  const takes = level || controlIn(cell);
  return {
    key: takes ? keyInRow(cell.dataset.key, ref) : null,
    field: fieldOf(cell.dataset.key),
    level,
    text: cell.textContent.trim(),
  };
}

/** A level's cell is named after the first of the rows it is merged over; each row has its own. */
export const keyInRow = (key, ref) => (ref ? key.replace(/\[[^\]]*\]/, `[${ref}]`) : key);
export const fieldOf = (key = "") => /^indicators\[[^\]]*\]\.(\w+)$/.exec(key)?.[1] ?? null;
export const refOf = (key = "") => /^indicators\[([^\]]*)\]\./.exec(key)?.[1] ?? null;
