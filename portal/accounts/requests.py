"""A request once the gate has let it in, and the form in which it wants its answer."""

from django.http import HttpRequest

from portal.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request behind the gate: ``user`` is a person, never anonymous."""

    user: User


def wants_json(request: HttpRequest) -> bool:
    """True if a script asked (fetch, htmx), so that a redirect to a page would be of no use to it."""
    if request.content_type == "application/json" or "HX-Request" in request.headers:
        return True
    accepted = request.headers.get("Accept", "")
    return "application/json" in accepted and "text/html" not in accepted
