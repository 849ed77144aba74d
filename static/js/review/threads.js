// Marks at their squares: the thread shows under the square, Alt+M writes a new one or goes into the one that is there.

import { begun } from "../saving/place.js";
import { hang } from "../sheet/hanging.js";

export class Threads {
  constructor(table) {
    this.table = table;
    this.home = document.getElementById("threads");
    this.fresh = document.getElementById("new-mark");
    this.open = null;
    /** Words of marks that are not added yet, each for its square. */
    this.words = new Map();
    if (!this.home) return;
    if (this.fresh) this.words = begun(this.fresh, "reason");
    this.fresh?.addEventListener("input", ({ target }) => target.matches("textarea") && this.words.set(this.#freshKey, target.value));
    table.addEventListener("arrived", ({ detail }) => this.#arrive(detail));
    document.addEventListener("keydown", (event) => this.#escape(event), true);
    document.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("pointerdown", (event) => event.target.closest(".pop, [data-mark]") || this.close());
    afterLoading(() => this.#showAddressed());
  }

  get #freshKey() {
    return this.fresh.querySelector("select").value;
  }

  get all() {
    return [...document.querySelectorAll("[data-thread]")];
  }

  thread(square) {
    return this.all.find((thread) => thread.dataset.thread === square?.dataset.key) ?? null;
  }

  /** Alt+M: into the thread of the square in the hand, or a new mark on it. */
  mark() {
    const square = this.table.current ?? this.open?.closest("[data-key]");
    if (!square) return;
    const thread = this.thread(square);
    if (thread) this.show(square, thread);
    else if (this.fresh) this.#begin(square);
    const inside = [".thr-key textarea", ".thr-f summary", ".thr-f button", "[data-away]"];
    inside.map((kind) => this.open?.querySelector(kind)).find(Boolean)?.focus();
  }

  /** Shows a thread below its square, above where there is no room. */
  show(square, thread) {
    if (this.open !== thread) this.close();
    this.open = thread;
    thread.classList.add("pop");
    hang(thread, square);
  }

  close() {
    if (!this.open) return;
    this.open.closest("[data-key]")?.classList.remove("open");
    this.open.classList.remove("pop", "pop-l", "pop-r", "up");
    this.home.append(this.open);
    this.open = null;
  }

  /** The first thread that is not settled, else the first. */
  first() {
    const threads = this.#inOrder();
    this.#goTo(threads.find((thread) => thread.dataset.state !== "closed") ?? threads[0]);
  }

  #begin(square) {
    this.fresh.querySelector("select").value = square.dataset.key;
    this.fresh.querySelector("textarea").value = this.words.get(square.dataset.key) ?? "";
    this.fresh.querySelector("[data-slot=address]").textContent = square.dataset.address;
    this.show(square, this.fresh);
  }

  /** What belongs to the square in the hand shows: its thread, or the mark that was begun on it. */
  #arrive(square) {
    const thread = this.thread(square);
    if (thread) this.show(square, thread);
    else if (this.words.get(square.dataset.key)?.trim()) this.#begin(square);
    else this.close();
  }

  #goTo(thread) {
    const square = thread && this.table.square(thread.dataset.thread);
    if (!square) return;
    this.table.goTo(square);
    this.show(square, thread);
  }

  #inOrder() {
    const squares = this.table.grid.squares();
    const place = (thread) => squares.indexOf(this.table.square(thread.dataset.thread));
    return this.all.sort((one, other) => place(one) - place(other));
  }

  #click(event) {
    const button = event.target.closest("[data-away]");
    if (!button || !this.open) return;
    const where = button.dataset.away;
    if (where === "close") {
      this.#back();
      return;
    }
    const threads = this.#inOrder();
    const at = threads.indexOf(this.open) + (where === "next" ? 1 : -1);
    this.#goTo(threads[(at + threads.length) % threads.length]);
  }

  #escape(event) {
    if (event.key !== "Escape" || !this.open || document.querySelector("dialog[open]")) return;
    event.stopPropagation();
    this.#back();
  }

  /** Closes the thread and gives the focus back to its square. */
  #back() {
    const square = this.open.closest("[data-key]");
    const inside = this.open.contains(document.activeElement);
    this.close();
    if (inside) this.table.goTo(square);
    this.close();
  }

  /** After an act on a mark the page comes back with its address: the thread stands open again. */
  #showAddressed() {
    const mark = location.hash.startsWith("#mark-") && document.getElementById(location.hash.slice(1));
    if (mark) this.#goTo(mark.closest("[data-thread]"));
  }
}

/** Once the browser has followed the address itself, which takes the focus away. */
function afterLoading(act) {
  if (document.readyState === "complete") act();
  else addEventListener("load", () => setTimeout(act), { once: true });
}
