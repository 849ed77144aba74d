// The dialog for what a row holds beside its squares: levels, nature, grade, reason of a deviation, measure.

import { Place } from "../saving/place.js";
import { fragment } from "./fragment.js";
import { refOf } from "./paste_plan.js";

export class RowSettings {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave });
    this.dialog = document.getElementById("dlg-row");
    this.body = this.dialog.querySelector("[data-body]");
    this.dialog.querySelector("form").addEventListener("submit", (event) => this.#submit(event));
    this.dialog.addEventListener("close", () => this.sheet.goToNearest(this.back));
    this.body.addEventListener("input", (event) => event.target.dataset.levels && this.#offerSecondLevels());
    sheet.form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-said]");
      if (button) this.open(button.closest("tr").dataset.ref, button.dataset.said);
    });
    sheet.addEventListener("settings", (event) => this.open(refOf(event.detail.dataset.key)));
  }

  /** Opens the settings of a row, at one of its fields or at the first. */
  async open(ref, at = "") {
    if (!ref) return;
    await this.autosave.flush();
    const html = await fragment(this.sheet, this.sheet.urls.row.replace("/0/", `/${ref}/`));
    if (html === null) return;
    this.back = this.sheet.focused?.dataset.key ?? this.sheet.nameOf(ref);
    this.body.innerHTML = html;
    this.body.dataset.keeps = `${this.sheet.form.dataset.filing}:row-${ref}`;
    Place.of(this.body).bringBack();
    this.#offerSecondLevels();
    this.dialog.showModal();
    this.dialog.querySelector("[data-slot=row]").textContent = this.sheet.read(this.sheet.nameOf(ref)) ?? "";
    const field = this.body.querySelector(at ? `[name$=".${at}"]` : "input");
    field.focus();
    field.select();
  }

  /** The second levels of the chosen first level, as the edition has them; any other wording may be typed. */
  #offerSecondLevels() {
    const first = this.body.querySelector("[data-levels]");
    const list = this.body.querySelector("datalist[data-second]");
    if (!first || !list) return;
    const levels = JSON.parse(first.dataset.levels);
    const names = levels[first.value] ?? [...new Set(Object.values(levels).flat())];
    list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  }

  #submit(event) {
    if (event.submitter?.value !== "save") return;
    const changes = [];
    for (const field of this.body.querySelectorAll("[name]")) {
      const was = field.dataset.was;
      this.sheet.ledger.learn(field.name, was);
      if (field.value !== was) changes.push({ key: field.name, value: field.value });
    }
    this.sheet.writeAll(changes);
    Place.of(this.body).letGo();
  }
}
