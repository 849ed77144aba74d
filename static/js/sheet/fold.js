// Where there is no room beside the table the panel lies below it, folded to its first line; a button opens it whole.

export class Fold {
  constructor(side, { open = false } = {}) {
    this.side = side;
    this.button = side.querySelector("[data-fold]");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.toggle(!this.isOpen));
    side.classList.add("foldable");
    this.toggle(open);
  }

  get isOpen() {
    return this.side.classList.contains("open");
  }

  toggle(open) {
    this.side.classList.toggle("open", open);
    this.button.setAttribute("aria-expanded", String(open));
  }
}

/** Scrolls a square out from under the panel, where that lies over the table. */
export function uncover(square, side) {
  const [box, over] = [square, side].map((element) => element.getBoundingClientRect());
  const hidden = box.bottom - over.top;
  const isBelow = over.left <= box.left && hidden > 0 && over.top > 0;
  if (!isBelow || box.height > over.top) return;
  const desk = square.closest(".desk");
  if (getComputedStyle(side).position === "sticky") window.scrollBy(0, hidden + 8);
  else desk.scrollTop += hidden + 8;
}
