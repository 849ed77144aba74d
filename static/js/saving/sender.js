// Sends what waits: one request at a time, soon after the typing stops. Where the way is blocked it tries again after
// growing pauses, so many times and no more; then it says so, and the person decides.

import { gettext } from "../sheet/words.js";
import { PASSING } from "./request.js";

const RING_AFTER = 300;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60000;
/** Failures in a row after which nothing is tried by itself: a line comes back, a fault of the server seldom passes. */
const MOST = { offline: 20, busy: 20, broken: 5 };

/**
 * A subclass says what `waits`, how to `send` it (gives the answer of a request), and what to do when it has `arrived`,
 * was `refused`, or is `blocked`. `page` hears of the end of the way: "session" and "closed", with what the server said.
 */
export class Sender {
  constructor(page, mark) {
    Object.assign(this, { page, mark, failures: 0, notBefore: 0, stopped: false, hasGivenUp: false, running: null });
    window.addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => this.flush());
  }

  soon(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), Math.max(delay, this.notBefore - Date.now()));
  }

  /** Sends everything that waits; gives when nothing waits any more, or the way is blocked. */
  flush() {
    clearTimeout(this.timer);
    this.running ??= this.#sendAll().finally(() => (this.running = null));
    return this.running;
  }

  /** The person wants another try, or has signed in again. */
  resume() {
    Object.assign(this, { stopped: false, hasGivenUp: false, failures: 0, notBefore: 0 });
    return this.flush();
  }

  async #sendAll() {
    while (!this.stopped && this.waits) {
      const ring = setTimeout(() => this.ring(), RING_AFTER);
      const answer = await this.send();
      clearTimeout(ring);
      if (!(await this.take(answer))) return;
    }
  }

  /** It takes a while: the mark says that it is on its way. */
  ring() {
    this.mark.show("saving");
  }

  /** Deals with an answer by its kind; gives whether the next request may follow. */
  async take(answer) {
    if (answer.kind === "ok") {
      Object.assign(this, { hasGivenUp: false, failures: 0, notBefore: 0 });
      return this.arrived(answer.data);
    }
    if (answer.kind === "refused") this.refused({ message: answer.data.message || usual("refused") });
    else {
      this.blocked();
      if (PASSING.has(answer.kind)) this.#tryAgain(answer);
      else this.#stop(answer);
    }
    return false;
  }

  #stop({ kind, data }) {
    this.stopped = true;
    this.mark.show("kept");
    const name = kind === "session" ? "session" : "closed";
    this.page.dispatchEvent(new CustomEvent(name, { detail: { ...data, message: data.message || usual(kind) } }));
  }

  /** The pause holds for what is typed meanwhile, too; after the last attempt only typing brings another one. */
  #tryAgain({ kind, pause }) {
    this.failures += 1;
    const wait = Math.max(pause, between(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures)));
    this.notBefore = Date.now() + wait;
    this.mark.show(this.failures < MOST[kind] ? PAUSED[kind] : "given_up");
    if (this.failures < MOST[kind]) this.soon(0);
    else if (kind !== "offline" && !this.hasGivenUp) {
      this.hasGivenUp = true; // said once, also where failures of several kinds have come together
      this.giveUp();
    }
  }

  /** Nothing is tried by itself any more. */
  giveUp() {
    const message = gettext("服务器一直没有接受。内容已存在本机，请过几分钟再按“重试”；仍不行时请联系业务管理员。");
    this.page.dispatchEvent(new CustomEvent("closed", { detail: { message } }));
  }
}

const PAUSED = { offline: "offline", busy: "busy", broken: "failed" };

/** Half to all of `most`, so that many pages that lost the server together do not come back together. */
const between = (most) => most * (0.5 + Math.random() / 2);

/** What to say where the server named no reason. */
function usual(kind) {
  return {
    gone: gettext("这一页现在打不开，可能已不在您名下。"),
    not_yours: gettext("您现在没有权限在这一页保存，可能角色或单位有变动。"),
    old: gettext("这一页已经过期，请复制没有保存的内容，刷新后再填。"),
    closed: gettext("这一页现在不能修改，请刷新查看最新状态。"),
    refused: gettext("没有保存：内容可能太多，请分几次保存。"),
    session: "",
  }[kind];
}
