// The bar at the foot: where the square in the hand is, and how it was read.

import { gettext } from "./words.js";

export class StatusBar {
  constructor(sheet) {
    this.sheet = sheet;
    this.bar = document.getElementById("status-bar");
    this.address = this.bar.querySelector("[data-slot=address]");
    this.reading = this.bar.querySelector("[data-slot=reading]");
    sheet.form.addEventListener("focusin", () => this.show());
    sheet.addEventListener("drawn", () => this.show());
  }

  show() {
    const square = this.sheet.focused;
    if (!square) return;
    this.address.textContent = square.dataset.address;
    const light = square.closest("tr").querySelector(".gut .light")?.textContent;
    const parts = [square.dataset.detail, light && gettext("进度：%(light)s", { light })];
    this.reading.textContent = parts.filter(Boolean).join("　");
  }
}
