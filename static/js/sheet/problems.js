// From problem to problem: F8 through the table, chips in the panel, the sentence of the square in the hand.

import { uncover } from "./fold.js";
import { redRows } from "./grid.js";

const PROBLEM = ".is-err, .is-warn:not(.told), .is-mark[data-mark=open]";

export class Problems {
  constructor(sheet) {
    this.sheet = sheet;
    this.panel = document.getElementById("findings");
    document.addEventListener("click", (event) => this.#jump(event));
    this.live = document.getElementById("counts-said");
    sheet.addEventListener("arrived", (event) => this.#arrive(event.detail));
    sheet.addEventListener("drawn", () => {
      this.#announce();
      if (sheet.focused) this.#arrive(sheet.focused);
    });
  }

  /** The next square with a problem or an open mark after the one in the hand; past the end from the start. */
  next(backwards) {
    const all = this.sheet.grid.squares();
    const red = redRows(this.sheet.grid).filter((square) => !square.closest("tr").querySelector("[data-said]"));
    const wanted = all.filter((square) => square.matches(PROBLEM) || red.includes(square));
    if (!wanted.length) return;
    const here = all.indexOf(this.sheet.focused);
    const later = wanted.filter((square) => all.indexOf(square) > here);
    const earlier = wanted.filter((square) => all.indexOf(square) < here);
    const next = backwards ? (earlier.pop() ?? wanted.pop()) : (later[0] ?? wanted[0]);
    this.sheet.goTo(next.dataset.key);
  }

  /** Reads the counts aloud when they have changed. */
  #announce() {
    const counts = [...this.panel.querySelectorAll(".count > [data-count]")];
    const words = counts.map(({ textContent }) => textContent.trim().replace(/\s+/g, " ")).join(" ");
    if (this.said !== undefined && this.said !== words) this.live.textContent = words;
    this.said = words;
  }

  #jump(event) {
    const chip = event.target.closest("[data-jump]");
    if (!chip) return;
    event.preventDefault();
    if (chip.dataset.write !== undefined) {
      this.sheet.writeAll(chip.dataset.jump.split(" ").map((key) => ({ key, value: chip.dataset.write })));
    }
    const [key] = chip.dataset.jump.split(" ");
    if (!this.sheet.goTo(key)) document.getElementById("add-row").focus();
    else if (chip.dataset.words) this.sheet.selectWords(key, ...chip.dataset.words.split(" ").map(Number));
  }

  #arrive(square) {
    this.#show(this.#light(square.dataset.key));
    uncover(square, this.panel.parentElement);
  }

  /** Lights the entries that speak of this square; gives the first of them. */
  #light(key) {
    const entries = [...this.panel.querySelectorAll(".find")];
    const speaks = (entry) => [...entry.querySelectorAll("[data-jump]")].some((chip) => chip.dataset.jump.split(" ").includes(key));
    for (const entry of entries) entry.classList.toggle("now", speaks(entry));
    return entries.find((entry) => entry.matches(".now"));
  }

  /** Scrolls the list to an entry, and nothing else: the square in the hand stays where it is. */
  #show(entry) {
    const list = this.panel.querySelector("[data-scrolls]");
    if (!entry || !list) return;
    const [inner, outer] = [entry, list].map((element) => element.getBoundingClientRect());
    if (inner.top < outer.top || inner.height > outer.height) list.scrollTop += inner.top - outer.top;
    else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
  }
}
