// Where every cell of the table stands, spans included.

const STEPS = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };

export const isSquare = (cell) => Boolean(cell?.dataset.key);
export const controlIn = (cell) => cell?.querySelector(":scope > input, :scope > textarea") ?? null;

/** The actual of each row whose light is red, which asks for a look whatever the rules found. */
export function redRows(grid) {
  const lags = (square) => square.dataset.key.endsWith(".actual") && square.closest("tr").querySelector(".gut .light.red");
  return grid.squares().filter(lags);
}

/** The text of any cell: typed, computed, locked or printed. */
export function textIn(cell) {
  const value = cell.querySelector(":scope > .v");
  return controlIn(cell)?.value ?? value?.dataset.value ?? (value ?? cell).textContent.trim();
}

export class Grid {
  constructor(table) {
    this.places = new Map();
    this.cells = [...table.rows].map(() => []);
    this.refs = [...table.rows].map((line) => line.dataset.ref ?? "");
    this.lists = [...table.rows].map((line) => line.dataset.list ?? "");
    for (const [row, line] of [...table.rows].entries()) {
      for (const cell of line.cells) this.#put(cell, row);
    }
  }

  #put(cell, row) {
    let col = 0;
    while (this.cells[row][col]) col += 1;
    for (let down = 0; down < cell.rowSpan; down += 1) {
      for (let right = 0; right < cell.colSpan; right += 1) {
        if (this.cells[row + down]) this.cells[row + down][col + right] = cell;
      }
    }
    this.places.set(cell, { row, col, rows: cell.rowSpan, cols: cell.colSpan });
  }

  at(row, col) {
    return this.cells[row]?.[col] ?? null;
  }

  place(cell) {
    return this.places.get(cell) ?? null;
  }

  /** Every square, in reading order. */
  squares() {
    return [...this.places.keys()].filter(isSquare);
  }

  /** The squares that take a value, in reading order. */
  typed() {
    return this.squares().filter(controlIn);
  }

  /** The rectangle of rows and columns between two cells, grown until it cuts none. */
  between(first, last) {
    const box = { top: Infinity, bottom: -1, left: Infinity, right: -1 };
    let wanted = new Set([first, last]);
    let size = 0;
    while (wanted.size > size) {
      size = wanted.size;
      for (const cell of wanted) include(box, this.place(cell));
      wanted = new Set(this.#within(box));
    }
    return box;
  }

  #within({ top, bottom, left, right }) {
    return this.cells.slice(top, bottom + 1).flatMap((cells) => cells.slice(left, right + 1));
  }

  /** The squares that lie in a rectangle, in reading order. */
  squaresIn(box) {
    return [...new Set(this.#within(box))].filter(isSquare);
  }

  /** The levels, each of which may stand over several rows. */
  levels() {
    return this.squares().filter((square) => square.dataset.kind === "level");
  }

  square(key) {
    return this.squares().find((cell) => cell.dataset.key === key) ?? null;
  }

  /**
   * The next square from `cell` in a direction; printed words are passed over. `lane` is the row or column that a walk
   * began in, so that a merged cell on the way does not push the walk aside.
   */
  next(cell, direction, lane = null, fits = isSquare) {
    const [down, right] = STEPS[direction];
    const { row, col, rows, cols } = this.place(cell);
    let at = {
      row: down > 0 ? row + rows - 1 : down < 0 ? row : within(lane?.row, row, rows),
      col: right > 0 ? col + cols - 1 : right < 0 ? col : within(lane?.col, col, cols),
    };
    for (;;) {
      at = { row: at.row + down, col: at.col + right };
      const found = this.at(at.row, at.col);
      if (!found) return null;
      if (found !== cell && fits(found)) return found;
    }
  }

  /** The nearest square that takes a value after `cell` in reading order, or before it. */
  beside(cell, backwards = false) {
    const all = this.squares().filter((other) => other === cell || controlIn(other));
    return all[all.indexOf(cell) + (backwards ? -1 : 1)] ?? null;
  }
}

function include(box, { row, col, rows, cols }) {
  box.top = Math.min(box.top, row);
  box.bottom = Math.max(box.bottom, row + rows - 1);
  box.left = Math.min(box.left, col);
  box.right = Math.max(box.right, col + cols - 1);
}

const within = (wanted, start, length) => (wanted >= start && wanted < start + length ? wanted : start);
