// The read-only table under the keyboard: arrows walk over the squares, the bar at the foot says where one is.

import { Grid, redRows } from "../sheet/grid.js";
import { combination } from "../sheet/keyboard.js";

const ARROWS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

const valueOf = (square) => square?.querySelector(".v") ?? null;

export class ReviewTable extends EventTarget {
  constructor(paper) {
    super();
    this.paper = paper;
    this.grid = new Grid(paper.querySelector("table.sheet"));
    this.bar = document.getElementById("status-bar");
    this.lane = null;
    const first = valueOf(this.grid.squares()[0]);
    if (first) first.tabIndex = 0;
    paper.addEventListener("focusin", (event) => this.#arrive(event));
    paper.addEventListener("keydown", (event) => this.#key(event));
    paper.addEventListener("click", (event) => this.#click(event));
  }

  /** The square that has the focus. */
  get current() {
    return document.activeElement?.closest("#paper [data-key]") ?? null;
  }

  square(key) {
    return this.grid.square(key);
  }

  /** Puts the focus on a square, in sight; what belongs to it shows again where it has the focus already. */
  goTo(square) {
    const target = valueOf(square);
    if (!target) return;
    if (target === document.activeElement) this.dispatchEvent(new CustomEvent("arrived", { detail: square }));
    else target.focus({ preventScroll: true });
    square.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The squares with something to look at: a finding, a mark, a change, the actual of a row that lags behind. */
  problems() {
    const red = redRows(this.grid);
    return this.grid.squares().filter((square) => square.matches(".is-err, .is-warn, .is-mark, .is-diff") || red.includes(square));
  }

  /** The next of them after the square in the hand, or the one before it. */
  next(backwards) {
    const all = this.problems();
    if (!all.length) return;
    const order = this.grid.squares();
    const at = order.indexOf(this.current);
    const ahead = all.filter((square) => (backwards ? order.indexOf(square) < at : order.indexOf(square) > at));
    const way = ahead.length ? ahead : all;
    this.goTo(way[backwards ? way.length - 1 : 0]);
  }

  #arrive(event) {
    const square = event.target.closest("[data-key]");
    if (!square || !event.target.matches(".v")) return;
    for (const value of this.paper.querySelectorAll(".v[tabindex='0']")) value.tabIndex = -1;
    event.target.tabIndex = 0;
    this.bar.querySelector("[data-slot=address]").textContent = square.dataset.address;
    this.bar.querySelector("[data-slot=reading]").textContent = square.dataset.detail ?? "";
    this.dispatchEvent(new CustomEvent("arrived", { detail: square }));
  }

  #key(event) {
    const direction = ARROWS[combination(event)];
    if (!direction || !event.target.matches(".v")) return;
    const square = this.current;
    this.lane ??= this.grid.place(square);
    const next = this.grid.next(square, direction, this.lane);
    event.preventDefault();
    if (!next) return;
    const at = this.grid.place(next);
    const sideways = direction === "left" || direction === "right";
    this.lane = sideways ? { row: this.lane.row, col: at.col } : { row: at.row, col: this.lane.col };
    this.goTo(next);
  }

  #click(event) {
    const square = event.target.closest("[data-key]");
    if (!square || event.target.closest(".pop, .sq-menu, a, button")) return;
    this.lane = null;
    this.goTo(square);
    this.dispatchEvent(new CustomEvent("pressed", { detail: square }));
  }
}
