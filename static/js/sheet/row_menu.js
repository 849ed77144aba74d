// The menu of a row, and the keys that act on rows.

import { refOf } from "./paste_plan.js";
import { combination, isComposing } from "./keyboard.js";
import { walkMenu } from "./menu_walk.js";

const KEYS = { "Alt+Insert": "below", "Alt+Delete": "remove", "Shift+F10": "menu", ContextMenu: "menu" };

export class RowMenu {
  constructor(sheet, rows, settings) {
    Object.assign(this, { sheet, rows, settings });
    this.menu = document.getElementById("row-menu");
    sheet.form.addEventListener("click", (event) => this.#opener(event));
    sheet.form.addEventListener("keydown", (event) => this.#key(event));
    this.menu.addEventListener("click", (event) => this.#choose(event.target.closest("[data-act]")));
    this.menu.addEventListener("keydown", (event) => walkMenu(event, this.#items(), () => this.close({ back: true })));
    sheet.addEventListener("redrawing", () => this.close());
    document.addEventListener("pointerdown", (event) => this.menu.contains(event.target) || this.close());
  }

  #opener(event) {
    const button = event.target.closest("[data-row-menu]");
    if (button) this.open(button.closest("tr").dataset.ref, button);
  }

  #key(event) {
    const act = KEYS[combination(event)];
    const ref = refOf(this.sheet.focused?.dataset.key);
    if (!act || !this.rows.listOf(ref) || isComposing(event)) return;
    event.preventDefault();
    if (act === "menu") this.open(ref, this.sheet.form.querySelector(`tr[data-ref="${ref}"] [data-row-menu]`));
    else this.#act(act, ref);
  }

  open(ref, button) {
    this.ref = ref;
    this.back = this.sheet.focused ? document.activeElement : button;
    const list = this.rows.listOf(ref);
    const refs = this.rows.refsIn(list);
    this.menu.querySelector("[data-act=settings]").hidden = list !== "indicators";
    this.menu.querySelector("[data-act=up]").disabled = refs[0] === ref;
    this.menu.querySelector("[data-act=down]").disabled = refs[refs.length - 1] === ref;
    button.parentElement.append(this.menu);
    this.menu.hidden = false;
    this.menu.classList.toggle("up", button.getBoundingClientRect().bottom + this.menu.offsetHeight > innerHeight - 40);
    this.#items()[0].focus();
  }

  close({ back = false } = {}) {
    if (this.menu.hidden) return;
    this.menu.hidden = true;
    document.getElementById("row-menu-home").append(this.menu);
    if (back) this.back?.focus();
  }

  #items() {
    return [...this.menu.querySelectorAll("[data-act]:not(:disabled):not([hidden])")];
  }

  #choose(item) {
    if (!item) return;
    this.close({ back: true });
    this.#act(item.dataset.act, this.ref);
  }

  #act(act, ref) {
    const list = this.rows.listOf(ref);
    const refs = this.rows.refsIn(list);
    return {
      above: () => this.rows.add(refs[refs.indexOf(ref) - 1] ?? "", [{}], list),
      below: () => this.rows.add(ref),
      remove: () => this.rows.remove(ref),
      up: () => this.rows.move(ref, true),
      down: () => this.rows.move(ref, false),
      settings: () => this.settings.open(ref),
    }[act]();
  }
}
