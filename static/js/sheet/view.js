// Draws what the server answered: squares, table, panel, threads. The text in the hand is never replaced.

import { Conflicts, wordsOf } from "./conflicts.js";
import { controlIn } from "./grid.js";
import { focusable } from "./sheet.js";
import { iconOf } from "./icons.js";
import { Steady } from "./steady.js";
import { gettext } from "./words.js";

const TICK = 2000;
const OWN_CLASSES = ["is-focus", "is-picked", "is-saving", "is-done", "is-kept", "open"];

export class View {
  constructor(sheet, complaints) {
    Object.assign(this, { sheet, complaints });
    this.conflicts = new Conflicts(sheet);
    this.late = new Map();
    this.drawn = new Map();
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
    this.drawn.delete(key);
    square.dataset.detail = "";
    for (const node of [...line.childNodes]) if (!(node instanceof HTMLSelectElement)) node.remove();
  }

  #settleAll(outcomes) {
    for (const outcome of outcomes) this.#settle(outcome);
    this.complaints.show();
    this.#tell();
  }

  #answer(data) {
    this.waiting = { ...this.waiting, ...data };
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
    inPlace(this.sheet, () => {
      if (data.table_html) this.#redrawTable(data.table_html);
      for (const drawn of data.squares) this.#drawSquare(drawn);
    });
    if (data.panel_html) this.panel.draw(data.panel_html);
    if (data.threads_html !== undefined) this.#redrawThreads(data.threads_html);
    this.sheet.seen = { layout: data.layout, panel: data.panel };
    this.complaints.show();
    this.#tell();
    this.told.clear();
    this.sheet.dispatchEvent(new CustomEvent("drawn"));
  }

  #drawSquare(drawn) {
    const { key, classes, value, mark, detail, reading, choice, light } = drawn;
    const square = this.sheet.square(key);
    const spelled = JSON.stringify(drawn);
    if (!square || square.dataset.kind === "level") return;
    if (this.drawn.get(key) === spelled && !this.complaints.before.has(key)) return;
    this.drawn.set(key, spelled);
    this.complaints.forget(key);
    square.className = [classes, ...OWN_CLASSES.filter((name) => square.classList.contains(name))].join(" ");
    square.dataset.detail = detail;
    if (mark) square.dataset.mark = mark;
    else delete square.dataset.mark;
    this.#drawLine(square, reading, choice);
    drawLight(square.querySelector(".gut"), light);
    const control = controlIn(square);
    if (control) this.#show(control, value, classes.includes("is-err"));
    else showComputed(square.querySelector(".v"), value);
  }

  #drawLine(square, { text, tone, icon, was }, choice) {
    const line = square.querySelector(".rd");
    const select = line?.querySelector("select");
    if (!line) return;
    line.classList.toggle("calc", tone === "calc");
    if (select) this.#show(select, choice, false);
    const words = !select || tone ? [icon && iconOf(icon), text, was && " ", was && struck(was)].filter(Boolean) : [];
    for (const node of [...line.childNodes]) if (node !== select) node.remove();
    line.append(...(tone === "said" ? [leadingToReason(words)] : words));
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

  #redrawTable(html) {
    const { sheet } = this;
    const hand = inHand(sheet);
    sheet.redrawing = true;
    sheet.dispatchEvent(new CustomEvent("redrawing"));
    const before = hand && sheet.ledger.base.get(hand.name);
    sheet.form.querySelector("[data-table]").innerHTML = html;
    this.complaints.forgetAll();
    this.drawn.clear();
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

function drawLight(gutter, html) {
  gutter?.querySelector(".light")?.remove();
  gutter?.insertAdjacentHTML("afterbegin", html);
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

/** What was said about a deviation leads to where it is written. */
function leadingToReason(words) {
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.dataset.said = "deviation_reason";
  button.append(...words);
  return button;
}

const struck = (text) => Object.assign(document.createElement("del"), { textContent: text });

function showComputed(element, value) {
  if (element.lastChild?.textContent === value) return;
  if (element.lastChild?.nodeType === Node.TEXT_NODE) element.lastChild.textContent = value;
  else element.append(value);
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
      const again = sheet.control(name ?? "") ?? focusable(sheet.square(key));
      if (!again) return;
      if (name && again.value !== value) sheet.put(again, value);
      again.focus();
      if (typeof start === "number") again.setSelectionRange(start, end);
    },
  };
}
