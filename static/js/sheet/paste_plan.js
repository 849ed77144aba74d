// Where the cells of a pasted block go. Pure: the grid in, a plan out.

import { controlIn, isSquare, textIn } from "./grid.js";

/**
 * The plan for `block` pasted from the square `start` on: rows of texts, null where a merged cell goes on. `room` is how
 * many rows the list can still take.
 *
 * `writes` are { key, value } for squares that are there, `added` is one { field: value } for each row that would have to
 * be added to the list, `rows` and `fits` say for each cell whether it has a place, `lost` counts texts that have none,
 * `over` rows that are too many, `misfits` merged cells that do not lie on the squares as they lie in the block.
 */
export function planPaste(grid, start, block, room = Infinity) {
  const plans = shapesOf(block).flatMap((rows) => [byColumns, bySquares].map((slotsOf) => lay(grid, start, rows, slotsOf, room)));
  const least = Math.min(...plans.map(({ misfits }) => misfits));
  return plans.find(({ misfits }) => misfits === least);
}

/** The block as it is; and with each column of merged cells as one, for blocks whose columns are not the form's. */
function shapesOf(block) {
  const begins = block[0].map((_, col) => block.some((row) => row[col] !== null));
  const narrow = block.map((row) => row.filter((_, col) => begins[col]));
  return narrow[0].length < block[0].length ? [block, narrow] : [block];
}

function lay(grid, start, rows, slotsOf, room) {
  const { row: top, col } = grid.place(start);
  const plan = { rows, writes: [], added: [], fits: [], lost: 0, over: 0, misfits: 0 };
  const inList = Boolean(grid.lists[top]);
  const last = grid.lists.lastIndexOf(grid.lists[top]);
  let above = [];
  for (const [down, cells] of rows.entries()) {
    const isNew = inList && top + down > last;
    if (isNew && plan.added.length >= room) {
      plan.over += 1;
      plan.fits.push(cells.map(() => false));
      continue;
    }
    const slots = slotsOf(grid, isNew ? last : top + down, col, cells.length);
    above = cells.map((text, index) => (slots[index]?.level && !text ? (above[index] ?? "") : text));
    if (isNew) plan.added.push({});
    plan.fits.push(above.map((text, index) => settle(plan, slots[index], text, isNew)));
  }
  return plan;
}

/** Puts one text where it belongs; says whether it has a place. A blank never clears a level, the rest of a merged cell nothing. */
function settle(plan, slot, text, isNew) {
  if (text === null) {
    plan.misfits += Boolean(slot?.key);
    return true;
  }
  if (slot?.inside) {
    plan.misfits += text !== "";
    return text === "";
  }
  if (slot?.key && (text || !slot.level)) {
    if (isNew) plan.added[plan.added.length - 1][slot.field] = text;
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
  return {
    key: controlIn(cell) ? keyInRow(cell.dataset.key, ref) : null,
    field: fieldOf(cell.dataset.key),
    level,
    text: textIn(cell),
  };
}

/** A level's cell is named after the first of the rows it is merged over; each row has its own. */
export const keyInRow = (key, ref) => (ref ? key.replace(/\[[^\]]*\]/, `[${ref}]`) : key);
export const fieldOf = (key = "") => /^\w+\[[^\]]*\]\.(\w+)$/.exec(key)?.[1] ?? null;
export const refOf = (key = "") => /^\w+\[([^\]]*)\]\./.exec(key)?.[1] ?? null;
