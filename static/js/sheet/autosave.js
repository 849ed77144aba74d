// Saves what was typed: one request at a time, soon after the typing stops, again and again where the way is blocked.

import { post } from "./transport.js";

const IDLE = 800;
const RING_AFTER = 300;
const LONGEST_WAIT = 30000;

export class Autosave {
  constructor(sheet, mark) {
    this.sheet = sheet;
    this.mark = mark;
    this.failures = 0;
    this.stopped = false;
    this.running = null;
    sheet.addEventListener("written", () => this.soon(0));
    for (const name of ["written", "typed"]) sheet.addEventListener(name, () => this.#calm());
    window.addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
  }

  soon(delay = IDLE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  /** Sends everything that waits; gives when nothing waits any more, or the way is blocked. */
  flush() {
    clearTimeout(this.timer);
    this.running ??= this.#sendAll().finally(() => (this.running = null));
    return this.running;
  }

  async #sendAll() {
    while (!this.stopped && this.sheet.ledger.waiting.size) {
      const arrived = await this.#sendOnce();
      if (!arrived) return;
    }
  }

  async #sendOnce() {
    const { ledger, urls } = this.sheet;
    const changes = ledger.take();
    const ring = setTimeout(() => this.#announce(changes), RING_AFTER);
    const answer = await post(urls.save, { ...this.sheet.seen, changes });
    clearTimeout(ring);
    this.sheet.dispatchEvent(new CustomEvent("sending", { detail: { keys: changes.map(({ key }) => key), on: false } }));
    if (answer.kind === "ok") return this.#arrived(answer.data);
    ledger.giveBack();
    return this.#failed(answer, changes);
  }

  #announce(changes) {
    this.mark.show("saving");
    this.sheet.dispatchEvent(new CustomEvent("sending", { detail: { keys: changes.map(({ key }) => key), on: true } }));
  }

  #arrived(data) {
    this.failures = 0;
    this.sheet.blocked = false;
    this.sheet.dispatchEvent(new CustomEvent("answered", { detail: data }));
    const { waiting, refused } = this.sheet.ledger;
    if (!waiting.size) this.mark.show(refused.size ? "refused" : "saved", data.saved_at, refused.size);
    return true;
  }

  #failed({ kind, data }, changes) {
    if (kind === "refused") {
      for (const { key } of changes) this.sheet.ledger.refuse(key, data.message);
      this.mark.show("failed");
    } else {
      this.sheet.blocked = true;
      if (kind === "session" || kind === "closed") this.#stop(kind, data);
      else this.#tryAgain(kind);
    }
    this.sheet.dispatchEvent(new CustomEvent("unsaved"));
    return false;
  }

  /** What was refused has been put back as it was: there is nothing left to save. */
  #calm() {
    if (this.mark.refused && !this.sheet.ledger.unsaved.length) this.mark.show("saved");
  }

  #stop(kind, data) {
    this.stopped = true;
    this.mark.show("kept");
    this.sheet.dispatchEvent(new CustomEvent(kind, { detail: data }));
  }

  #tryAgain(kind) {
    this.failures += 1;
    this.mark.show(kind === "offline" ? "offline" : "failed");
    this.soon(Math.min(LONGEST_WAIT, 1000 * 2 ** this.failures));
  }

  /** The way is free again: signed in, for example. */
  resume() {
    this.stopped = false;
    return this.flush();
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
      if (this.sheet.ledger.waiting.size) this.soon(0);
    });
    return doing;
  }

  async #act(url, body) {
    const answer = await post(url, { ...this.sheet.seen, ...body });
    if (answer.kind === "ok") {
      this.#arrived(answer.data);
      return answer.data;
    }
    if (answer.kind === "session" || answer.kind === "closed") this.#failed(answer, []);
    else this.sheet.dispatchEvent(new CustomEvent("refused", { detail: answer }));
    return null;
  }
}
