// Saves what was typed: one request at a time, soon after the typing stops, again and again where the way is blocked.

import { post } from "../sheet/transport.js";
import { TEXT } from "./report.js";

const IDLE = 800;
/** A long report is sent whole, and read whole: it waits a little longer, one second for so many characters. */
const PER_SECOND = 100000;
const RING_AFTER = 300;
const LONGEST_WAIT = 30000;

export class Saver {
  constructor(report, mark, answers) {
    Object.assign(this, { report, mark, answers });
    this.failures = 0;
    this.stopped = false;
    this.running = null;
    report.addEventListener("typed", () => this.#typed());
    window.addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
    report.area.addEventListener("blur", () => this.soon(0));
  }

  soon(delay = IDLE + (1000 * this.report.text.length) / PER_SECOND) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  /** Sends everything that waits; gives when nothing waits any more, or the way is blocked. */
  flush() {
    clearTimeout(this.timer);
    this.running ??= this.#sendAll().finally(() => (this.running = null));
    return this.running;
  }

  /** The way is free again: signed in, for example. */
  resume() {
    this.stopped = false;
    return this.flush();
  }

  #typed() {
    if (this.report.composing) return;
    if (this.mark.refused && !this.report.ledger.unsaved.length) this.mark.show("saved");
    this.soon();
  }

  async #sendAll() {
    while (!this.stopped && !this.report.composing && this.report.waits) {
      if (!(await this.#sendOnce())) return;
    }
  }

  async #sendOnce() {
    const { report } = this;
    const sent = this.#body();
    const ring = setTimeout(() => this.mark.show("saving"), RING_AFTER);
    report.sending = 1;
    const answer = await post(report.urls.save, sent.body);
    report.sending = 0;
    clearTimeout(ring);
    if (answer.kind !== "ok") return this.#failed(answer, sent);
    this.failures = 0;
    const goesOn = await this.answers.take(sent, answer.data);
    if (!report.waits) this.#rest(answer.data.saved_at);
    return goesOn;
  }

  #body() {
    const { report } = this;
    const words = [...report.words].filter(([name]) => !report.isRefused(name));
    const explanations = words.map(([name, text]) => {
      const [, rule, anchor] = name.split(":");
      return { rule, anchor, text };
    });
    const body = { panel: report.panel, explanations };
    const text = report.isChanged && !report.isRefused(TEXT) ? report.text : null;
    if (text !== null) Object.assign(body, { text, revision: report.revision });
    return { body, text, words };
  }

  #rest(clock) {
    const count = this.report.refused.size;
    this.mark.show(count ? "refused" : "saved", clock, count);
  }

  #failed({ kind, data }, { text, words }) {
    const { report } = this;
    if (kind === "refused") {
      for (const [name, value] of words) report.refuse(name, value, data.message);
      if (text !== null) report.refuse(TEXT, text, data.message);
      this.#rest();
      report.dispatchEvent(new CustomEvent("unsaved"));
    } else if (kind === "session" || kind === "closed") {
      this.stopped = true;
      this.mark.show("kept");
      report.dispatchEvent(new CustomEvent(kind, { detail: data }));
    } else {
      this.failures += 1;
      this.mark.show(kind === "offline" ? "offline" : "failed");
      this.soon(Math.min(LONGEST_WAIT, 1000 * 2 ** this.failures));
    }
    return false;
  }
}
