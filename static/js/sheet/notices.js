// Sentences that concern no single square: shown at the foot for a while and read aloud.

import { gettext } from "./words.js";

const WHILE = 12000;

export class Notices {
  constructor(sheet) {
    this.box = document.getElementById("notice");
    document.addEventListener("changed-text", ({ detail }) => this.show(detail));
    sheet.addEventListener("refused", ({ detail }) => this.show(detail.data.message || this.#usual(detail.kind)));
  }

  #usual(kind) {
    return kind === "offline" ? gettext("现在连接不上，请稍后再试。") : gettext("没有做成，请稍后再试。");
  }

  show(words) {
    this.box.querySelector("[data-slot=words]").textContent = words;
    this.box.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.box.hidden = true), WHILE);
  }
}
