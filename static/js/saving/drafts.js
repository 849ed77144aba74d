// Unsaved text of one person and one place, kept in this browser until the server has it or it is given up.

export class Drafts {
  constructor(person, place) {
    this.name = `jx-draft:${person}:${place}`;
    this.changes = new Map();
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

  /** Changes of one act are written together, before anything else happens. */
  #change(key, entry) {
    if (!this.changes.size) queueMicrotask(() => this.#write());
    this.changes.set(key, entry);
  }

  #write() {
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
