// Moving and editing with the keyboard, as in a spreadsheet. Which key does what stands in KEYS.
//
// A square is *ready* on arrival: its text is selected, typing replaces it, arrows leave it. F2, a double click or a
// second click begins *editing*: arrows move the caret. In a long text typing begins editing, because its arrows do.

import { controlIn } from "./grid.js";
import { focusable } from "./sheet.js";

const KEYS = {
  ArrowUp: (board) => board.walk("up"),
  ArrowDown: (board) => board.walk("down"),
  ArrowLeft: (board) => board.walk("left"),
  ArrowRight: (board) => board.walk("right"),
  Enter: (board) => board.line("down"),
  "Shift+Enter": (board) => board.line("up"),
  Tab: (board) => board.tab(false),
  "Shift+Tab": (board) => board.tab(true),
  F2: (board) => board.edit(),
  Escape: (board) => board.restore(),
  "Alt+Enter": (board) => board.newLine(),
  "Ctrl+z": (board) => board.undo(),
  "Ctrl+y": (board) => board.redo(),
  "Ctrl+Shift+z": (board) => board.redo(),
  Home: (board) => board.endOfRow(0),
  End: (board) => board.endOfRow(-1),
  "Ctrl+Home": (board) => board.edge(0),
  "Ctrl+End": (board) => board.edge(-1),
};
/** In a list of choices the other keys are the list's own. */
const IN_A_LIST = new Set(["Tab", "Shift+Tab", "Enter", "Shift+Enter", "Ctrl+z", "Ctrl+y", "Ctrl+Shift+z"]);
const STAY_WHILE_EDITING = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Ctrl+Home", "Ctrl+End"]);

export function combination(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [(event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", key]
    .filter(Boolean)
    .join("+");
}

export const isComposing = (event) => event.isComposing || event.keyCode === 229;

export class Keyboard {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave, editing: false, arrival: null, lane: null, walking: false, tabbedFrom: null });
    sheet.form.addEventListener("keydown", (event) => this.#key(event));
    sheet.form.addEventListener("focusin", (event) => this.#arrive(event));
    sheet.form.addEventListener("focusout", (event) => this.#leave(event));
    sheet.form.addEventListener("pointerdown", (event) => this.#press(event));
    sheet.form.addEventListener("click", (event) => this.#click(event));
    sheet.form.addEventListener("dblclick", (event) => this.#inSquare(event) && this.edit());
    sheet.addEventListener("written", () => this.#arriveAgain());
    sheet.history.settle = () => this.commit();
    sheet.addEventListener("words", () => (this.editing = true));
  }

  get square() {
    return this.sheet.focused;
  }

  get control() {
    return controlIn(this.square);
  }

  #inSquare(event) {
    return event.target.closest("table.sheet [data-key]");
  }

  #key(event) {
    if (isComposing(event) || event.defaultPrevented || !this.#inSquare(event) || event.target.matches("button, .pop *")) return;
    const name = combination(event);
    const act = KEYS[name];
    if (event.target.matches("select") && !IN_A_LIST.has(name)) return;
    if (!act || (this.editing && STAY_WHILE_EDITING.has(name))) return;
    if (act(this) !== false) event.preventDefault();
  }

  #arrive(event) {
    const square = this.#inSquare(event);
    square?.classList.add("is-focus");
    if (!square || this.sheet.redrawing || event.target !== focusable(square)) return;
    const control = controlIn(square);
    this.arrival = control && { keys: this.sheet.keysOf(square), value: control.value };
    this.editing = Boolean(control && this.pressed && isLong(square));
    if (!this.pressed) control?.select();
    if (!this.walking) this.lane = null;
    if (!this.tabbing) this.tabbedFrom = null;
    this.given = false;
    this.sheet.dispatchEvent(new CustomEvent("arrived", { detail: square }));
  }

  /** The square in the hand was written by something else than typing; that is in the history already. */
  #arriveAgain() {
    const control = this.#held();
    if (control) this.arrival.value = control.value;
  }

  /** The field that was arrived at, also after the table was drawn anew. */
  #held() {
    return this.arrival && controlIn(this.sheet.square(this.arrival.keys[0]));
  }

  #leave(event) {
    const square = this.#inSquare(event);
    square?.classList.remove("is-focus");
    if (!square || this.sheet.redrawing || event.target !== controlIn(square)) return;
    this.commit();
    this.arrival = null;
    this.editing = false;
    this.autosave.soon(0);
  }

  #press(event) {
    const control = event.target.closest("table.sheet input, table.sheet textarea");
    this.pressed = Boolean(control) && (control !== document.activeElement || this.given);
    this.given = false;
    if (control && !this.pressed) this.editing = true;
  }

  #click(event) {
    const square = this.#inSquare(event);
    if (!square || event.target.closest("button, select, a, label, .pop")) return;
    const target = focusable(square);
    if (target !== document.activeElement) target?.focus();
    if (this.pressed && !this.editing && target.selectionStart === target.selectionEnd) target.select?.();
    this.pressed = false;
  }

  /** What was typed becomes one step of the history. */
  commit() {
    const control = this.#held();
    if (!control) return;
    const { keys, value: from } = this.arrival;
    this.sheet.history.add(keys.map((key) => ({ key, from, to: control.value })));
    this.arrival.value = control.value;
  }

  /** What is written by typing into `control`: the squares that were arrived at, also where the table changed meanwhile. */
  keysOf(control) {
    return control === this.#held() ? this.arrival.keys : [control.name];
  }

  typing(control) {
    this.given = false;
    if (isLong(control.closest("[data-key]"))) this.editing = true;
  }

  edit() {
    const { control } = this;
    if (!control) {
      const asks = this.square && new CustomEvent("settings", { detail: this.square, cancelable: true });
      return asks ? this.sheet.dispatchEvent(asks) : false;
    }
    this.editing = true;
    control.setSelectionRange(control.value.length, control.value.length);
    return true;
  }

  restore() {
    const { control, arrival } = this;
    if (!control || !arrival) return false;
    if (control.value !== arrival.value) {
      this.sheet.writeAll(arrival.keys.map((key) => ({ key, value: arrival.value })), { remember: false });
    } else if (!this.editing) return false;
    this.editing = false;
    control.select();
    return true;
  }

  newLine() {
    const { control } = this;
    if (!(control instanceof HTMLTextAreaElement)) return true;
    control.setRangeText("\n", control.selectionStart, control.selectionEnd, "end");
    control.dispatchEvent(new Event("input", { bubbles: true }));
    this.editing = true;
    return true;
  }

  walk(direction) {
    const { square } = this;
    const { grid } = this.sheet;
    this.lane ??= grid.place(square);
    const next = grid.next(square, direction, this.lane);
    if (next) this.#step(next, direction);
    return true;
  }

  #step(square, direction) {
    const at = this.sheet.grid.place(square);
    const sideways = direction === "left" || direction === "right";
    this.lane = sideways ? { row: this.lane.row, col: at.col } : { row: at.row, col: this.lane.col };
    this.#focus(square);
  }

  #focus(square) {
    this.walking = true;
    focusable(square)?.focus();
    this.walking = false;
    square.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Down or up a column over squares that take a value, after Tabs along a row the column where they began; past the end of a block into the next. */
  line(direction) {
    const { grid } = this.sheet;
    const from = this.#lineStart();
    const next = grid.next(from, direction, this.lane, controlIn) ?? grid.beside(this.square, direction === "up");
    if (next) this.#step(next, direction);
    else this.commit();
    return true;
  }

  #lineStart() {
    const { grid } = this.sheet;
    const { row, col } = grid.place(this.square);
    if (this.tabbedFrom?.row !== row) {
      this.lane ??= { row, col };
      return this.square;
    }
    this.lane = this.tabbedFrom;
    return grid.at(row, this.lane.col);
  }

  /** The next field, also the choice beside a text; after the last the browser goes on, out of the table. */
  tab(backwards) {
    const here = document.activeElement;
    const side = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    const fields = this.sheet.controls(this.sheet.table).filter((field) => here.compareDocumentPosition(field) & side);
    const next = backwards ? fields[fields.length - 1] : fields[0];
    if (!next) return !backwards && this.#isTakenAtTheEnd();
    this.lane = null;
    const { row, col } = this.sheet.grid.place(this.square);
    if (this.tabbedFrom?.row !== row) this.tabbedFrom = { row, col };
    this.tabbing = true;
    next.focus();
    this.tabbing = false;
    next.closest("td").scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  /** Whether somebody goes on where the table ends: a row is added, for example. */
  #isTakenAtTheEnd() {
    return !this.sheet.dispatchEvent(new CustomEvent("end", { detail: this.square, cancelable: true }));
  }

  /** The first or last square of the row that takes a value. */
  endOfRow(index) {
    const { grid } = this.sheet;
    const { row } = grid.place(this.square);
    const inRow = [...new Set(grid.cells[row])].filter(controlIn);
    if (inRow.length) this.#focus(fromEnd(inRow, index));
    return true;
  }

  /**
   * Puts the focus on the first square, unless the page already has one or says where; the first click still takes it.
   * A finger needs none: it would only scroll the paper aside.
   */
  begin() {
    const { activeElement } = document;
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("table.sheet [data-key]");
    if (named) this.#focus(named);
    else if (activeElement === document.body && !location.hash && !matchMedia("(pointer: coarse)").matches) this.edge(0);
    this.given = true;
  }

  edge(index) {
    this.#focus(fromEnd(this.sheet.grid.typed(), index));
    return true;
  }

  undo() {
    this.sheet.history.undo();
    return true;
  }

  redo() {
    this.sheet.history.redo();
    return true;
  }
}

/** The item at `index`, from the end where that is negative. */
const fromEnd = (items, index) => items[index < 0 ? items.length + index : index];

const isLong = (square) => square?.dataset.kind === "long_text";
