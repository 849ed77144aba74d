// Saves what was typed into the form, and makes acts beside the squares.

import { PASSING, post } from "../saving/request.js";
import { Sender } from "../saving/sender.js";

const IDLE = 800;

export class Autosave extends Sender {
  constructor(sheet, mark) {
    super(sheet, mark);
    this.sheet = sheet;
    this.changes = [];
    sheet.addEventListener("written", () => this.soon(0));
    for (const name of ["written", "typed"]) sheet.addEventListener(name, () => this.#calm());
  }

  soon(delay = IDLE) {
    super.soon(delay);
  }

  get waits() {
    return this.sheet.ledger.waiting.size > 0;
  }

  async send() {
    this.changes = this.sheet.ledger.take();
    const answer = await post(this.sheet.urls.save, { page_read: this.sheet.pageRead, changes: this.changes });
    this.#say(false);
    return answer;
  }

  ring() {
    super.ring();
    this.#say(true);
  }

  #say(on) {
    this.sheet.dispatchEvent(new CustomEvent("sending", { detail: { keys: this.changes.map(({ key }) => key), on } }));
  }

  /** What was typed is saved; the answer to an act says how everything stands as well. */
  arrived(data) {
    this.sheet.blocked = false;
    this.sheet.dispatchEvent(new CustomEvent(data.outcomes ? "saved" : "answered", { detail: data }));
    const { waiting, refused } = this.sheet.ledger;
    if (!waiting.size) this.mark.show(refused.size ? "refused" : "saved", data.saved_at, refused.size);
    return true;
  }

  refused({ message }) {
    this.sheet.ledger.giveBack();
    for (const { key } of this.changes) this.sheet.ledger.refuse(key, message);
    this.mark.show("failed");
    this.sheet.dispatchEvent(new CustomEvent("unsaved"));
  }

  blocked() {
    this.sheet.ledger.giveBack();
    this.sheet.blocked = true;
    this.sheet.dispatchEvent(new CustomEvent("unsaved"));
  }

  /** What was refused has been put back as it was: there is nothing left to save. */
  #calm() {
    if (this.mark.refused && !this.sheet.ledger.unsaved.length) this.mark.show("saved");
  }

  /**
   * An act beside the squares (rows, answers): first what waits, then the act. Gives its data, null where it failed and
   * the reason was shown.
   */
  async act(url, body) {
    await this.flush();
    if (this.stopped) return null;
    const doing = this.#act(url, body);
    this.running = doing.finally(() => {
      this.running = null;
      if (this.waits) this.soon(0);
    });
    return doing;
  }

  async #act(url, body) {
    const answer = await this.sheet.ask(url, body);
    const isShown = answer.kind === "refused" || PASSING.has(answer.kind);
    if (isShown) this.sheet.dispatchEvent(new CustomEvent("refused", { detail: answer }));
    else await this.take(answer);
    return answer.kind === "ok" ? answer.data : null;
  }
}
