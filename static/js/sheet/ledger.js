// What the server holds, what was typed since, and what is on its way. A key is a square's name or a field beside it.

export class Ledger {
  constructor(drafts) {
    this.drafts = drafts;
    this.base = new Map();
    this.waiting = new Map();
    this.sent = new Map();
    this.refused = new Map();
  }

  /** Notes what the server holds; something typed meanwhile stays typed. */
  learn(key, value) {
    this.base.set(key, value);
    if (this.waiting.get(key) === value) this.#done(key);
  }

  /** Notes what stands on the screen now. */
  note(key, value) {
    this.refused.delete(key);
    const expected = this.sent.has(key) ? this.sent.get(key).value : (this.base.get(key) ?? "");
    if (value === expected) this.waiting.delete(key);
    else this.waiting.set(key, value);
    this.#keep(key);
  }

  /** Sends once more what the server holds already: it is said of something new. */
  sayAgain(key, value) {
    this.refused.delete(key);
    this.waiting.set(key, value);
    this.#keep(key);
  }

  /** Takes up to `most` waiting changes, about `room` characters, for one request. */
  take(most = 200, room = 200000) {
    for (const [key, value] of this.waiting) {
      room -= value.length;
      if (this.sent.size >= most || (this.sent.size && room < 0)) break;
      this.sent.set(key, { key, value, was: this.base.get(key) ?? "" });
      this.waiting.delete(key);
    }
    return [...this.sent.values()];
  }

  /** Nothing of the request arrived: what was not retyped meanwhile waits again. */
  giveBack() {
    for (const [key, { value }] of this.sent) if (!this.waiting.has(key)) this.waiting.set(key, value);
    this.sent.clear();
  }

  saved(key, value) {
    this.sent.delete(key);
    this.base.set(key, value);
    if (this.waiting.get(key) === value) this.waiting.delete(key);
    this.#keep(key);
  }

  /** The server cannot take the text: it stays on the screen and in this browser, and waits for another one; `correction` may be offered. */
  refuse(key, message, correction = "") {
    const value = this.waiting.get(key) ?? this.sent.get(key)?.value ?? "";
    this.sent.delete(key);
    this.waiting.delete(key);
    this.refused.set(key, { value, message, correction });
    this.#keep(key);
  }

  /** The field is no more, or its text was given up. */
  forget(key) {
    for (const part of [this.waiting, this.sent, this.refused]) part.delete(key);
    this.drafts.drop(key);
  }

  typed(key) {
    return this.waiting.get(key) ?? this.sent.get(key)?.value ?? this.refused.get(key)?.value;
  }

  isUnsaved(key) {
    return this.waiting.has(key) || this.sent.has(key) || this.refused.has(key);
  }

  get unsaved() {
    return [...new Set([...this.waiting.keys(), ...this.sent.keys(), ...this.refused.keys()])];
  }

  #keep(key) {
    const value = this.typed(key);
    if (value === undefined) this.drafts.drop(key);
    else this.drafts.keep(key, value, this.base.get(key) ?? "");
  }

  #done(key) {
    this.waiting.delete(key);
    this.#keep(key);
  }
}
