// From the words to their finding and back: the caret in the text, chips in the panel, F8.

import { fill } from "../sheet/ask.js";
import { combination, isComposing } from "../sheet/keyboard.js";
import { gettext } from "../sheet/words.js";

export class Pointing {
  constructor(report, underlines, notices) {
    Object.assign(this, { report, underlines, notices });
    this.panel = document.getElementById("findings");
    this.bar = document.getElementById("status-bar");
    this.usual = this.bar.querySelector("[data-slot=address]").textContent;
    this.live = document.getElementById("counts-said");
    this.panel.addEventListener("click", (event) => this.#jump(event));
    document.addEventListener("selectionchange", () => this.#soon());
    document.addEventListener("keydown", (event) => this.#key(event));
    report.addEventListener("drawn", () => {
      this.#announce();
      this.#soon();
    });
  }

  /** All marks in the order of the text: their line, their place in the whole text, what they are about. */
  #places() {
    const found = [];
    let offset = 0;
    this.underlines.follow().forEach((line, number) => {
      const marks = [...this.underlines.marks[number]].sort((a, b) => a.start - b.start);
      for (const mark of marks) found.push({ ...mark, line: number, from: offset + mark.start, to: offset + mark.end });
      offset += line.length + 1;
    });
    return found;
  }

  #soon() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.#point();
    });
  }

  /** Shows the finding whose words the caret is in. */
  #point() {
    const { area } = this.report;
    if (document.activeElement !== area) return;
    const { selectionStart: from, selectionEnd: to } = area;
    const here = this.#places().filter((place) => place.from <= from && to <= place.to);
    const names = new Set(here.map(({ entry }) => entry));
    for (const entry of this.panel.querySelectorAll(".find")) entry.classList.toggle("now", names.has(entry.dataset.entry));
    const [first] = names;
    if (first !== this.shown && first) this.panel.querySelector(`[data-entry="${first}"]`)?.scrollIntoView({ block: "nearest" });
    this.shown = first;
    fill(this.bar, this.#words(area.value.slice(0, from), first));
  }

  #words(before, name) {
    const entry = name && this.panel.querySelector(`[data-entry="${name}"]`);
    const number = before.split("\n").filter((line) => line.trim()).length || 1;
    return { address: gettext("第%(number)s段", { number }), reading: entry?.querySelector("p").textContent ?? "" };
  }

  #jump(event) {
    const chip = event.target.closest("[data-jump]");
    if (!chip) return;
    event.preventDefault();
    const place = this.#places().find(({ key }) => key === chip.dataset.jump);
    if (place) this.#goTo(place);
    else this.notices.show(gettext("这几个字已经改过，保存后重新检查。"));
  }

  #goTo({ from, to, line, key }) {
    const { area } = this.report;
    area.focus({ preventScroll: true });
    area.setSelectionRange(from, to);
    this.underlines.element(line, key).scrollIntoView({ block: "center" });
  }

  #key(event) {
    if (combination(event) !== "F8" && combination(event) !== "Shift+F8") return;
    if (isComposing(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    this.#next(event.shiftKey);
  }

  /** The next words after the caret that ask for something; past the end from the start. */
  #next(backwards) {
    const wanted = this.#places().filter(({ look }) => look === "err" || look === "warn");
    if (!wanted.length) return;
    const { selectionStart: from, selectionEnd: to } = this.report.area;
    const later = wanted.filter((place) => place.from >= to && place.to > from);
    const earlier = wanted.filter((place) => place.to <= from);
    this.#goTo(backwards ? (earlier.pop() ?? wanted.pop()) : (later[0] ?? wanted[0]));
  }

  /** Reads the counts aloud when they have changed. */
  #announce() {
    const words = this.panel.querySelector(".count").textContent.trim().replace(/\s+/g, " ");
    if (this.said !== undefined && this.said !== words) this.live.textContent = words;
    this.said = words;
  }
}
