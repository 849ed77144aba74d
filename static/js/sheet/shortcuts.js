// Keys that work anywhere on the page.

import { ask } from "./ask.js";
import { combination, isComposing } from "./keyboard.js";

export function installShortcuts({ problems, autosave, marks, mark, past }) {
  const acts = {
    F8: () => problems.next(false),
    "Shift+F8": () => problems.next(true),
    "Ctrl+s": () => autosave.resume().then(() => mark.reassure()),
    "Ctrl+/": () => ask("dlg-keys"),
    "Alt+m": () => marks.enter(),
    "Alt+h": () => past.toggle(),
  };
  document.addEventListener("keydown", (event) => {
    const act = acts[combination(event)];
    if (!act || isComposing(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    act();
  });
  document.getElementById("show-keys").addEventListener("click", acts["Ctrl+/"]);
}
