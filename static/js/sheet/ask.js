// Dialogs of the page: opened with their words filled in, closed with the value of the button that was chosen.

/** Fills the [data-slot] elements of `scope` with text. */
export function fill(scope, slots) {
  for (const [name, text] of Object.entries(slots)) {
    for (const slot of scope.querySelectorAll(`[data-slot="${name}"]`)) {
      slot.textContent = text;
      slot.hidden = text === "";
    }
  }
}

/** Opens the dialog `id`; gives the chosen button's value, "" where it was closed without a choice. */
export function ask(id, slots = {}) {
  const dialog = document.getElementById(id);
  fill(dialog, slots);
  dialog.returnValue = "";
  if (!dialog.open) dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

/** Keeps a dialog open until something in it calls `close`, whatever the person presses. */
export function hold(dialog) {
  dialog.addEventListener("cancel", (event) => event.preventDefault());
}
