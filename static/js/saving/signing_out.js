// Who signs out says what becomes of the texts that this browser keeps of them.

import { Drafts } from "./drafts.js";

export function askWhenSigningOut() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const { draftsOf: person, said } = form.dataset;
    if (!person || said || !Drafts.of(person).length) return;
    event.preventDefault();
    const dialog = document.getElementById("dlg-sign-out");
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue && leave(form, dialog.returnValue), { once: true });
    dialog.showModal();
  });
}

function leave(form, choice) {
  if (choice === "clear") for (const drafts of Drafts.of(form.dataset.draftsOf)) drafts.clear();
  form.dataset.said = choice;
  form.requestSubmit();
}
