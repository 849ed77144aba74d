// What the server answered: findings are drawn, a text that somebody else saved meanwhile is joined or asked about.

import { choose, wordsOf } from "../sheet/conflicts.js";
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
    for (const explained of data.explained) this.#settle(sent, explained);
    if (data.outcome === "saved") this.#saved(sent.text, data);
    if (data.revision === report.revision) this.#draw(data);
    report.dispatchEvent(new CustomEvent("unsaved"));
    for (const { status, ...conflict } of data.explained) if (status === "conflict") await this.#choose(conflict);
    return true;
  }

  /** The server may have cleaned the text: then the field shows it as it is stored. */
  #saved(sent, { text = sent, revision }) {
    const { report } = this;
    const stands = report.text === sent;
    report.learn(text, revision);
    if (stands && text !== sent) report.put(text);
  }

  #settle(sent, { name, status, message }) {
    const { report } = this;
    const typed = new Map(sent.words).get(name);
    if (status === "saved") report.said(name, typed);
    else report.refuse(name, typed, message);
  }

  /** Two explained one finding: both are shown, and the person chooses; until then mine waits in its field. */
  async #choose({ name, theirs, message, at, ...from }) {
    const { report } = this;
    const mine = report.words.get(name);
    if (mine === undefined) return;
    const choice = await choose({ what: gettext("这条说明"), mine, theirs, at, ...from });
    report.read.set(name, theirs);
    if (choice === "mine") report.refused.delete(name);
    else if (choice === "theirs") report.say(name, theirs);
    else report.refuse(name, mine, message);
    const field = report.form.elements[name];
    if (field) field.value = report.words.get(name) ?? theirs;
    field?.focus();
    report.keep();
    report.dispatchEvent(new CustomEvent("unsaved"));
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
    this.report.readAgain();
    for (const field of this.panel.panel.querySelectorAll("[data-saves]")) if (words.has(field.name)) field.value = words.get(field.name);
    for (const name of ["drawn", "unsaved"]) this.report.dispatchEvent(new CustomEvent(name));
  }

  /** Changes in different paragraphs are joined; for one and the same the person chooses. */
  async #overtaken({ theirs, revision, at, ...from }) {
    const { report } = this;
    const who = wordsOf(from).by;
    const joined = merge(report.base, report.text, theirs);
    if (joined !== null) {
      report.learn(theirs, revision);
      report.put(joined);
      this.notices.show(gettext("%(who)s刚改了别的段落，已并入您的文字。", { who }));
      return true;
    }
    const mine = report.text;
    const hint = gettext("这里只列两边不同的段落，其余的字都一样。");
    const choice = await choose({ what: gettext("这一段"), hint, ...passages(mine, theirs), at, ...from });
    report.learn(theirs, revision);
    if (choice === "theirs") report.put(theirs);
    if (choice === "mine" || choice === "theirs") {
      if (choice === "theirs") this.#checkAgain();
      return true;
    }
    this.#offer(theirs, who);
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
  return { mine: own.slice(start, end).join("\n"), theirs: other.slice(start, freshEnd).join("\n") };
}
