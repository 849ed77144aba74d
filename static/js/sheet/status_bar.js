// The bar at the foot: where the square in the hand is, and how it was read.

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
    this.reading.textContent = square.dataset.detail ?? "";
  }
}
