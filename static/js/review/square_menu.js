// The small menu of a square: opened by a click, a long press or the menu key; a mark is written or what stood there is shown.

export class SquareMenu {
  constructor(table, threads) {
    Object.assign(this, { table, threads });
    this.menu = document.getElementById("square-menu");
    this.home = document.getElementById("square-menu-home");
    this.said = this.menu.querySelector("[data-slot=history]");
    table.addEventListener("pressed", ({ detail }) => this.open(detail));
    table.addEventListener("arrived", ({ detail }) => detail === this.square || this.close());
    table.paper.addEventListener("contextmenu", (event) => this.#ask(event));
    this.menu.addEventListener("click", (event) => this.#act(event.target.closest("[data-square]")?.dataset.square));
    document.addEventListener("keydown", (event) => this.#escape(event), true);
    document.addEventListener("pointerdown", (event) => event.target.closest("#paper [data-key]") || this.close());
  }

  get square() {
    return this.menu.closest("[data-key]");
  }

  /** Shows the menu above its square, below where there is no room. */
  open(square) {
    if (square === this.square) return;
    this.close();
    square.append(this.menu);
    square.classList.add("has-menu");
    const room = square.getBoundingClientRect().top - square.closest(".desk").getBoundingClientRect().top;
    this.menu.hidden = false;
    this.menu.classList.toggle("below", room < this.menu.offsetHeight + 8);
  }

  close() {
    this.square?.classList.remove("has-menu");
    this.menu.hidden = true;
    this.#show(null);
    this.home.append(this.menu);
  }

  /** A long press or the menu key: the menu takes the focus, as menus do. */
  #ask(event) {
    const square = event.target.closest("[data-key]");
    if (!square || event.target.closest(".pop, .sq-menu, a")) return;
    event.preventDefault();
    this.table.goTo(square);
    this.open(square);
    this.menu.querySelector("button").focus();
  }

  #act(act) {
    const { square } = this;
    if (act === "history") this.#show(this.said.hidden ? square.dataset.key : null);
    if (act !== "mark") return;
    this.close();
    this.table.goTo(square);
    this.threads.mark();
  }

  #show(key) {
    this.menu.querySelector("[data-square=history]").setAttribute("aria-expanded", String(key !== null));
    this.said.hidden = key === null;
    if (key === null) return;
    const found = [...document.querySelectorAll("[data-history]")].find(({ dataset }) => dataset.history === key);
    this.said.replaceChildren((found ?? document.getElementById("square-same")).content.cloneNode(true));
  }

  #escape(event) {
    if (event.key !== "Escape" || this.menu.hidden || document.querySelector("dialog[open]")) return;
    event.stopPropagation();
    const { square } = this;
    const inside = this.menu.contains(document.activeElement);
    this.close();
    if (inside) this.table.goTo(square);
  }
}
