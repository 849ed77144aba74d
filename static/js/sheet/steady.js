// Draws a panel of entries ([data-entry]) anew and leaves alone what has the focus: as long as it is in the panel, only the
// counts and how an entry stands are said anew; the rest follows when the focus has left.

export class Steady {
  constructor(panel, drawn) {
    Object.assign(this, { panel, drawn, waiting: null });
    panel.addEventListener("focusout", () => setTimeout(() => this.#draw()));
  }

  /** Whether somebody is at work in the panel; its list alone may have the focus to be scrolled. */
  get isHeld() {
    const { activeElement } = document;
    return this.panel.contains(activeElement) && !activeElement.matches("[data-scrolls]");
  }

  draw(html) {
    this.waiting = Object.assign(document.createElement("template"), { innerHTML: html }).content;
    if (this.isHeld) this.#freshen(this.waiting);
    else this.#draw();
  }

  /** Everything but the list itself, which keeps how far it is scrolled. */
  #draw() {
    if (!this.waiting || this.isHeld) return;
    const fresh = this.waiting;
    this.waiting = null;
    const list = this.panel.querySelector("[data-scrolls]");
    const freshList = fresh.querySelector("[data-scrolls]");
    const opened = [...this.panel.querySelectorAll("details[open][data-open]")].map(({ dataset }) => dataset.open);
    const parts = [...fresh.children];
    const at = parts.indexOf(freshList);
    list.querySelector("[data-entries]").replaceWith(freshList.querySelector("[data-entries]"));
    for (const part of [...this.panel.children]) if (part !== list) part.remove();
    list.before(...parts.slice(0, at));
    list.after(...parts.slice(at + 1));
    for (const details of this.panel.querySelectorAll("details[data-open]")) details.open = opened.includes(details.dataset.open);
    this.drawn();
  }

  /** Says in place what has no other height: the counts, and which entries are settled. */
  #freshen(fresh) {
    const twins = new Map([...fresh.querySelectorAll("[data-entry]")].map((entry) => [entry.dataset.entry, entry]));
    replace(this.panel.querySelector("[data-part=counts]"), fresh.querySelector("[data-part=counts]"));
    for (const entry of this.panel.querySelectorAll("[data-entry]")) {
      const twin = twins.get(entry.dataset.entry);
      entry.classList.toggle("settled", !twin);
      if (!twin) continue;
      entry.classList.toggle("told", twin.classList.contains("told"));
      replace(entry.querySelector("h3"), twin.querySelector("h3"));
      if (!twin.querySelector(".stale") && entry.contains(document.activeElement)) withoutStale(entry);
    }
  }
}

/** The newly drawn part in the place of the old one, unless that has the focus; the fresh one is left for later. */
function replace(part, fresh) {
  if (part && fresh && !part.contains(document.activeElement)) part.replaceWith(fresh.cloneNode(true));
}

/** The words stand for the figures of today: what asked for that goes, from under the field. */
function withoutStale(entry) {
  entry.querySelector(".stale")?.remove();
  entry.querySelector("textarea")?.removeAttribute("aria-describedby");
}
