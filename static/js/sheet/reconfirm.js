// An explanation that was written to other figures: one click says that it stands for these too.

export class Reconfirm {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave });
    document.getElementById("findings").addEventListener("click", (event) => this.#click(event));
  }

  async #click(event) {
    const button = event.target.closest("[data-still]");
    if (!button) return;
    event.preventDefault();
    const { value: name } = button;
    this.sheet.ledger.sayAgain(name, this.sheet.read(name));
    await this.autosave.flush();
    this.sheet.goTo(name);
  }
}
