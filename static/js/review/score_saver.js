// Saves the parts of the score panel one after the other.

import { post } from "../saving/request.js";
import { Sender } from "../saving/sender.js";
import { choose } from "../sheet/conflicts.js";
import { gettext } from "../sheet/words.js";

const PAUSE = 500;

export class ScoreSaver extends Sender {
  constructor(scores, mark) {
    super(scores, mark);
    this.scores = scores;
    scores.addEventListener("typed", () => this.soon(PAUSE));
    scores.addEventListener("chosen", () => this.soon(0));
    addEventListener("pagehide", () => this.flush());
  }

  get waits() {
    return this.scores.unsaved.size > 0;
  }

  async send() {
    const { scores } = this;
    [this.part] = scores.unsaved;
    scores.unsaved.delete(this.part);
    const fields = scores.fieldsOf(this.part);
    this.fields = new Map(fields.map((field) => [field.name, field.value]));
    const read = fields.map(scores.read, scores).map(({ name, value }) => [name, value]);
    scores.sending = 1;
    const answer = await post(this.part.dataset.url, new URLSearchParams([...this.fields, ...read, ...scores.seen]));
    scores.sending = 0;
    return answer;
  }

  async arrived(data) {
    if (data.conflict) await this.#choose(this.part, data.conflict);
    else this.scores.learn(this.part, this.fields, data);
    if (!this.waits) this.#rest(data.saved_at);
    return true;
  }

  /** Two pages scored one part: both are shown, and the person chooses; until then what was typed waits in its fields. */
  async #choose(part, { points, reason, message, at, ...from }) {
    const { scores } = this;
    const [mine, why] = scores.fieldsOf(part).map(({ value }) => value);
    const place = part.querySelector("h3").firstChild.textContent;
    const theirs = inWords(points, reason);
    const choice = await choose({ what: gettext("这一项评分"), place, mine: inWords(mine, why), theirs, at, ...from });
    scores.hear(part, { points, reason });
    if (choice === "theirs") scores.yield(part);
    else if (choice === "mine") scores.unsaved.add(part);
    else scores.refuse(part, message);
    scores.fieldsOf(part)[0].focus();
  }

  refused({ message }) {
    this.scores.refuse(this.part, message);
    if (this.waits) this.soon(0);
    else this.#rest();
  }

  blocked() {
    this.scores.unsaved.add(this.part);
  }

  #rest(clock) {
    const count = this.scores.refused.size;
    this.mark.show(count ? "refused" : "saved", clock, count);
  }
}

/** Points and reason as the dialog shows them, one under the other. */
const inWords = (points, reason) => [points && gettext("%(points)s 分", { points }), reason].filter(Boolean).join("\n");
