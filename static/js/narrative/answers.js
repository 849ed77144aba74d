// What the server answered: findings are drawn, a text that somebody else saved meanwhile is joined or asked about.

import { ask } from "../sheet/ask.js";
import { wordsOf } from "../sheet/conflicts.js";
import { Steady } from "../sheet/steady.js";
import { gettext } from "../sheet/words.js";
import { difference, merge } from "./lines.js";
import { TEXT } from "./report.js";

export class Answers {
  constructor(report, underlines, notices) {
    Object.assign(this, { report, underlines, notices });
    this.panel = new Steady(document.getElementById("findings"), () => this.#putBack());
    this.count = document.getElementById("characters");
  }

  /** Gives whether the next request may follow at once. */
  async take(sent, data) {
    const { report } = this;
    if (data.outcome === "conflict") return this.#overtaken(data);
    if (data.outcome === "refused") {
      report.refuse(TEXT, sent.text, data.message);
      report.dispatchEvent(new CustomEvent("unsaved"));
      return true;
    }
    for (const { name, status, value, message } of data.explained) this.#settle(sent, name, status, value ?? message);
    if (data.outcome === "saved") this.#saved(sent.text, data);
    if (data.revision === report.revision) this.#draw(data);
    report.dispatchEvent(new CustomEvent("unsaved"));
    return true;
  }

  /** The server may have cleaned the text: then the field shows it as it is stored. */
  #saved(sent, { text = sent, revision }) {
    const { report } = this;
    const stands = report.text === sent;
    report.learn(text, revision);
    if (stands && text !== sent) report.put(text);
  }

  #settle(sent, name, status, said) {
    const { report } = this;
    const was = new Map(sent.words).get(name);
    if (status === "refused") report.refuse(name, was, said);
    else report.said(name, was);
  }

  #draw(data) {
    const { report } = this;
    report.panel = data.panel;
    if (data.panel_html) this.panel.draw(data.panel_html);
    this.underlines.show(report.base, data.spans);
    this.count.textContent = data.characters;
    report.dispatchEvent(new CustomEvent("drawn"));
  }

  /** What was typed and is not saved stands in the fields that were drawn anew. */
  #putBack() {
    const { words } = this.report;
    for (const field of this.panel.panel.querySelectorAll("[data-saves]")) if (words.has(field.name)) field.value = words.get(field.name);
    for (const name of ["drawn", "unsaved"]) this.report.dispatchEvent(new CustomEvent(name));
  }

  /** Changes in different paragraphs are joined; for one and the same the person chooses. */
  async #overtaken({ theirs, revision, at, ...from }) {
    const { report } = this;
    const words = wordsOf(from);
    const joined = merge(report.base, report.text, theirs);
    if (joined !== null) {
      report.learn(theirs, revision);
      report.put(joined);
      this.notices.show(gettext("%(who)s刚改了别的段落，已并入您的文字。", { who: words.by }));
      return true;
    }
    const mine = report.text;
    const choice = await ask("dlg-conflict", { ...passages(mine, theirs), ...words, at });
    report.learn(theirs, revision);
    if (choice === "theirs") report.put(theirs);
    if (choice === "mine" || choice === "theirs") {
      if (choice === "theirs") this.#checkAgain();
      return true;
    }
    this.#offer(theirs, words.by);
    report.area.focus();
    return false;
  }

  /** What stands there now is theirs: it is sent once more only to be told what was found in it. */
  #checkAgain() {
    this.report.base = null;
  }

  #offer(theirs, who) {
    const box = document.getElementById("theirs");
    box.querySelector("[data-slot=by]").textContent = who;
    box.querySelector("textarea").value = theirs;
    box.hidden = false;
    box.querySelector("button").onclick = () => (box.hidden = true);
    box.scrollIntoView({ block: "nearest" });
  }
}

/** The lines in which two texts differ. */
function passages(mine, theirs) {
  const [own, other] = [mine, theirs].map((text) => text.split("\n"));
  const { start, end, freshEnd } = difference(own, other);
  const shown = (lines) => lines.join("\n") || gettext("（空白）");
  return { mine: shown(own.slice(start, end)), theirs: shown(other.slice(start, freshEnd)) };
}
