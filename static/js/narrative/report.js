// The report on the screen: what the server holds, what was typed since, and what waits to be saved.

import { Drafts } from "../saving/drafts.js";

/** The field of the text among the fields of explanations. */
export const TEXT = "text";
/** A report can be long: it is not written at every key. */
const PAUSE = 300;

export class Report extends EventTarget {
  constructor(form) {
    super();
    const { person, filing, panel, urls } = form.dataset;
    this.form = form;
    this.area = form.elements.text;
    this.urls = JSON.parse(urls);
    this.panel = panel;
    this.revision = Number(form.elements.revision.value);
    this.base = this.area.defaultValue.replace(/\r\n?/g, "\n");
    this.drafts = new Drafts(person, filing, PAUSE);
    this.words = new Map();
    /** What was read of an explanation when its author began to type. */
    this.read = new Map();
    this.refused = new Map();
    this.sending = 0;
    this.area.addEventListener("input", (event) => this.typed(event.isComposing));
    this.area.addEventListener("compositionend", () => this.typed(false));
  }

  get text() {
    return this.area.value;
  }

  /** What is not saved, in the words of the dialogs and guards that the sheet has, too. */
  get ledger() {
    const names = [...(this.isChanged ? [TEXT] : []), ...this.words.keys()];
    return { unsaved: names, waiting: { size: this.sending ? 0 : names.length }, sent: { size: this.sending }, typed: (name) => this.value(name) };
  }

  get isChanged() {
    return this.area.value !== this.base;
  }

  /** Whether there is something that the server has not refused already. */
  get waits() {
    return (this.isChanged && !this.isRefused(TEXT)) || [...this.words.keys()].some((name) => !this.isRefused(name));
  }

  isRefused(name) {
    return this.refused.get(name)?.value === this.value(name);
  }

  value(name) {
    return name === TEXT ? this.area.value : this.words.get(name);
  }

  /** Where a text that is not saved belongs, in words. */
  square(name) {
    const label = this.form.elements[name]?.labels[0];
    return label && { dataset: { address: label.textContent } };
  }

  /** A key was pressed in the text; nothing is sent while a word is composed. */
  typed(composing) {
    this.composing = composing;
    if (!composing) this.keep(TEXT);
    this.dispatchEvent(new CustomEvent("typed"));
  }

  /** Something was typed into the field of an explanation. */
  say(name, text) {
    if (!this.read.has(name)) this.read.set(name, this.form.elements[`was:${name}`]?.value ?? "");
    if (text === this.read.get(name)) this.words.delete(name);
    else this.words.set(name, text);
    this.refused.delete(name);
    this.keep(name);
    this.dispatchEvent(new CustomEvent("typed"));
  }

  /** The server holds this explanation now; something typed meanwhile waits. */
  said(name, text) {
    this.read.set(name, text);
    if (this.words.get(name) === text) this.words.delete(name);
    this.keep(name);
  }

  /** The fields were drawn anew with what the server holds; what is typed goes on standing on what was read. */
  readAgain() {
    for (const name of this.read.keys()) if (!this.words.has(name)) this.read.delete(name);
  }

  /** Puts another text on the screen; only what differs is replaced, so that the caret stays. */
  put(text) {
    const old = this.area.value;
    let start = 0;
    while (start < old.length && old[start] === text[start]) start += 1;
    let same = 0;
    const most = Math.min(old.length, text.length) - start;
    while (same < most && old[old.length - 1 - same] === text[text.length - 1 - same]) same += 1;
    this.area.setRangeText(text.slice(start, text.length - same), start, old.length - same, "preserve");
    this.typed(false);
  }

  /** The server holds `text` now, as its saving number `revision`. */
  learn(text, revision) {
    this.base = text;
    this.revision = revision;
    this.form.elements.revision.value = revision;
    this.refused.delete(TEXT);
    this.keep(TEXT);
  }

  refuse(name, value, message) {
    this.refused.set(name, { value, message });
  }

  /** What is not saved is kept in this browser. */
  keep(name) {
    const value = name === TEXT && !this.isChanged ? undefined : this.value(name);
    const was = name === TEXT ? String(this.revision) : this.read.get(name);
    if (value === undefined) this.drafts.drop(name);
    else this.drafts.keep(name, value, was);
  }
}
