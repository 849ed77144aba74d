// What an earlier visit could not save is put back on the screen and sent.

import { gettext } from "./words.js";

/** Re-applies what this browser kept for the form; says how many texts came back. */
export function bringBack(sheet) {
  const { ledger } = sheet;
  let count = 0;
  for (const [key, { value, was }] of ledger.drafts.all()) {
    if (!ledger.base.has(key)) {
      offerToCopy(sheet, key, value);
    } else if (ledger.base.get(key) === value) {
      ledger.forget(key);
    } else {
      const control = sheet.control(key);
      if (control) sheet.put(control, value);
      const held = ledger.base.get(key);
      ledger.base.set(key, was);
      ledger.note(key, value);
      if (held === was || ledger.isUnsaved(key)) count += 1;
    }
  }
  return count;
}

/** A text whose field is gone (its row was removed meanwhile) is shown to be copied until it is given up. */
export function offerToCopy(sheet, key, value) {
  if (!value.trim() || key.startsWith("explain:")) {
    sheet.ledger.forget(key);
    return;
  }
  const note = document.getElementById("lost-texts");
  const there = [...note.querySelectorAll("li")].some(({ dataset }) => dataset.lost === key);
  if (there) return;
  const item = document.createElement("li");
  item.dataset.lost = key;
  item.textContent = value;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn s", textContent: gettext("不再保留") });
  button.addEventListener("click", () => {
    sheet.ledger.forget(key);
    item.remove();
    note.hidden = !note.querySelector("li");
  });
  item.append(button);
  note.querySelector("ul").append(item);
  note.hidden = false;
}
