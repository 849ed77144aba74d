// Indicator rows: add, remove with ten seconds to take it back, move, settings, take over from an earlier form.

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

  get refs() {
    return this.sheet.grid.refs.filter(Boolean);
  }

  /** Adds a row below `after` ("" is the top, null the end) for each of `values`; gives their references. */
  async add(after, values = [{}], { remember = true } = {}) {
    const data = await this.autosave.act(this.sheet.urls.rows, { act: "add", after, rows: values });
    if (!data) return [];
    const state = { refs: data.added };
    if (remember) this.sheet.history.addAct(() => this.#drop(state), () => this.#bringBack(state, after, values));
    this.sheet.goTo(`indicators[${data.added[0]}].level3`);
    return data.added;
  }

  async #drop(state) {
    for (const ref of state.refs) await this.#remove(ref);
  }

  async #bringBack(state, after, values) {
    const refs = await this.add(after, values, { remember: false });
    refs.forEach((ref, index) => this.#rename(state.refs[index], ref));
    state.refs = refs;
  }

  /** Removes a row; for ten seconds a button, and later Ctrl+Z, brings it back. */
  async remove(ref) {
    const number = this.refs.indexOf(ref) + 1;
    const next = this.refs[number] ?? this.refs[number - 2];
    const kept = await this.#remove(ref);
    if (!kept) return;
    const state = { ref, ...kept };
    this.sheet.history.addAct(() => this.#restore(state), () => this.#remove(state.ref));
    this.sheet.goTo(next ? `indicators[${next}].level3` : "");
    this.#offer(gettext("已删除第 %(number)s 行", { number }));
  }

  async #remove(ref) {
    const data = await this.autosave.act(this.sheet.urls.rows, { act: "remove", ref });
    if (!data) return null;
    for (const key of this.sheet.ledger.unsaved) if (refOf(key) === ref) this.sheet.ledger.forget(key);
    return data.removed;
  }

  async #restore(state) {
    this.#hideOffer();
    const [ref] = await this.add(state.after, [state.values], { remember: false });
    if (ref) this.#rename(state.ref, ref);
    state.ref = ref ?? state.ref;
  }

  #rename(was, is) {
    this.sheet.history.rename(was, is);
  }

  #offer(words) {
    this.toast.querySelector("[data-slot=words]").textContent = words;
    this.toast.hidden = false;
    this.takeBack = () => this.sheet.history.undo();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#hideOffer(), REGRET);
  }

  #hideOffer() {
    clearTimeout(this.timer);
    this.toast.hidden = true;
    this.takeBack = null;
  }

  async move(ref, up) {
    const key = this.sheet.focused?.dataset.key;
    await this.autosave.act(this.sheet.urls.rows, { act: "move", ref, up });
    this.sheet.goTo(key && refOf(key) === ref ? key : `indicators[${ref}].level3`);
  }

  /** Asks from which earlier form to take over, and takes it over. */
  async copy() {
    const source = await ask("dlg-copy");
    if (!source) return;
    await this.autosave.act(this.sheet.urls.rows, { act: "copy", source: Number(source) });
  }
}
