// The way to the server is closed: the session ended (signing in happens over the form), or the form is no longer ours.

import { ask, fill, hold } from "./ask.js";
import { post } from "./transport.js";
import { gettext } from "./words.js";

export class Session {
  constructor(sheet, autosave) {
    Object.assign(this, { sheet, autosave });
    this.dialog = document.getElementById("dlg-session");
    hold(this.dialog);
    this.form = this.dialog.querySelector("form");
    this.form.addEventListener("submit", (event) => this.#signIn(event));
    sheet.addEventListener("session", () => this.#open());
    sheet.addEventListener("closed", (event) => this.#closed(event.detail));
  }

  #open() {
    if (this.dialog.open) return;
    this.back = document.activeElement;
    fill(this.dialog, { problem: "" });
    this.dialog.showModal();
    this.form.elements.password.focus();
  }

  async #signIn(event) {
    event.preventDefault();
    const { password } = this.form.elements;
    const { username } = this.form.dataset;
    const fields = new URLSearchParams({ username, resuming: username, password: password.value });
    const { kind, data } = await post(this.sheet.urls.sign_in, fields);
    if (kind !== "ok") {
      fill(this.dialog, { problem: data.message || gettext("现在连接不上，请稍后再试。") });
      password.select();
      return;
    }
    password.value = "";
    this.dialog.close();
    this.back?.focus();
    this.autosave.resume();
  }

  async #closed({ message }) {
    const dialog = document.getElementById("dlg-closed");
    const list = dialog.querySelector("[data-kept]");
    list.replaceChildren(...this.#kept());
    list.closest("section").hidden = !list.children.length;
    await ask("dlg-closed", { message: message || gettext("这张表现在打不开，可能已不在您名下。") });
  }

  /** What is not saved, as text to copy from. */
  #kept() {
    return this.sheet.ledger.unsaved.map((key) => {
      const item = document.createElement("li");
      const place = this.sheet.square(key)?.dataset.address ?? key;
      const text = document.createElement("textarea");
      Object.assign(text, { readOnly: true, value: this.sheet.ledger.typed(key) ?? "", rows: 2 });
      text.setAttribute("aria-label", place);
      item.append(place, text);
      return item;
    });
  }
}
