// Leaving the page: what was typed last is saved first, so that nobody is asked about it and a printed draft holds it.

export class Leaving {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave });
    document.addEventListener("click", (event) => this.#follow(event));
    document.addEventListener("submit", (event) => this.#send(event), true);
    window.addEventListener("beforeunload", (event) => {
      if (sheet.ledger.unsaved.length) event.preventDefault();
    });
  }

  async #follow(event) {
    const link = event.target.closest("a[href]");
    const { origin, pathname } = window.location;
    const leads = link && !link.target && link.origin === origin && !(link.hash && link.pathname === pathname);
    if (!leads || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!this.sheet.ledger.waiting.size && !this.sheet.ledger.sent.size) return;
    event.preventDefault();
    await this.autosave.flush();
    window.location.assign(link.href);
  }

  async #send(event) {
    const form = event.target;
    if (form === this.sheet.form || form.method !== "post") return;
    if (!this.sheet.ledger.waiting.size && !this.sheet.ledger.sent.size) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await this.autosave.flush();
    form.requestSubmit(event.submitter);
  }
}
