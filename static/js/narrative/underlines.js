// The words of findings underlined: behind the text lies the same text unseen, line by line, with its marks. After a
// change only the lines that are others are drawn anew.

import { carryAll, difference } from "./lines.js";

export class Underlines {
  constructor(report, under) {
    Object.assign(this, { report, under });
    this.lines = [];
    this.marks = [];
    report.addEventListener("typed", () => this.#soon());
  }

  /** Marks what was found in `text`: [paragraph, start, end, look, entry]; what was typed since is taken into account. */
  show(text, spans) {
    const checked = text.split("\n");
    const marks = checked.map(() => []);
    for (const [line, start, end, look, entry] of spans) {
      marks[line]?.push({ start, end, look, entry, key: `${line}-${start}-${end}` });
    }
    this.#follow();
    const wanted = carryAll(checked, this.lines, marks);
    wanted.forEach((found, index) => {
      if (JSON.stringify(found) !== JSON.stringify(this.marks[index])) this.#redraw(index, found);
    });
    this.marks = wanted;
  }

  /** The lines as they stand now. */
  follow() {
    this.#follow();
    return this.lines;
  }

  /** The element of a mark, for scrolling to it. */
  element(line, key) {
    return this.under.children[line].querySelector(`[data-key="${key}"]`) ?? this.under.children[line];
  }

  #soon() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.#follow();
    });
  }

  #follow() {
    const fresh = this.report.text.split("\n");
    const { start, end, freshEnd } = difference(this.lines, fresh);
    if (start === end && start === freshEnd) return;
    this.marks = carryAll(this.lines, fresh, this.marks);
    this.lines = fresh;
    const added = fresh.slice(start, freshEnd).map((line, index) => drawn(line, this.marks[start + index]));
    for (let line = end; line > start; line -= 1) this.under.children[line - 1].remove();
    const next = this.under.children[start] ?? null;
    const all = document.createDocumentFragment();
    all.append(...added);
    this.under.insertBefore(all, next);
  }

  #redraw(index, marks) {
    this.under.children[index].replaceWith(drawn(this.lines[index], marks));
  }
}

/** One line with its marks; where they overlap the first, which is the worst, shows. */
function drawn(line, marks) {
  const element = document.createElement("div");
  const edges = [...new Set([0, line.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [start, end] = [edges[index], edges[index + 1]];
    const mark = marks.find((each) => each.start <= start && end <= each.end);
    element.append(mark ? marked(line.slice(start, end), mark) : line.slice(start, end));
  }
  return element;
}

function marked(words, { look, key }) {
  const element = Object.assign(document.createElement("span"), { className: `w ${look}`, textContent: words });
  element.dataset.key = key;
  return element;
}
