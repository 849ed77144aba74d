// Rows of lists: add, remove with ten seconds to take it back, move, settings, take over from an earlier form.

import { ask } from "./ask.js";
import { refOf } from "./paste_plan.js";
import { gettext } from "./words.js";

const REGRET = 10000;

export class Rows {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave });
    this.toast = document.getElementById("undo-row");
    this.toast.querySelector("button").addEventListener("click", () => this.takeBack?.());
  }

  /** The rows of a list in their order. */
  refsIn(list) {
    const { refs, lists } = this.sheet.grid;
    return refs.filter((ref, row) => ref && lists[row] === list);
  }

  /** The list of a row; blank where its rows are those of the form. */
  listOf(ref) {
    const { refs, lists } = this.sheet.grid;
    return lists[refs.findIndex((other, row) => other === ref && lists[row])] ?? "";
  }

  /** How many rows a list can have, and how many more this one can take. */
  get most() {
    return Number(this.sheet.form.dataset.mostRows);
  }

  roomIn(list) {
    return this.most - this.refsIn(list).length;
  }

  /** Adds a row below `after` ("" is the top, null the end) for each of `values`; gives their references. */
  add(after, values = [{}], list = this.listOf(after)) {
    return this.sheet.history.act(async () => {
      const refs = await this.#add(after, values, list);
      if (refs) this.#noteAdded(refs);
      return refs ?? [];
    });
  }

  /** Removes a row; for ten seconds a button, and later Ctrl+Z, brings it back. */
  remove(ref) {
    return this.sheet.history.act(async () => {
      const refs = this.refsIn(this.listOf(ref));
      const number = refs.indexOf(ref) + 1;
      const next = refs[number] ?? refs[number - 2] ?? "";
      const gone = new Gone(this, [ref]);
      if (!(await gone.remove())) return;
      this.sheet.history.addStep(() => gone.restore(), () => gone.remove());
      this.sheet.goToNearest(this.sheet.nameOf(next));
      this.#offer(gettext("已删除第 %(number)s 行", { number }));
    });
  }

  move(ref, up) {
    return this.sheet.history.act(async () => {
      const key = this.sheet.focused?.dataset.key;
      const before = this.sheet.grid.refs.join();
      await this.#move(ref, up);
      this.sheet.goTo(refOf(key) === ref ? key : this.sheet.nameOf(ref));
      if (this.sheet.grid.refs.join() !== before) this.sheet.history.addStep(() => this.#move(ref, !up), () => this.#move(ref, up));
    });
  }

  /** Asks from which earlier form to take over, and takes it over. */
  async copy() {
    const source = await ask("dlg-copy");
    if (!source) return;
    await this.sheet.history.act(async () => {
      const data = await this.act({ act: "copy", source: Number(source) });
      if (!data) return;
      this.#noteAdded(data.added);
      this.sheet.goToNearest(this.sheet.nameOf(data.added[0]));
    });
  }

  /** Removes rows if they are as the page shows them; who has been told of another hand removes them all the same. */
  async take(refs) {
    await this.autosave.flush();
    const isTold = this.told === refs.join();
    this.told = null;
    const read = [...this.sheet.ledger.base].filter(([key]) => refs.includes(refOf(key)) && this.sheet.square(key));
    const data = await this.act({ act: "remove", refs, was: isTold ? {} : Object.fromEntries(read) });
    if (!data?.conflict) return data;
    this.told = refs.join();
    this.sheet.dispatchEvent(new CustomEvent("refused", { detail: { kind: "refused", data: { message: data.conflict } } }));
    return null;
  }

  /** Does one act on the rows; null where it failed and the reason was shown. */
  act(body) {
    return this.autosave.act(this.sheet.urls.rows, body);
  }

  /** The references of rows that were added; null where they could not be. */
  async #add(after, values, list) {
    const data = await this.act({ act: "add", list, after, rows: values });
    if (data) this.sheet.goTo(this.sheet.nameOf(data.added[0]));
    return data?.added ?? null;
  }

  #noteAdded(refs) {
    const gone = new Gone(this, refs);
    if (refs.length) this.sheet.history.addStep(() => gone.remove(), () => gone.restore());
  }

  async #move(ref, up) {
    return Boolean(await this.act({ act: "move", ref: this.sheet.history.nameNow(ref), up }));
  }

  #offer(words) {
    this.toast.querySelector("[data-slot=words]").textContent = words;
    this.toast.hidden = false;
    this.takeBack = () => {
      this.#hideOffer();
      return this.sheet.history.undo();
    };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#hideOffer(), REGRET);
  }

  #hideOffer() {
    clearTimeout(this.timer);
    this.toast.hidden = true;
    this.takeBack = null;
  }
}

/** Rows that are removed and put back together, each time with what stood in them then. */
class Gone {
  constructor(rows, refs) {
    Object.assign(this, { rows, refs });
  }

  async remove() {
    const { history, ledger } = this.rows.sheet;
    const refs = this.refs.map((ref) => history.nameNow(ref));
    const data = await this.rows.take(refs);
    if (!data) return false;
    for (const key of ledger.unsaved) if (refs.includes(refOf(key))) ledger.forget(key);
    this.removed = data.removed;
    return true;
  }

  async restore() {
    const { history } = this.rows.sheet;
    const [{ list, after }] = this.removed;
    const data = await this.rows.act({ act: "add", list, after: history.nameNow(after), rows: this.removed.map(({ values }) => values) });
    if (!data) return false;
    this.refs.forEach((ref, index) => history.rename(history.nameNow(ref), data.added[index]));
    return true;
  }
}
