// The way to the server is closed: the session ended or is another person's (signing in happens over the page), or the
// page can be saved no more.

import { ask, fill, hold } from "../sheet/ask.js";
import { gettext } from "../sheet/words.js";
import { post } from "./request.js";

export class Session {
  constructor(page, sender) {
    Object.assign(this, { page, sender });
    this.dialog = document.getElementById("dlg-session");
    hold(this.dialog);
    this.form = this.dialog.querySelector("form");
    this.form.addEventListener("submit", (event) => this.#signIn(event));
    page.addEventListener("session", (event) => this.#open(event.detail));
    page.addEventListener("closed", (event) => this.#closed(event.detail));
  }

  #open({ error, message }) {
    if (this.dialog.open) return;
    this.back = document.activeElement;
    const isOther = error === "other_person";
    const title = isOther ? gettext("现在登录的是另一个人") : gettext("登录已结束，请重新登录");
    fill(this.dialog, { title, why: message, problem: "" });
    this.dialog.showModal();
    this.form.elements.password.focus();
  }

  async #signIn(event) {
    event.preventDefault();
    const { password } = this.form.elements;
    const { username } = this.form.dataset;
    const fields = new URLSearchParams({ username, resuming: username, password: password.value });
    const { kind, data } = await post(this.form.dataset.url, fields);
    if (kind !== "ok") {
      fill(this.dialog, { problem: data.message || gettext("现在连接不上，请稍后再试。") });
      password.select();
      return;
    }
    password.value = "";
    for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = data.csrf_token;
    this.dialog.close();
    this.back?.focus();
    this.sender.resume();
  }

  async #closed({ message }) {
    const dialog = document.getElementById("dlg-closed");
    if (dialog.open) return;
    const list = dialog.querySelector("[data-kept]");
    list.replaceChildren(...this.#kept());
    list.closest("section").hidden = !list.children.length;
    await ask("dlg-closed", { message });
  }

  /** What is not saved, as text to copy from. */
  #kept() {
    return this.page.ledger.unsaved.map((key) => {
      const item = document.createElement("li");
      const place = this.page.square(key)?.dataset.address ?? key;
      const text = document.createElement("textarea");
      Object.assign(text, { readOnly: true, value: this.page.ledger.typed(key) ?? "", rows: 2 });
      text.setAttribute("aria-label", place);
      item.append(place, text);
      return item;
    });
  }
}
