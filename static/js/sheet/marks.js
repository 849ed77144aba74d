// The reviewer's remarks: the thread shows at its square, focus goes in with Alt+M or a click, Esc brings it back.

import { Place } from "../saving/place.js";
import { choose } from "./conflicts.js";
import { hang, takeDown } from "./hanging.js";
import { focusable } from "./sheet.js";
import { gettext } from "./words.js";

export class Marks {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave });
    this.home = document.getElementById("threads");
    sheet.addEventListener("arrived", (event) => this.show(event.detail));
    for (const name of ["redrawing", "covered"]) sheet.addEventListener(name, () => this.close());
    sheet.addEventListener("drawn", () => this.#bringBack());
    sheet.form.addEventListener("click", (event) => this.#click(event));
    sheet.form.addEventListener("keydown", (event) => this.#key(event), true);
    document.addEventListener("pointerdown", (event) => event.target.closest("[data-thread], [data-mark]") || this.close());
  }

  thread(key) {
    return [...document.querySelectorAll("[data-thread]")].find((thread) => thread.dataset.thread === key) ?? null;
  }

  /** Shows the thread of a square below it, above where there is no room; a square without one closes what is open. */
  show(square) {
    const thread = this.thread(square.dataset.key);
    if (thread !== this.open) this.close();
    if (!thread) return;
    this.open = thread;
    hang(thread, square);
  }

  close() {
    if (!this.open) return;
    takeDown(this.open, this.home);
    this.open = null;
  }

  /** Puts the focus into the thread of the square in the hand. */
  enter() {
    const square = this.sheet.focused;
    if (!square) return;
    this.show(square);
    this.open?.querySelector("textarea, button:not([data-away])")?.focus();
  }

  #key(event) {
    if (event.key !== "Escape" || !this.open) return;
    const inside = this.open.contains(event.target);
    const square = this.open.closest("[data-key]");
    this.close();
    if (!inside) return;
    event.stopPropagation();
    focusable(square)?.focus();
    this.close();
  }

  #click(event) {
    const button = event.target.closest("[data-thread] button");
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    if (button.dataset.away) this.#away(button.dataset.away);
    else if (button.dataset.mark) this.#answer(button);
  }

  /** An answer that was begun stands in the threads that were drawn anew. */
  #bringBack() {
    for (const place of Place.within(this.home)) place.bringBack({ quietly: true });
  }

  #away(where) {
    if (where === "close") {
      const square = this.open.closest("[data-key]");
      this.close();
      focusable(square)?.focus();
      this.close();
      return;
    }
    const squares = this.sheet.grid.squares().filter((square) => this.thread(square.dataset.key));
    const at = squares.indexOf(this.open.closest("[data-key]")) + (where === "next" ? 1 : -1);
    const square = squares[(at + squares.length) % squares.length];
    this.sheet.goTo(square.dataset.key);
    this.show(square);
  }

  async #answer(button) {
    const item = button.closest("[data-answer]");
    const { value: text, defaultValue: was } = item.querySelector("textarea");
    const kind = item.querySelector("input[type=radio]:checked")?.value ?? "";
    const { key } = this.open.closest("[data-key]").dataset;
    const answer = { mark: Number(button.dataset.mark), kind, text, was_kind: item.dataset.kind, was };
    await this.#send(key, answer, Place.of(item));
  }

  async #send(key, answer, place) {
    const data = await this.autosave.act(this.sheet.urls.answer, answer);
    if (!data) return;
    this.sheet.goTo(key);
    if (data.conflict) await this.#choose(key, answer, data.conflict, place);
    else place.letGo();
  }

  /** A colleague answered meanwhile: both answers are shown, and the person chooses; until then mine stays in its box. */
  async #choose(key, answer, { kind, text, at, ...from }, place) {
    const item = this.thread(key).querySelector("[data-answer]");
    const words = (one) => [item.querySelector(`[value="${one.kind}"]`).parentElement.textContent.trim(), one.text].join(" ").trim();
    const both = { mine: words(answer), theirs: words({ kind, text }) };
    put(item, answer);
    const address = this.sheet.square(key).dataset.address;
    const choice = await choose({ what: gettext("这条答复"), place: address, ...both, at, ...from });
    if (choice === "mine") {
      await this.#send(key, { ...answer, was_kind: kind, was: text }, place);
      return;
    }
    if (choice === "theirs") {
      place.letGo();
      put(item, { kind, text });
    }
    this.enter();
  }
}

/** Puts an answer into the fields of its remark. */
function put(item, { kind, text }) {
  item.querySelector(`[value="${kind}"]`).checked = true;
  item.querySelector("textarea").value = text;
}
