// The form can no longer be changed: what this browser kept of it is shown to be copied.

import { Drafts } from "../saving/drafts.js";

const isTick = (key) => key.includes("=");
const section = document.getElementById("kept");
const { person, filing } = section.dataset;
const all = Drafts.of(person, filing);
const texts = all.flatMap((drafts) => [...drafts.all()]).filter(([key, { value }]) => value.trim() && !isTick(key));

for (const [key, { value }] of texts) {
  const text = Object.assign(document.createElement("textarea"), { readOnly: true, value, rows: 2, className: "form-control" });
  text.setAttribute("aria-label", key);
  const item = document.createElement("li");
  item.append(text);
  section.querySelector("ul").append(item);
}
section.hidden = !texts.length;
section.querySelector("button").addEventListener("click", () => {
  for (const drafts of all) drafts.clear();
  section.hidden = true;
});
