// Says at the top of a place what was left there unsaved, and lets the person decide.

/** It stands again; one click gives it up. */
export function sayBack(scope, giveUp) {
  bar(scope, "kept-back", giveUp);
}

/** Something else stands in `field` now: what was left is shown in words, to be taken or given up. */
export function offer(scope, field, words, { take, giveUp }) {
  const shown = bar(scope, "kept-aside", (choice) => {
    if (choice === "take") take();
    else giveUp();
    field.focus();
  });
  shown.querySelector("[data-slot=label]").textContent = labelOf(field);
  shown.querySelector("[data-slot=value]").textContent = words;
}

/** It is saved, or given up. */
export function unsay(scope) {
  for (const shown of scope.querySelectorAll(".kept-bar")) shown.remove();
}

function bar(scope, kind, act) {
  const shown = document.getElementById(kind).content.firstElementChild.cloneNode(true);
  shown.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    shown.remove();
    act(button.value);
  });
  (scope.querySelector(".dlg-b") ?? scope).prepend(shown);
  return shown;
}

function labelOf(field) {
  return field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent.replace("*", "").trim() ?? "";
}
