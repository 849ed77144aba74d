// The form can no longer be changed: what this browser kept of it is shown to be copied.

import { Drafts } from "../saving/drafts.js";

const section = document.getElementById("kept");
const drafts = new Drafts(section.dataset.person, section.dataset.filing);
const texts = [...drafts.all()].filter(([, { value }]) => value.trim());

for (const [key, { value }] of texts) {
  const text = Object.assign(document.createElement("textarea"), { readOnly: true, value, rows: 2, className: "form-control" });
  text.setAttribute("aria-label", key);
  const item = document.createElement("li");
  item.append(text);
  section.querySelector("ul").append(item);
}
section.hidden = !texts.length;
section.querySelector("button").addEventListener("click", () => {
  for (const key of drafts.all().keys()) drafts.drop(key);
  section.hidden = true;
});
