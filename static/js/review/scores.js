// The score panel saves each part by itself; the server says what the points mean and for what a reason is due.

import { Drafts } from "../sheet/drafts.js";
import { isComposing } from "../sheet/keyboard.js";
import { SavedMark } from "../sheet/saved_mark.js";

const PAUSE = 500;
const AGAIN = 8000;
const SIGNED_OUT = 401;

const fieldsOf = (part) => [...part.querySelectorAll("input, textarea")];

export class Scores {
  constructor(form) {
    this.form = form;
    this.timers = new Map();
    this.unsaved = new Set();
    this.mark = new SavedMark(document.getElementById("saved-mark"), () => this.flush());
    this.drafts = new Drafts(form.dataset.person, form.dataset.review);
    form.addEventListener("input", (event) => this.#typed(event.target));
    form.addEventListener("change", (event) => this.#soon(event.target.closest("[data-part]"), 0));
    form.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("click", (event) => this.#accept(event));
    form.addEventListener("submit", () => this.#rest());
    addEventListener("online", () => this.flush());
    addEventListener("pagehide", () => this.flush(true));
    setInterval(() => this.flush(), AGAIN);
    this.#restore();
  }

  /** Saves now what is not saved yet; `leaving` lets the request outlive the page. */
  flush(leaving = false) {
    for (const part of [...this.unsaved]) this.#save(part, leaving);
  }

  /** What an earlier visit could not save stands in its fields again, unless something else was saved there since. */
  #restore() {
    for (const [name, { value, was }] of this.drafts.all()) {
      const field = this.form.elements[name];
      if (!field || field.value === value || field.value !== was) {
        this.drafts.drop(name);
        continue;
      }
      field.value = value;
      this.#soon(field.closest("[data-part]"), 0);
    }
  }

  #typed(field) {
    const part = field.closest("[data-part]");
    if (!part) return;
    this.drafts.keep(field.name, field.value, field.defaultValue);
    this.#soon(part, PAUSE);
  }

  #soon(part, pause) {
    if (!part) return;
    this.unsaved.add(part);
    clearTimeout(this.timers.get(part));
    this.timers.set(part, setTimeout(() => this.#save(part), pause));
  }

  /** The whole form is on its way: nothing needs to be saved beside it. */
  #rest() {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.unsaved.clear();
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
    const points = button.closest("[data-part]").querySelector(".score input");
    points.value = button.dataset.accept;
    points.focus();
    this.#typed(points);
    this.#soon(points.closest("[data-part]"), 0);
  }

  async #save(part, leaving = false) {
    clearTimeout(this.timers.get(part));
    this.unsaved.delete(part);
    const body = new URLSearchParams(fieldsOf(part).map((field) => [field.name, field.value]));
    part.dataset.sent = body.toString();
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
    if (part.dataset.sent === body.toString()) this.#answer(part, data, response);
  }

  #answer(part, data, response) {
    document.getElementById("signed-out").hidden = response.status !== SIGNED_OUT;
    if (!data || response.status === SIGNED_OUT) {
      this.mark.show(data ? "kept" : "failed");
      this.unsaved.add(part);
      return;
    }
    const slot = (name) => part.querySelector(`[data-slot=${name}]`);
    slot("problem").textContent = data.message ?? "";
    slot("problem").hidden = response.ok;
    part.querySelector(".score input").setAttribute("aria-invalid", String(!response.ok));
    if (!response.ok) {
      this.mark.show("kept");
      return;
    }
    for (const field of fieldsOf(part)) {
      this.drafts.drop(field.name);
      field.defaultValue = field.value;
    }
    this.#draw(part, slot, data);
    this.mark.show(this.unsaved.size ? "saving" : "saved", data.saved_at);
  }

  #draw(part, slot, data) {
    slot("stand").innerHTML = data.tag;
    slot("proposal").textContent = data.proposal;
    if (data.asks) slot("asks").textContent = data.asks;
    slot("why").toggleAttribute("data-quiet", !data.asks && !part.querySelector("textarea").value.trim());
    const accept = part.querySelector("[data-accept]");
    if (accept) accept.hidden = data.stand === "accepted";
    for (const name of ["total", "addends", "proposed"]) {
      this.form.querySelector(`[data-slot=${name}]`).textContent = data[name];
    }
  }
}
