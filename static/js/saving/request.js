// One request to the server, and what became of it: told by the status and by the kind that the answer names, never by its words.

const PATIENCE = 20000;
/** Browsers finish a request of up to 64 KB even where the page is left. */
const FINISHED_AFTER_LEAVING = 60000;

/** What an answer means that is no success: by the name in its JSON, else by its status; anything else is `broken`. */
const BY_NAME = { session_ended: "session", other_person: "session", csrf: "old", too_old: "old", not_editable: "closed" };
const BY_STATUS = {
  400: "refused",
  401: "session",
  403: "not_yours",
  404: "gone",
  405: "gone",
  409: "closed",
  410: "gone",
  413: "refused",
  422: "refused",
  429: "busy",
  503: "busy",
};

/** Kinds that may pass by themselves: worth another try. */
export const PASSING = new Set(["offline", "busy", "broken"]);

/** The token that the server wants to see with every change; it is another one after signing in again. */
function token() {
  const cookie = document.cookie.split("; ").find((part) => part.startsWith("csrftoken="));
  return cookie ? decodeURIComponent(cookie.slice("csrftoken=".length)) : "";
}

/**
 * Posts `body`: form fields as they are, anything else as JSON. Gives { kind, data, pause }: ok, refused; offline, busy
 * or broken; session (signed out, or another person); gone, not_yours, closed or old. `pause`: milliseconds to keep.
 */
export function post(url, body) {
  const isForm = body instanceof URLSearchParams;
  const payload = isForm ? body : JSON.stringify(body);
  const headers = { "X-CSRFToken": token(), "X-Page-Of": document.documentElement.dataset.pageOf };
  if (!isForm) headers["Content-Type"] = "application/json";
  const keepalive = new Blob([payload]).size < FINISHED_AFTER_LEAVING;
  return ask(url, { method: "POST", body: payload, headers, keepalive });
}

async function ask(url, { headers, ...options }) {
  const timer = new AbortController();
  const late = setTimeout(() => timer.abort(), PATIENCE);
  try {
    const response = await fetch(url, {
      ...options,
      headers: { Accept: "application/json", ...headers },
      credentials: "same-origin",
      redirect: "manual",
      signal: timer.signal,
    });
    const changed = response.headers.get("X-Text-Changed");
    if (changed) document.dispatchEvent(new CustomEvent("changed-text", { detail: decodeURIComponent(changed) }));
    const data = await response.json().catch(() => null);
    return { kind: kindOf(response, data), data: data ?? {}, pause: 1000 * Number(response.headers.get("Retry-After")) || 0 };
  } catch {
    return { kind: "offline", data: {}, pause: 0 };
  } finally {
    clearTimeout(late);
  }
}

function kindOf(response, data) {
  if (response.ok) return data ? "ok" : "broken";
  return BY_NAME[data?.error] ?? BY_STATUS[response.status] ?? "broken";
}
