// The score panel: the server says what the points mean and for what a reason is due; each part is saved by itself.

import { Drafts } from "../saving/drafts.js";
import { isComposing } from "../sheet/keyboard.js";

export class Scores extends EventTarget {
  constructor(form) {
    super();
    this.form = form;
    this.drafts = new Drafts(form.dataset.person, form.dataset.review);
    this.seen = [["page_read", form.elements.page_read.value]];
    this.unsaved = new Set();
    this.refused = new Set();
    this.sending = 0;
    form.addEventListener("input", (event) => this.#typed(event.target, "typed"));
    form.addEventListener("change", (event) => this.#typed(event.target, "chosen"));
    form.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("click", (event) => this.#accept(event));
    form.addEventListener("submit", () => this.unsaved.clear());
  }

  fieldsOf(part) {
    return [...part.querySelectorAll("input:not([type=hidden]), textarea")];
  }

  /** What the person has read in a field: the server compares it with what it holds. */
  read(field) {
    return this.form.elements[`was:${field.name}`];
  }

  /** What is not saved, in the words of the dialogs and guards that the sheet has, too. */
  get ledger() {
    const names = [...this.unsaved, ...this.refused].flatMap((part) => this.fieldsOf(part).map(({ name }) => name));
    return {
      unsaved: names.filter((name) => this.#isUnsaved(this.form.elements[name])),
      waiting: { size: this.unsaved.size },
      sent: { size: this.sending },
      typed: (name) => this.form.elements[name].value,
    };
  }

  /** Where a text that is not saved belongs, in words. */
  square(name) {
    const field = this.form.elements[name];
    return { dataset: { address: field.getAttribute("aria-label") ?? field.labels[0].textContent.trim() } };
  }

  #isUnsaved(field) {
    return field.value !== this.read(field).value;
  }

  /**
   * What an earlier visit could not save stands again, written on what stood there then: the server compares. What was
   * refused when the scores were handed in waits for other words.
   */
  bringBack() {
    for (const [name, { value, was }] of this.drafts.all()) {
      const field = this.form.elements[name];
      if (!field || this.read(field).value === value) {
        this.drafts.drop(name);
      } else if (field.value !== value) {
        field.value = value;
        this.read(field).value = was;
      }
    }
    for (const part of this.form.querySelectorAll("[data-part]")) {
      const field = this.fieldsOf(part).find((one) => this.#isUnsaved(one));
      if (!field) continue;
      if (part.querySelector("[data-slot=problem]").hidden) this.#typed(field, "chosen");
      else this.refused.add(part);
    }
  }

  #typed(field, kind) {
    const part = field.closest("[data-part]");
    if (!part) return;
    this.drafts.keep(field.name, field.value, this.read(field).value);
    this.refused.delete(part);
    this.unsaved.add(part);
    this.dispatchEvent(new CustomEvent(kind));
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
    this.#typed(points, "chosen");
  }

  /** The server holds `fields` of a part now, and says what they mean. */
  learn(part, fields, data) {
    for (const field of this.fieldsOf(part)) {
      const sent = fields.get(field.name);
      field.defaultValue = field.matches("textarea") && data.reason.trim() !== sent.trim() ? data.reason : sent;
      this.read(field).value = field.defaultValue;
      if (field.value === sent) {
        field.value = field.defaultValue;
        this.drafts.drop(field.name);
      }
    }
    this.#complain(part, "");
    if (data.changed) this.#say(part, data.changed);
    const slot = (name) => part.querySelector(`[data-slot=${name}]`);
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

  /** Another page has scored the part otherwise, and the person has been told how. */
  hear(part, standing) {
    for (const field of this.fieldsOf(part)) {
      const now = field.matches("textarea") ? standing.reason : standing.points;
      field.defaultValue = this.read(field).value = now;
      this.drafts.keep(field.name, field.value, now);
    }
  }

  /** What the other page has given stands here, too. */
  yield(part) {
    for (const field of this.fieldsOf(part)) field.value = field.defaultValue;
    this.#typed(this.fieldsOf(part)[0], "chosen");
  }

  /** The server cannot take a part as it is; it stays on the screen and in this browser. */
  refuse(part, message) {
    this.refused.add(part);
    this.#complain(part, message);
  }

  #say(part, message) {
    const problem = part.querySelector("[data-slot=problem]");
    problem.textContent = message;
    problem.hidden = !message;
  }

  #complain(part, message) {
    this.#say(part, message);
    part.querySelector(".score input").setAttribute("aria-invalid", String(Boolean(message)));
  }
}
