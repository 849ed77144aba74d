// One request to the server, and what became of it.

const PATIENCE = 20000;
/** Browsers finish a request of up to 64 KB even where the page is left. */
const FINISHED_AFTER_LEAVING = 60000;

const KINDS = { 401: "session", 403: "closed", 404: "closed", 409: "closed", 400: "refused", 413: "refused", 422: "refused", 429: "refused" };

/** The token that the server wants to see with every change; it is another one after signing in again. */
function token() {
  const cookie = document.cookie.split("; ").find((part) => part.startsWith("csrftoken="));
  return cookie ? decodeURIComponent(cookie.slice("csrftoken=".length)) : "";
}

/** Posts `body`: form fields as they are, anything else as JSON. Gives { kind, data }: ok, offline, session, closed, refused or failed. */
export async function post(url, body) {
  const isForm = body instanceof URLSearchParams;
  const headers = { Accept: "application/json", "X-CSRFToken": token() };
  if (!isForm) headers["Content-Type"] = "application/json";
  const payload = isForm ? body : JSON.stringify(body);
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      body: payload,
      headers,
      keepalive: new Blob([payload]).size < FINISHED_AFTER_LEAVING,
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return { kind: "offline", data: {} };
  }
  const data = await response.json().catch(() => null);
  if (response.ok && data) return { kind: "ok", data };
  return { kind: (data && KINDS[response.status]) || "failed", data: data ?? {} };
}
