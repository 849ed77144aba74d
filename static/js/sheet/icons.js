// Icons of the page's sprite, for lines that the script writes.

/** A small icon of the page's sprite. */
export function iconOf(name) {
  const icon = document.getElementById("line-icon").content.cloneNode(true);
  const use = icon.querySelector("use");
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#i-${name}`));
  return icon;
}
