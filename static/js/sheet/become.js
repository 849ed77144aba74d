// Puts what the server drew in the place of what the page shows. What can go on goes on as the element that it is: the field
// in the hand with its caret, an open list, a button with the focus, and what hangs at a square ([data-hung]).

const FIELDS = "input, textarea, select";

/** Makes `old` look like `fresh`; what a field shows is the business of `fill`, which is given the field and its twin. */
export function become(old, fresh, fill) {
  if (old.matches(FIELDS)) {
    fill(old, fresh);
    return;
  }
  takeAttributes(old, fresh);
  const rest = [...old.childNodes];
  for (const next of [...fresh.childNodes]) {
    const at = rest.findIndex((node) => kindOf(node) === kindOf(next));
    if (at < 0) old.insertBefore(next, rest[0] ?? null);
    else {
      rest.splice(0, at).forEach(take);
      goOn(rest.shift(), next, fill);
    }
  }
  rest.forEach(take);
}

function goOn(node, next, fill) {
  if (node instanceof Element) become(node, next, fill);
  else if (node.data !== next.data) node.data = next.data;
}

function takeAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** Which parts of a square are the same part: element and first class. */
const kindOf = (node) => `${node.nodeName} ${node.classList?.[0] ?? ""}`;

function take(node) {
  if (!node.matches?.("[data-hung]")) node.remove();
}
