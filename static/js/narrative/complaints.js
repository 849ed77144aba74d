// What the server could not take, said at its field and in the panel; the typed text stays where it is.

import { gettext } from "../sheet/words.js";
import { TEXT } from "./report.js";

/** What no text can hold: control characters, and halves of characters. */
const UNSTORABLE = /[\0-\x08\x0b-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export class Complaints {
  constructor(report, pointing) {
    Object.assign(this, { report, pointing });
    this.panel = document.getElementById("findings");
    this.entry = document.getElementById("refused-entry").content.firstElementChild;
    for (const name of ["unsaved", "typed"]) report.addEventListener(name, () => this.show());
    this.panel.addEventListener("click", (event) => this.#click(event));
  }

  show() {
    const { refused, area } = this.report;
    for (const [name, { value }] of refused) if (this.report.value(name) !== value) refused.delete(name);
    const text = refused.get(TEXT);
    if (text) area.setAttribute("aria-invalid", "true");
    else area.removeAttribute("aria-invalid");
    this.#list(text);
    for (const field of this.panel.querySelectorAll("[data-saves]")) say(field, refused.get(field.name)?.message ?? "");
  }

  #list(text) {
    for (const entry of this.panel.querySelectorAll("[data-refused]")) entry.remove();
    if (!text) return;
    const entry = this.entry.cloneNode(true);
    entry.querySelector("p").textContent = text.message;
    if (this.#places().length) {
      entry.querySelector(".at").append(chip("find", gettext("到这个字符")), chip("drop", gettext("全部删去")));
    }
    this.panel.querySelector("[data-entries]").prepend(entry);
  }

  #places() {
    return [...this.report.text.matchAll(UNSTORABLE)].map(({ index }) => index);
  }

  #click(event) {
    const act = event.target.closest("[data-unstorable]")?.dataset.unstorable;
    if (!act) return;
    const [first] = this.#places();
    if (act === "drop") this.report.put(this.report.text.replace(UNSTORABLE, ""));
    else if (first !== undefined) this.pointing.select(first, first + 1);
  }
}

function chip(act, words) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent: words });
  button.dataset.unstorable = act;
  return button;
}

/** Says under a field what is wrong with it; blank words take it back. */
function say(field, words) {
  const there = field.parentElement.querySelector(".problem");
  if (words) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  if (!words) there?.remove();
  else if (there) there.textContent = words;
  else field.after(Object.assign(document.createElement("p"), { className: "problem", textContent: words }));
}
