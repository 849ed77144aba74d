// Draws what the server answered: squares, table, panel, threads. The text in the hand is never replaced.

import { Conflicts } from "./conflicts.js";
import { controlIn } from "./grid.js";
import { morph } from "./morph.js";
import { say } from "./words.js";

const TICK = 2000;
const OWN_CLASSES = ["is-saving", "is-done", "is-kept", "open"];

export class View {
  constructor(sheet, complaints) {
    Object.assign(this, { sheet, complaints });
    this.conflicts = new Conflicts(sheet);
    this.late = new Map();
    sheet.addEventListener("answered", (event) => this.answer(event.detail));
    sheet.addEventListener("sending", ({ detail }) => this.#toggle(detail.keys, "is-saving", detail.on));
    document.addEventListener("focusout", (event) => this.#catchUp(event.target.name));
    document.addEventListener("compositionstart", () => (this.composing = true));
    document.addEventListener("compositionend", () => this.#draw());
  }

  answer(data) {
    for (const outcome of data.outcomes) this.#settle(outcome);
    this.sheet.seen.stamp = data.stamp;
    this.waiting = { ...this.waiting, ...data };
    if (!this.composing) this.#draw();
  }

  #settle({ key, status, value, message, ...rest }) {
    const { ledger } = this.sheet;
    if (status === "saved") {
      ledger.saved(key, value);
      this.#toggle([key], "is-done", true);
      setTimeout(() => this.#toggle([key], "is-done", false), TICK);
    } else if (status === "conflict") {
      ledger.refuse(key, say("刚被他人改过"));
      this.conflicts.add({ key, value, ...rest });
    } else {
      ledger.refuse(key, message);
    }
  }

  #draw() {
    this.composing = false;
    const data = this.waiting;
    this.waiting = null;
    if (!data) return;
    if (data.table) this.#redrawTable(data);
    for (const drawn of data.squares ?? []) this.#drawSquare(drawn);
    if (data.panel) this.#redrawPanel(data.panel);
    if (data.threads !== undefined) this.#redrawThreads(data.threads);
    this.complaints.show();
    this.sheet.dispatchEvent(new CustomEvent("drawn"));
  }

  #drawSquare({ key, classes, value, mark, detail, reading, light }) {
    const square = this.sheet.square(key);
    if (!square || square.dataset.kind === "level") return;
    this.complaints.forget(key);
    square.className = [classes, ...OWN_CLASSES.filter((name) => square.classList.contains(name))].join(" ");
    square.dataset.detail = detail;
    if (mark) square.dataset.mark = mark;
    else delete square.dataset.mark;
    this.#drawReading(square, reading);
    square.querySelector(".gut .light")?.remove();
    square.querySelector(".gut")?.insertAdjacentHTML("afterbegin", light);
    const control = controlIn(square);
    if (control) this.#show(control, value, classes.includes("is-err"));
    else showComputed(square.querySelector(".v"), value);
  }

  #drawReading(square, html) {
    const line = square.querySelector(".rd");
    if (!line || line.contains(document.activeElement)) return;
    line.innerHTML = html;
    this.sheet.learnFrom(line);
  }

  /** Shows what the server holds, unless something else was typed there or the square is in the hand. */
  #show(control, value, wrong) {
    const { ledger } = this.sheet;
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    if (ledger.isUnsaved(control.name) || control.value === value) return;
    if (control === document.activeElement) {
      this.late.set(control.name, value);
      return;
    }
    ledger.learn(control.name, value);
    this.sheet.put(control, value);
  }

  #catchUp(key) {
    const value = this.late.get(key);
    this.late.delete(key);
    if (value === undefined || this.sheet.ledger.isUnsaved(key)) return;
    this.sheet.ledger.learn(key, value);
    this.sheet.put(this.sheet.control(key), value);
  }

  #redrawTable({ table, layout }) {
    const { sheet } = this;
    const hand = inHand(sheet);
    sheet.redrawing = true;
    sheet.dispatchEvent(new CustomEvent("redrawing"));
    const before = hand && sheet.ledger.base.get(hand.name);
    sheet.form.querySelector("[data-table]").innerHTML = table;
    sheet.seen.layout = layout;
    this.complaints.forgetAll();
    sheet.readAgain(sheet.table);
    if (hand?.name && !sheet.ledger.isUnsaved(hand.name)) sheet.ledger.base.set(hand.name, before);
    hand?.restore();
    sheet.redrawing = false;
  }

  #redrawPanel(html) {
    const panel = document.getElementById("findings");
    morph(panel, html);
    this.sheet.learnFrom(panel);
  }

  #redrawThreads(html) {
    this.sheet.dispatchEvent(new CustomEvent("redrawing"));
    document.getElementById("threads").innerHTML = html;
  }

  #toggle(keys, name, on) {
    for (const key of keys) this.sheet.control(key)?.closest("[data-key]")?.classList.toggle(name, on);
  }
}

function showComputed(element, value) {
  element.lastChild.textContent = value;
  if ("value" in element.dataset) element.dataset.value = value;
}

/** The field in the hand with its caret, to be put back after its element was replaced. */
function inHand(sheet) {
  const key = sheet.focused?.dataset.key;
  if (!key) return null;
  const { name, value, selectionStart: start, selectionEnd: end } = document.activeElement;
  return {
    name,
    restore() {
      const again = sheet.control(name ?? "") ?? sheet.square(key)?.querySelector(".v");
      if (!again) return;
      if (name && again.value !== value) sheet.put(again, value);
      again.focus();
      if (typeof start === "number") again.setSelectionRange(start, end);
    },
  };
}
