// Draws what the server answered: squares, table, panel, threads. The text in the hand is never replaced.

import { become } from "./become.js";
import { Conflicts, wordsOf } from "./conflicts.js";
import { focusable, heldIn } from "./sheet.js";
import { Steady } from "./steady.js";

const TICK = 2000;
const OWN_CLASSES = ["is-focus", "is-picked", "is-saving", "is-done", "is-kept", "open"];

export class View {
  constructor(sheet, complaints) {
    Object.assign(this, { sheet, complaints });
    this.conflicts = new Conflicts(sheet);
    this.late = new Map();
    const panel = document.getElementById("findings");
    this.panel = new Steady(panel, () => {
      sheet.learnFrom(panel);
      complaints.show();
    });
    this.told = new Map();
    sheet.addEventListener("saved", (event) => this.#settleAll(event.detail.outcomes));
    sheet.addEventListener("answered", (event) => this.#answer(event.detail));
    sheet.addEventListener("sending", (event) => this.#toggle(event.detail.keys, "is-saving", event.detail.on));
    sheet.addEventListener("unsaved", () => sheet.ledger.unsaved.forEach((key) => this.#unread(key)));
    document.addEventListener("focusout", (event) => this.#catchUp(event.target.name));
    document.addEventListener("compositionstart", () => (this.composing = true));
    document.addEventListener("compositionend", () => this.#draw());
  }

  /** How the text before was read says nothing of the one that stands there now. */
  #unread(key) {
    const square = this.sheet.square(key);
    const line = square?.querySelector(".rd");
    if (!line || square.dataset.kind === "level" || this.complaints.before.has(key)) return;
    square.dataset.look = "";
    square.dataset.detail = "";
    for (const node of [...line.childNodes]) if (!(node instanceof HTMLSelectElement)) node.remove();
  }

  #settleAll(outcomes) {
    for (const outcome of outcomes) this.#settle(outcome);
    this.complaints.show();
    this.#tell();
  }

  #answer(data) {
    this.waiting = { threads_html: this.waiting?.threads_html, ...data };
    if (!this.composing) this.#draw();
  }

  #settle({ key, status, value, message, correction, changed, ...rest }) {
    const { ledger } = this.sheet;
    if (status === "saved") {
      if (changed) this.#changed(key, value, changed);
      ledger.saved(key, value);
      this.#unread(key);
      this.#toggle([key], "is-done", true);
      setTimeout(() => this.#toggle([key], "is-done", false), TICK);
    } else if (status === "conflict") {
      ledger.refuse(key, wordsOf(rest).title.trim());
      this.conflicts.add({ key, value, ...rest });
    } else {
      ledger.refuse(key, message, correction);
    }
  }

  /** The server cleaned what was typed: the square shows what is stored, and says so beside it. */
  #changed(key, value, words) {
    const control = this.sheet.control(key);
    if (control?.value === this.sheet.ledger.sent.get(key)?.value) this.sheet.putBeforeCaret(control, value);
    this.told.set(key, words);
  }

  /** Under its square; what is drawn there next takes its place, so that it is said once more. */
  #tell() {
    for (const [key, words] of this.told) {
      const line = this.sheet.square(key)?.querySelector(".rd");
      if (!line) {
        this.told.delete(key);
        document.dispatchEvent(new CustomEvent("changed-text", { detail: words }));
        continue;
      }
      line.querySelector(".cleaned")?.remove();
      line.append(Object.assign(document.createElement("span"), { className: "cleaned", textContent: words }));
    }
  }

  #draw() {
    this.composing = false;
    const data = this.waiting;
    this.waiting = null;
    if (!data) return;
    const isBehind = data.since !== this.sheet.shown;
    inPlace(this.sheet, () => {
      if (data.table_html) this.#redrawTable(data.table_html);
      for (const fresh of cellsOf(data.squares)) this.#drawSquare(fresh);
    });
    if (data.panel_html) this.panel.draw(data.panel_html);
    if (data.threads_html !== undefined) this.#redrawThreads(data.threads_html);
    this.sheet.seen = { layout: data.layout, panel: data.panel };
    this.complaints.show();
    this.#tell();
    this.told.clear();
    this.sheet.dispatchEvent(new CustomEvent("drawn"));
    if (isBehind) this.sheet.dispatchEvent(new CustomEvent("behind"));
  }

  #drawSquare(fresh) {
    const { key } = fresh.dataset;
    const square = this.sheet.square(key);
    if (!square) return;
    this.complaints.forget(key);
    fresh.classList.add(...OWN_CLASSES.filter((name) => square.classList.contains(name)));
    become(square, fresh, (control, twin) => this.#show(control, twin));
  }

  /** Shows what the server holds, unless something else was typed there or the square is in the hand: then it is told again. */
  #show(control, fresh) {
    const { ledger } = this.sheet;
    const value = heldIn(fresh);
    if (fresh.hasAttribute("aria-invalid")) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    if (control.value === value && !ledger.isUnsaved(control.name)) return;
    if (ledger.isUnsaved(control.name) || control === document.activeElement) {
      if (!ledger.isUnsaved(control.name)) this.late.set(control.name, value);
      control.closest("[data-key]").dataset.look = "";
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

  #redrawTable(html) {
    const { sheet } = this;
    const hand = inHand(sheet);
    sheet.redrawing = true;
    sheet.dispatchEvent(new CustomEvent("redrawing"));
    const before = hand && sheet.ledger.base.get(hand.name);
    sheet.form.querySelector("[data-table]").innerHTML = html;
    this.complaints.forgetAll();
    sheet.readAgain(sheet.table);
    if (hand?.name && !sheet.ledger.isUnsaved(hand.name)) sheet.ledger.base.set(hand.name, before);
    hand?.restore();
    sheet.redrawing = false;
  }

  #redrawThreads(html) {
    this.sheet.dispatchEvent(new CustomEvent("redrawing"));
    document.getElementById("threads").innerHTML = html;
  }

  #toggle(keys, name, on) {
    for (const key of keys) this.sheet.control(key)?.closest("[data-key]")?.classList.toggle(name, on);
  }
}

/** Draws, and scrolls by as far as that has moved the square in the hand: it stays where the eye is. */
function inPlace(sheet, draw) {
  const top = () => sheet.focused?.getBoundingClientRect().top ?? 0;
  const before = top();
  draw();
  const moved = top() - before;
  if (!before || !moved) return;
  const desk = sheet.table.closest(".desk");
  const scrolled = desk.scrollTop;
  desk.scrollTop += moved;
  window.scrollBy(0, moved - (desk.scrollTop - scrolled));
}

/** The squares that the server drew. */
function cellsOf(html) {
  return [...Object.assign(document.createElement("template"), { innerHTML: html }).content.children];
}

/** The field in the hand with its caret, to be put back after its element was replaced. */
function inHand(sheet) {
  const key = sheet.focused?.dataset.key;
  if (!key) return null;
  const { name, value, selectionStart: start, selectionEnd: end } = document.activeElement;
  return {
    name,
    restore() {
      const again = sheet.control(name ?? "") ?? focusable(sheet.square(key));
      if (!again) return;
      if (name && again.value !== value) sheet.put(again, value);
      again.focus();
      if (typeof start === "number") again.setSelectionRange(start, end);
    },
  };
}
