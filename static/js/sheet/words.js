// Words of the catalogue (jsi18n), with their figures filled in.
const catalogue = window.gettext ?? ((text) => text);

/** The sentence in the page's language; `%(name)s` takes its figure from `values`. */
export function gettext(text, values = {}) {
  return catalogue(text).replace(/%\((\w+)\)s/g, (whole, name) => String(values[name] ?? whole));
}
