// A place where a person types what is saved later, all at once: a form that is posted, or a part that a script sends
// (data-keeps). What is typed stays in this browser, per person and place, until it is saved or given up. Where it was left
// it stands again, and a quiet bar says so; where something else was saved since, it is offered and not put in.
// Forms that save by themselves (data-starts) have their own ways.

import { Drafts } from "./drafts.js";
import { inWords, isFilledIn, keyOf, put, standing, valueOf } from "./fields.js";
import { offer, sayBack, unsay } from "./kept_bar.js";

const { person } = document.documentElement.dataset;
/** Before the key of what was not put in. */
const ASIDE = "aside:";

export class Place {
  constructor(scope) {
    this.scope = scope;
    this.drafts = new Drafts(person, nameOf(scope));
  }

  /** The place that a form or a field belongs to; null where nothing is kept for later. */
  static of(element) {
    const scope = element.closest("[data-keeps]") ?? element.form ?? element.closest("form");
    return isKept(scope) ? new Place(scope) : null;
  }

  /** All places in a part of the page. */
  static within(part) {
    return [...part.querySelectorAll("form, [data-keeps]")].filter(isKept).map((scope) => new Place(scope));
  }

  get name() {
    return nameOf(this.scope);
  }

  get isEmpty() {
    return !this.drafts.all().size;
  }

  get fields() {
    const all = this.scope.elements ?? this.scope.querySelectorAll("input, select, textarea");
    return [...all].filter((field) => isFilledIn(field) && field.name !== this.scope.dataset.keptBy);
  }

  keep() {
    const kept = this.drafts.all();
    for (const field of this.fields) {
      const key = keyOf(field);
      const was = kept.get(key)?.was ?? standing(field);
      if (valueOf(field) === was) this.drafts.drop(key);
      else this.drafts.keep(key, valueOf(field), was);
    }
  }

  /** It was saved. */
  letGo() {
    this.drafts.clear();
    unsay(this.scope);
  }

  giveUp() {
    this.letGo();
    for (const field of this.fields) put(field, standing(field));
  }

  /** Puts back what was left; nothing is said (`quietly`) where a part of the page was only drawn anew. */
  bringBack({ quietly = false } = {}) {
    const kept = this.drafts.all();
    const lost = this.fields.filter((field) => kept.has(keyOf(field)) && kept.get(keyOf(field)).value !== valueOf(field));
    const back = lost.filter((field) => valueOf(field) === kept.get(keyOf(field)).was);
    for (const field of back) show(field, kept.get(keyOf(field)).value);
    if (quietly) return;
    for (const field of this.fields) {
      const isOther = lost.includes(field) && !back.includes(field);
      const left = isOther ? this.#setAside(keyOf(field), kept) : kept.get(ASIDE + keyOf(field));
      if (left && left.value !== valueOf(field)) this.#offer(field, left.value);
    }
    if (back.length) sayBack(this.scope, () => this.#undo(back, kept));
  }

  #setAside(key, kept) {
    const left = kept.get(key);
    this.drafts.drop(key);
    this.drafts.keep(ASIDE + key, left.value, left.was);
    return left;
  }

  #undo(back, kept) {
    for (const field of back) put(field, kept.get(keyOf(field)).was);
    this.keep();
    back[0].focus();
  }

  #offer(field, value) {
    const drop = () => this.drafts.drop(ASIDE + keyOf(field));
    const take = () => {
      drop();
      show(field, value);
      this.keep();
    };
    offer(this.scope, field, inWords(field, value), { take, giveUp: drop });
  }
}

/** What was begun in a form that is kept for each value of one of its fields (data-kept-by): value → words of `name`. */
export function begun(form, name) {
  const values = [...form.elements[form.dataset.keptBy].options].map(({ value }) => value);
  const words = values.map((value) => [value, new Drafts(person, nameOf(form, value)).all().get(name)?.value ?? ""]);
  return new Map(words.filter(([, text]) => text));
}

function isKept(scope) {
  if (!person || !scope) return false;
  const { keeps, starts, draftsOf } = scope.dataset;
  return keeps !== undefined || (scope.method === "post" && starts === undefined && !draftsOf);
}

/** One address for a form, whether its page was opened or drawn after a refusal. */
function nameOf(scope, which = scope.elements?.[scope.dataset.keptBy]?.value) {
  if (scope.dataset.keeps) return scope.dataset.keeps;
  const { pathname, search } = new URL(scope.getAttribute("action") || location.href, location.href);
  return `form:${pathname}${search}${which === undefined ? "" : `#${which}`}`;
}

function show(field, value) {
  put(field, value);
  const folded = field.closest("details");
  if (folded) folded.open = true;
}
