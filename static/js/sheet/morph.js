// Replaces a list of entries ([data-entry]) by newly drawn ones without taking away the field that is being typed in.

export function morph(panel, html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const typing = document.activeElement?.closest?.("[data-entry]");
  const held = typing && panel.contains(typing) && document.activeElement.matches("textarea, input") ? typing : null;
  const scrolled = panel.querySelector("[data-scrolls]")?.scrollTop ?? 0;
  const opened = [...panel.querySelectorAll("details[open][data-open]")].map(({ dataset }) => dataset.open);
  if (!held) {
    panel.replaceChildren(fresh.content);
  } else {
    const twin = [...fresh.content.querySelectorAll("[data-entry]")].find(({ dataset }) => dataset.entry === held.dataset.entry);
    replaceAround(panel, fresh.content, held, twin);
  }
  const scroller = panel.querySelector("[data-scrolls]");
  if (scroller) scroller.scrollTop = scrolled;
  for (const details of panel.querySelectorAll("details[data-open]")) details.open = opened.includes(details.dataset.open);
}

/** Everything is replaced but the list that holds the entry; in the list everything but the entry. */
function replaceAround(panel, fresh, held, twin) {
  const list = held.parentElement;
  const freshList = fresh.querySelector("[data-entries]");
  const wanted = freshList ? [...freshList.children] : [];
  const at = twin ? wanted.indexOf(twin) : wanted.length;
  for (const entry of [...list.children]) if (entry !== held) entry.remove();
  held.before(...wanted.slice(0, at));
  held.after(...wanted.slice(twin ? at + 1 : at));
  held.classList.toggle("gone", !twin);
  if (twin) freshenAround(held, twin);
  for (const part of fresh.querySelectorAll("[data-part]")) {
    panel.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceWith(part);
  }
}

/** The entry says how it stands now; the field in it stays as it is. */
function freshenAround(held, twin) {
  held.classList.toggle("told", twin.classList.contains("told"));
  held.querySelector("h3")?.replaceWith(twin.querySelector("h3"));
  if (twin.querySelector(".stale")) return;
  held.querySelector(".stale")?.remove();
  held.querySelector("textarea")?.removeAttribute("aria-describedby");
}
