// Moving in a small menu of buttons with the keyboard.

/** Arrows, Home and End go from item to item, round at the ends; Esc and Tab close. */
export function walkMenu(event, items, close) {
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  event.stopPropagation();
  if (event.key === "Escape" || event.key === "Tab") close();
  else if (next !== undefined) items[(next + items.length) % items.length].focus();
  else return;
  event.preventDefault();
}
