// The mark in the work bar that says what became of the typing. It is read aloud only when it changes kind.

import { gettext } from "../sheet/words.js";

const QUIET = new Set(["unknown", "saving", "saved"]);
const ICONS = { unknown: "i-clock", refused: "i-warn", offline: "i-warn", busy: "i-warn", kept: "i-warn", failed: "i-err", given_up: "i-err" };
const ASKS = new Set(["failed", "given_up"]);

export class SavedMark {
  constructor(element, retry) {
    this.element = element;
    this.text = element.querySelector("[data-text]");
    this.live = element.querySelector("[role=status]");
    this.again = element.querySelector("button");
    this.again.addEventListener("click", retry);
    this.icon = element.querySelector("use");
    this.kind = element.dataset.kind;
    this.clock = element.dataset.clock;
  }

  get refused() {
    return this.element.dataset.kind === "refused";
  }

  show(kind, clock = this.clock, count = 0) {
    this.clock = clock;
    const words = this.#words(kind, clock, count);
    this.text.textContent = words;
    this.element.dataset.kind = kind;
    this.icon.setAttribute("href", this.icon.getAttribute("href").replace(/#.*/, `#${ICONS[kind] ?? "i-ok"}`));
    this.again.hidden = !ASKS.has(kind);
    if (kind === this.kind || (QUIET.has(kind) && QUIET.has(this.kind))) return;
    this.kind = kind;
    this.live.textContent = words;
  }

  /** Says once more how things stand. */
  reassure() {
    this.live.textContent = "";
    this.live.textContent = this.text.textContent;
  }

  #words(kind, clock, count) {
    return {
      saved: clock ? gettext("已自动保存 %(clock)s", { clock }) : gettext("随填随存"),
      refused: gettext("还有 %(count)s 处没有保存，请先处理。", { count }),
      saving: gettext("正在保存…"),
      offline: gettext("网络中断，已存在本机，恢复后自动上传"),
      busy: gettext("系统繁忙，已存在本机，稍后自动上传"),
      failed: gettext("保存失败，请重试"),
      given_up: gettext("一直没有保存上，已存在本机，请重试"),
      kept: gettext("未保存，已存在本机"),
    }[kind];
  }
}
