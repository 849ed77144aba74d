// A part of the page that the server draws when it is asked for.

/** Its HTML; null where it cannot be had now, which is said at the foot of the page. */
export async function fragment(sheet, url) {
  const response = await fetch(url, { headers: { Accept: "text/html" } }).catch(() => null);
  if (response?.ok && !response.redirected) return response.text();
  sheet.dispatchEvent(new CustomEvent("refused", { detail: { kind: "offline", data: {} } }));
  return null;
}
