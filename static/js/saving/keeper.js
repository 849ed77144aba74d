// Keeps what is typed at every place of the page where it is saved later, until the server says that it was saved.

import { Drafts } from "./drafts.js";
import { Place } from "./place.js";
import { askWhenSigningOut } from "./signing_out.js";

const { person } = document.documentElement.dataset;
/** The server names in a cookie of this name what came in a field of this name and was saved (portal/ui/kept.py). */
const SENT_AS = "kept_as";

function settle() {
  const cookie = document.cookie.split("; ").find((part) => part.startsWith(`${SENT_AS}=`));
  if (!cookie) return;
  document.cookie = `${SENT_AS}=; path=/; max-age=0`;
  new Drafts(person, decodeURIComponent(cookie.slice(SENT_AS.length + 1))).clear();
}

/** A form with something that is kept names itself; what the answer does not name was not saved. */
function send(form, place) {
  form.elements[SENT_AS]?.remove();
  if (place.isEmpty) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: SENT_AS, value: place.name }));
}

settle();
askWhenSigningOut();
for (const place of Place.within(document)) if (!place.scope.dataset.keptBy) place.bringBack();
for (const kind of ["input", "change"]) document.addEventListener(kind, ({ target }) => Place.of(target)?.keep());
document.addEventListener("submit", ({ target }) => {
  const place = Place.of(target);
  if (place) send(target, place);
});
document.addEventListener("given-up", ({ target }) => Place.within(target).forEach((place) => place.giveUp()));
