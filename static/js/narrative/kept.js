// What is not saved of a report, kept in this browser until the server has it; signing out clears it.

const PAUSE = 300;

export class Kept {
  constructor(person, filing) {
    this.name = `jx-draft:${person}:${filing}`;
    document.addEventListener("visibilitychange", () => document.hidden && this.#write());
    window.addEventListener("pagehide", () => this.#write());
  }

  /** What an earlier visit left: name → { value, was }: the words, for the text the saving, that it was written on. */
  all() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name) ?? "{}");
      return new Map(Object.entries(kept).filter(([, entry]) => typeof entry?.value === "string"));
    } catch {
      return new Map();
    }
  }

  /** Notes what is unsaved now; written after a pause, since a report can be long. */
  note(unsaved) {
    this.unsaved = unsaved;
    this.timer ??= setTimeout(() => this.#write(), PAUSE);
  }

  #write() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.unsaved) return;
    const { unsaved } = this;
    this.unsaved = null;
    try {
      if (unsaved.size) localStorage.setItem(this.name, JSON.stringify(Object.fromEntries(unsaved)));
      else localStorage.removeItem(this.name);
    } catch {
      // a full or forbidden store keeps nothing; the text still stands on the screen
    }
  }
}
