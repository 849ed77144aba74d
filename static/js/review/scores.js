// The score panel saves each part by itself; the server says what the points mean and for what a reason is due.

import { SavedMark } from "../sheet/saved_mark.js";
import { isComposing } from "../sheet/keyboard.js";

const PAUSE = 500;
const AGAIN = 8000;

export class Scores {
  constructor(form) {
    this.form = form;
    this.timers = new Map();
    this.unsaved = new Set();
    this.mark = new SavedMark(document.getElementById("saved-mark"), () => this.flush());
    form.addEventListener("input", (event) => this.#typed(event));
    form.addEventListener("change", (event) => this.#soon(event.target.closest("[data-part]"), 0));
    form.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("click", (event) => this.#accept(event));
    addEventListener("online", () => this.flush());
    addEventListener("pagehide", () => this.flush(true));
    setInterval(() => this.flush(), AGAIN);
  }

  /** Saves now what is not saved yet; `leaving` lets the request outlive the page. */
  flush(leaving = false) {
    for (const part of [...this.unsaved]) this.#save(part, leaving);
  }

  #typed(event) {
    const part = event.target.closest("[data-part]");
    if (part) this.#soon(part, PAUSE);
  }

  #soon(part, pause) {
    if (!part) return;
    this.unsaved.add(part);
    clearTimeout(this.timers.get(part));
    this.timers.set(part, setTimeout(() => this.#save(part), pause));
  }

  /** Enter goes on to the next points, it does not hand the scores in. */
  #key(event) {
    if (event.key !== "Enter" || isComposing(event) || !event.target.matches(".score input")) return;
    event.preventDefault();
    const inputs = [...this.form.querySelectorAll(".score input")];
    const next = inputs[inputs.indexOf(event.target) + 1];
    if (next) next.select();
    else this.form.querySelector("[value=submit]").focus();
  }

  #accept(event) {
    const button = event.target.closest("[data-accept]");
    if (!button) return;
    event.preventDefault();
    const part = button.closest("[data-part]");
    const points = part.querySelector(".score input");
    points.value = button.dataset.accept;
    points.focus();
    this.#soon(part, 0);
  }

  async #save(part, leaving = false) {
    clearTimeout(this.timers.get(part));
    this.unsaved.delete(part);
    const body = new URLSearchParams();
    for (const field of part.querySelectorAll("input, textarea")) body.set(field.name, field.value);
    const sent = body.toString();
    part.dataset.sent = sent;
    this.mark.show("saving");
    let response;
    try {
      response = await fetch(part.dataset.url, {
        method: "POST",
        body,
        headers: { Accept: "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value },
        keepalive: leaving,
        redirect: "manual",
      });
    } catch {
      this.unsaved.add(part);
      this.mark.show("offline");
      return;
    }
    const data = await response.json().catch(() => null);
    if (part.dataset.sent !== sent) return;
    if (!data) this.mark.show("failed");
    else this.#answer(part, data, response.ok);
  }

  #answer(part, data, saved) {
    const slot = (name) => part.querySelector(`[data-slot=${name}]`);
    const points = part.querySelector(".score input");
    slot("problem").textContent = saved ? "" : data.message;
    slot("problem").hidden = saved;
    points.toggleAttribute("aria-invalid", !saved);
    if (!saved) {
      points.setAttribute("aria-invalid", "true");
      this.mark.show("kept");
      return;
    }
    slot("stand").innerHTML = data.tag;
    slot("proposal").textContent = data.proposal;
    if (data.asks) slot("asks").textContent = data.asks;
    const typed = part.querySelector("textarea").value.trim();
    slot("why").toggleAttribute("data-quiet", !data.asks && !typed);
    const accept = part.querySelector("[data-accept]");
    if (accept) accept.hidden = data.stand === "accepted";
    for (const name of ["total", "addends", "proposed"]) {
      this.form.querySelector(`[data-slot=${name}]`).textContent = data[name];
    }
    this.mark.show(this.unsaved.size ? "saving" : "saved", data.saved_at);
  }
}
