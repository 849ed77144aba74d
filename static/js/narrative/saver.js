// Saves what was typed into the report and into the explanations beside it.

import { post } from "../saving/request.js";
import { Sender } from "../saving/sender.js";
import { TEXT } from "./report.js";

const IDLE = 800;
/** A long report is sent whole, and read whole: it waits a little longer, one second for so many characters. */
const PER_SECOND = 100000;

export class Saver extends Sender {
  constructor(report, mark, answers) {
    super(report, mark);
    Object.assign(this, { report, answers });
    report.addEventListener("typed", () => this.#typed());
    report.area.addEventListener("blur", () => this.soon(0));
  }

  soon(delay = IDLE + (1000 * this.report.text.length) / PER_SECOND) {
    super.soon(delay);
  }

  get waits() {
    return !this.report.composing && this.report.waits;
  }

  #typed() {
    if (this.report.composing) return;
    if (this.mark.refused && !this.report.ledger.unsaved.length) this.mark.show("saved");
    this.soon();
  }

  async send() {
    const { report } = this;
    this.sent = this.#body();
    report.sending = 1;
    const answer = await post(report.urls.save, this.sent.body);
    report.sending = 0;
    return answer;
  }

  #body() {
    const { report } = this;
    const words = [...report.words].filter(([name]) => !report.isRefused(name));
    const explanations = words.map(([name, text]) => {
      const [, rule, anchor] = name.split(":");
      return { rule, anchor, text, was: report.read.get(name) };
    });
    const body = { panel: report.panel, explanations };
    const text = report.isChanged && !report.isRefused(TEXT) ? report.text : null;
    if (text !== null) Object.assign(body, { text, revision: report.revision });
    return { body, text, words };
  }

  async arrived(data) {
    const goesOn = await this.answers.take(this.sent, data);
    if (!this.report.waits) this.#rest(data.saved_at);
    return goesOn;
  }

  refused({ message }) {
    const { text, words } = this.sent;
    for (const [name, value] of words) this.report.refuse(name, value, message);
    if (text !== null) this.report.refuse(TEXT, text, message);
    this.#rest();
    this.report.dispatchEvent(new CustomEvent("unsaved"));
  }

  blocked() {
    this.report.dispatchEvent(new CustomEvent("unsaved"));
  }

  #rest(clock) {
    const count = this.report.refused.size;
    this.mark.show(count ? "refused" : "saved", clock, count);
  }
}
