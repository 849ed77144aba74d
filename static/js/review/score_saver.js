// Saves the parts of the score panel one after the other.

import { post } from "../saving/request.js";
import { Sender } from "../saving/sender.js";

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
    this.fields = new Map(scores.fieldsOf(this.part).map((field) => [field.name, field.value]));
    scores.sending = 1;
    const answer = await post(this.part.dataset.url, new URLSearchParams([...this.fields, ...scores.seen]));
    scores.sending = 0;
    return answer;
  }

  arrived(data) {
    this.scores.learn(this.part, this.fields, data);
    if (!this.waits) this.#rest(data.saved_at);
    return true;
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
