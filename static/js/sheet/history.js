// Undo and redo across squares, also after saving. An entry is a list of { key, from, to }, or a pair of acts on rows.

const LONGEST = 200;

export class History {
  constructor(apply) {
    this.apply = apply;
    this.past = [];
    this.future = [];
  }

  /** Notes changes that belong together; changes that change nothing are left out. */
  add(changes) {
    const real = changes.filter(({ from, to }) => from !== to);
    if (real.length) this.#push({ changes: real });
  }

  /** Notes an act on rows by how it is taken back and done again. */
  addAct(undo, redo) {
    this.#push({ undo, redo });
  }

  async undo() {
    const entry = this.past.pop();
    if (!entry) return;
    this.future.push(entry);
    if (entry.undo) await entry.undo();
    else this.apply(entry.changes.map(({ key, from }) => ({ key, value: from })));
  }

  async redo() {
    const entry = this.future.pop();
    if (!entry) return;
    this.past.push(entry);
    if (entry.redo) await entry.redo();
    else this.apply(entry.changes.map(({ key, to }) => ({ key, value: to })));
  }

  /** A removed row that came back stands under another name. */
  rename(was, is) {
    for (const { changes = [] } of [...this.past, ...this.future]) {
      for (const change of changes) change.key = change.key.replace(`[${was}]`, `[${is}]`);
    }
  }

  #push(entry) {
    this.past.push(entry);
    this.past.splice(0, this.past.length - LONGEST);
    this.future = [];
  }
}
