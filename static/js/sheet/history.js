// Undo and redo across squares, also after saving. One entry is one act: its steps are taken back and done again together,
// and the focus goes back to where the act was.

const LONGEST = 200;

export class History {
  constructor(sheet) {
    this.sheet = sheet;
    this.past = [];
    this.future = [];
    this.renamed = new Map();
    this.turn = Promise.resolve();
    /** Notes what was typed last; whoever listens to typing says how. */
    this.settle = () => {};
  }

  /** Notes changes of squares that belong together; changes that change nothing are left out. */
  add(changes) {
    const real = changes.filter(({ from, to }) => from !== to);
    if (!real.length) return;
    const put = (side) => () => this.#write(real.map((change) => ({ key: this.nameNow(change.key), value: change[side] })));
    const at = real[0].key;
    this.#note({ undo: put("from"), redo: put("to") }, at, at);
  }

  /** Notes a step that is more than texts of squares; `undo` and `redo` give false where they could not be done. */
  addStep(undo, redo) {
    this.#note({ undo, redo }, this.#here(), this.#here());
  }

  /** Everything that `doing` changes is one entry, also where it waits for the server in between. Gives what it gives. */
  async act(doing) {
    if (this.open) return doing();
    this.settle();
    const steps = (this.open = []);
    const back = this.#here();
    try {
      return await doing();
    } finally {
      this.open = null;
      if (steps.length) this.#push({ steps, back, forth: this.#here() || back });
    }
  }

  undo() {
    return this.#inTurn(this.past, this.future, async ({ steps, back }) => {
      for (const step of [...steps].reverse()) if ((await step.undo()) === false) return null;
      return back;
    });
  }

  redo() {
    return this.#inTurn(this.future, this.past, async ({ steps, forth }) => {
      for (const step of steps) if ((await step.redo()) === false) return null;
      return forth;
    });
  }

  /** A removed row that came back stands under another name. */
  rename(was, is) {
    this.renamed.set(was, is);
  }

  /** The name that a row, or a square of one, has now. */
  nameNow(name) {
    const ref = /\[([^\]]*)\]/.exec(name)?.[1] ?? name;
    let now = ref;
    while (this.renamed.has(now)) now = this.renamed.get(now);
    return now === ref ? name : name.replace(ref, now);
  }

  /** One after the other: two quick Ctrl+Z take back two acts. */
  #inTurn(from, to, run) {
    this.settle();
    this.turn = this.turn.then(async () => {
      const entry = from.pop();
      if (!entry) return;
      const place = await run(entry);
      (place === null ? from : to).push(entry);
      if (place !== null) this.sheet.goToNearest(this.nameNow(place));
    });
    return this.turn;
  }

  #write(changes) {
    this.sheet.writeAll(changes, { remember: false });
  }

  #here() {
    return this.sheet.focused?.dataset.key ?? "";
  }

  #note(step, back, forth) {
    if (this.open) this.open.push(step);
    else this.#push({ steps: [step], back, forth });
  }

  #push(entry) {
    this.past.push(entry);
    this.past.splice(0, this.past.length - LONGEST);
    this.future.length = 0;
  }
}
