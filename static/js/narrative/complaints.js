// What the server could not take, said at its field and in the panel; the typed text stays where it is.

import { TEXT } from "./report.js";

export class Complaints {
  constructor(report) {
    this.report = report;
    this.panel = document.getElementById("findings");
    this.entry = document.getElementById("refused-entry").content.firstElementChild;
    for (const name of ["unsaved", "typed"]) report.addEventListener(name, () => this.show());
    this.panel.addEventListener("click", (event) => this.#remove(event.target.closest("[data-remove]")));
  }

  /** One click takes a character that cannot be printed out of the whole text. */
  #remove(button) {
    if (!button) return;
    this.report.area.focus();
    this.report.put(this.report.text.split(button.dataset.remove).join(""));
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
    this.panel.querySelector("[data-entries]").prepend(entry);
  }
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
