// Leaving the page: what was typed last is saved first, so that nobody is asked about it and a printed draft holds it.

import { ask } from "../sheet/ask.js";
import { gettext } from "../sheet/words.js";

export class Leaving {
  constructor(page, sender) {
    Object.assign(this, { page, sender, asked: false });
    page.addEventListener("typed", () => (this.asked = false));
    document.addEventListener("click", (event) => this.#follow(event));
    document.addEventListener("submit", (event) => this.#send(event), true);
    window.addEventListener("beforeunload", (event) => {
      if (page.ledger.unsaved.length && !this.asked) event.preventDefault();
    });
  }

  get #waits() {
    return this.page.ledger.waiting.size > 0 || this.page.ledger.sent.size > 0;
  }

  async #follow(event) {
    const link = event.target.closest("a[href]");
    const { origin, pathname } = window.location;
    const leads = link && !link.target && link.origin === origin && !(link.hash && link.pathname === pathname);
    if (!leads || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!this.#waits) return;
    event.preventDefault();
    await this.sender.flush();
    window.location.assign(link.href);
  }

  /** A form that leads away goes once: after what waits was saved, or the person has said that it may stay behind. */
  async #send(event) {
    const form = event.target;
    if (form === this.page.form || form.method !== "post" || this.asked || !this.#waits) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await this.sender.flush();
    if (this.#waits && !form.dataset.draftsOf && !(await this.#mayStayBehind())) return;
    this.asked = true;
    setTimeout(() => form.requestSubmit(event.submitter)); // not within the event of the first try, which browsers ignore
  }

  async #mayStayBehind() {
    const question = gettext("还有内容没有保存，现在保存不上。这些内容留在本机，下次打开时恢复。仍要离开吗？");
    return (await ask("confirm", { question, act: gettext("仍要离开") })) === "go";
  }
}
