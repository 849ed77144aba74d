// The open form: its table, its fields, and the one way to read and write them.

import { Drafts } from "../saving/drafts.js";
import { post } from "../saving/request.js";
import { Grid, controlIn, textIn } from "./grid.js";
import { History } from "./history.js";
import { Ledger } from "./ledger.js";
import { keyInRow, refOf } from "./paste_plan.js";

/** Fields that save by themselves: beside the table, in a square, and the choice in its reading line. */
export const SAVES = "[data-saves], table.sheet td > [name], table.sheet .rd [name]";

export class Sheet extends EventTarget {
  constructor(form) {
    super();
    this.form = form;
    this.urls = JSON.parse(form.dataset.urls);
    this.seen = { layout: form.dataset.layout, panel: form.dataset.panel };
    this.ledger = new Ledger(new Drafts(form.dataset.person, form.dataset.filing));
    this.history = new History(this);
    this.grow = () => {};
    this.readAgain();
  }

  get table() {
    return this.form.querySelector("table.sheet");
  }

  /** After the page was drawn or redrawn: where the squares are, and what the server holds in each field. */
  readAgain(scope = document) {
    this.grid = new Grid(this.table);
    for (const [key, text] of this.#levels()) this.ledger.learn(key, text);
    this.learnFrom(scope);
  }

  /** Notes what the server holds in the fields of `scope`; what was typed meanwhile goes on standing there. */
  learnFrom(scope) {
    for (const control of this.controls(scope)) {
      if (this.ledger.isUnsaved(control.name)) this.put(control, this.ledger.typed(control.name));
      else this.ledger.learn(control.name, heldIn(control));
    }
  }

  /** The levels of every row, which stand in merged squares. */
  *#levels() {
    for (const [row, ref] of this.grid.refs.entries()) {
      const cells = ref ? new Set(this.grid.cells[row]) : [];
      for (const cell of cells) {
        if (cell.dataset.kind !== "level") continue;
        const key = keyInRow(cell.dataset.key, ref);
        if (!this.ledger.isUnsaved(key)) yield [key, this.textOf(cell)];
      }
    }
  }

  /** Which version of the filing the page was drawn of. */
  get pageRead() {
    return this.form.elements.page_read.value;
  }

  /** What the page shows, by digest. */
  get shown() {
    return JSON.stringify({ ...this.seen, looks: this.grid.squares().map(({ dataset }) => dataset.look).join() });
  }

  /** Asks the server, which answers with what looks otherwise than what is shown now: `since`. */
  async ask(url, body = {}) {
    const since = this.shown;
    const answer = await post(url, { ...JSON.parse(since), page_read: this.pageRead, ...body });
    return { ...answer, data: { ...answer.data, since } };
  }

  controls(scope = document) {
    return [...scope.querySelectorAll(SAVES)];
  }

  control(key) {
    const found = this.form.elements.namedItem(key);
    return found?.matches?.(SAVES) ? found : null;
  }

  /** The square of `key`; a level's is the one that stands over its row. */
  square(key) {
    return this.grid.square(key) ?? this.grid.levels().find((square) => this.keysOf(square).includes(key)) ?? null;
  }

  /** What is written by writing into `square`: a level that stands over several rows is each row's own. */
  keysOf(square) {
    const { key, kind } = square.dataset;
    if (kind !== "level") return [key];
    const { row, rows } = this.grid.place(square);
    return this.grid.refs.slice(row, row + rows).map((ref) => keyInRow(key, ref));
  }

  /** The changes that put `value` into squares. */
  changesOf(squares, value) {
    return squares.filter(controlIn).flatMap((square) => this.keysOf(square).map((key) => ({ key, value })));
  }

  read(key) {
    return this.control(key)?.value ?? null;
  }

  /** The text of any square: typed, computed or locked. */
  textOf(square) {
    return textIn(square);
  }

  /** Writes several fields as one act; they save soon. */
  writeAll(changes, { remember = true } = {}) {
    if (remember) this.history.settle();
    const done = [];
    for (const { key, value } of changes) {
      const control = this.control(key);
      if (!control && !this.ledger.base.has(key)) continue;
      done.push({ key, from: control?.value ?? this.ledger.typed(key) ?? this.ledger.base.get(key), to: value });
      if (control) this.put(control, value);
      this.ledger.note(key, value);
    }
    if (remember) this.history.add(done);
    this.dispatchEvent(new CustomEvent("written", { detail: done.map(({ key }) => key) }));
  }

  /** Puts a text on the screen only. */
  put(control, value) {
    if (control.value !== value) control.value = value;
    this.grow(control);
  }

  /** Puts another spelling of what stands in a field; the caret stays behind the same characters. */
  putBeforeCaret(control, value) {
    const after = control.value.length - control.selectionEnd;
    this.put(control, value);
    if (control === document.activeElement) control.setSelectionRange(value.length - after, value.length - after);
  }

  /** Puts the focus on a square or field, in sight. */
  goTo(key) {
    const target = this.control(key) ?? focusable(this.square(key));
    if (!target) return false;
    target.focus();
    target.closest("td, li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  /** The same, or the row of a square that is not on the paper, or the way to a first row: the focus is never nowhere. */
  goToNearest(key) {
    if (key && this.goTo(key)) return;
    const ref = refOf(key) ?? this.grid.refs.filter(Boolean).pop();
    if (!this.goTo(this.nameOf(ref))) document.getElementById("add-row").focus();
  }

  /** The key of the square by which a row is called: its name, or the first one that takes a value. */
  nameOf(ref) {
    const squares = [...new Set(this.grid.cells[this.grid.refs.indexOf(ref)] ?? [])].filter(controlIn);
    return (squares.find(({ dataset }) => dataset.kind === "name") ?? squares[0])?.dataset.key ?? "";
  }

  /** Selects the words between two characters of a square that has the focus; typing then goes on among them. */
  selectWords(key, start, end) {
    const control = this.control(key);
    if (!control) return;
    const characters = [...control.value];
    const from = characters.slice(0, start).join("").length;
    control.setSelectionRange(from, from + characters.slice(start, end).join("").length);
    this.dispatchEvent(new CustomEvent("words", { detail: key }));
  }

  get focused() {
    return document.activeElement?.closest?.("table.sheet [data-key]") ?? null;
  }
}

/** What takes the focus in a square: its input, or its value where nothing is typed. */
export function focusable(square) {
  return controlIn(square) ?? square?.querySelector(".v") ?? null;
}

/** What the server holds in a field, as it was drawn. */
export function heldIn(control) {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value ?? "";
  }
  return control.defaultValue.replace(/\r\n?/g, "\n");
}
