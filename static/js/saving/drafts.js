// Unsaved text of one person and one place, kept in this browser until the server has it or it is given up.

export class Drafts {
  /** Changes are written before anything else happens or, where texts are long, after a `pause` in milliseconds. */
  constructor(person, place, pause = 0) {
    this.name = `jx-draft:${person}:${place}`;
    this.pause = pause;
    this.changes = new Map();
    if (!pause) return;
    document.addEventListener("visibilitychange", () => document.hidden && this.#write());
    window.addEventListener("pagehide", () => this.#write());
  }

  /** All that this browser keeps of a person or, of theirs, of one place and its parts (place:part). */
  static of(person, place = "") {
    const all = `jx-draft:${person}:`;
    const places = names().filter((name) => name.startsWith(all)).map((name) => name.slice(all.length));
    const wanted = places.filter((one) => !place || one === place || one.startsWith(`${place}:`));
    return wanted.map((one) => new Drafts(person, one));
  }

  /** What was left unsaved: key → { value, was }. */
  all() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name) ?? "{}");
      return new Map(Object.entries(kept).filter(([, entry]) => typeof entry?.value === "string"));
    } catch {
      return new Map();
    }
  }

  keep(key, value, was) {
    this.#change(key, { value, was });
  }

  drop(key) {
    this.#change(key, null);
  }

  /** All of it is saved, or given up. */
  clear() {
    this.changes.clear();
    try {
      localStorage.removeItem(this.name);
    } catch {
      // a forbidden store has kept nothing
    }
  }

  /** Changes of one act are written together. */
  #change(key, entry) {
    if (!this.changes.size) this.#soon();
    this.changes.set(key, entry);
  }

  #soon() {
    if (this.pause) setTimeout(() => this.#write(), this.pause);
    else queueMicrotask(() => this.#write());
  }

  #write() {
    if (!this.changes.size) return;
    const kept = this.all();
    const before = kept.size;
    for (const [key, entry] of this.changes) {
      if (entry) kept.set(key, entry);
      else kept.delete(key);
    }
    this.changes.clear();
    try {
      if (kept.size) localStorage.setItem(this.name, JSON.stringify(Object.fromEntries(kept)));
      else if (before) localStorage.removeItem(this.name);
    } catch {
      // a full or forbidden store keeps nothing; the text still stands on the screen
    }
  }
}

function names() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
