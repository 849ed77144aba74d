// What follows from what was saved (findings, computed squares, lights) is asked for after it was saved. Until it is
// there the page says that what it shows is older; an answer to an older question is thrown away.

import { Sender } from "../saving/sender.js";
import { gettext } from "./words.js";

/** Squares that are saved one soon after the other are checked together. */
const PAUSE = 250;

export class Checking extends Sender {
  constructor(sheet) {
    super(sheet, new Freshness(sheet.form.closest("main")));
    Object.assign(this, { sheet, now: 0, shown: 0, took: 0 });
    document.getElementById("findings").addEventListener("click", ({ target }) => target.closest("[data-check-again]") && this.resume());
    for (const name of ["saved", "behind"]) sheet.addEventListener(name, () => this.#older());
    sheet.addEventListener("answered", () => (this.shown = this.now += 1));
    sheet.addEventListener("drawn", () => this.waits || this.mark.show("now"));
  }

  /** Whether something was saved since the state that is shown. */
  get waits() {
    return this.shown < this.now;
  }

  /** A server that takes long to answer is asked less often. */
  #older() {
    this.now += 1;
    this.mark.show(this.stopped ? "failed" : "saving");
    this.soon(Math.max(PAUSE, this.took));
  }

  async send() {
    const began = Date.now();
    this.asked = this.now;
    const answer = await this.sheet.ask(this.sheet.urls.findings);
    this.took = Date.now() - began;
    return answer;
  }

  ring() {
    if (this.waits) super.ring();
  }

  /** An act may have told meanwhile how everything stands: then nothing hangs on this answer any more, not even a failure. */
  async take(answer) {
    return this.waits ? super.take(answer) : true;
  }

  arrived(data) {
    if (this.asked === this.now) this.sheet.dispatchEvent(new CustomEvent("answered", { detail: data }));
    return true;
  }

  refused() {
    this.stopped = true;
    this.mark.show("failed");
  }

  blocked() {}

  giveUp() {}
}

/** Whether counts and lights are of what was saved last: where they are not, they look so and it is said. */
class Freshness {
  constructor(main) {
    this.main = main;
    this.live = main.querySelector("#counts-said");
  }

  show(kind) {
    const state = { now: "now", saving: "checking", busy: "checking" }[kind] ?? "stale";
    if (this.main.dataset.findings === state) return;
    this.main.dataset.findings = state;
    if (state === "stale") this.live.textContent = gettext("检查结果未更新");
  }
}
