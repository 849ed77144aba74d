"""Lists remember how they were last looked at, so that the way back from one of their rows keeps tab and filters."""

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.urls import reverse

#: Where the session keeps the query of each list, by its path.
KEPT = "lists"


def remember(request: HttpRequest) -> None:
    """Keeps tab, filters and page of the list that is looked at, for as long as its person is signed in."""
    kept = request.session.get(KEPT, {})
    query = request.META.get("QUERY_STRING", "")[:1000]
    if kept.get(request.path, "") != query:
        request.session[KEPT] = kept | {request.path: query}


def way_back(session: SessionBase, name: str) -> str:
    """The address of the list ``name`` as it was last looked at."""
    path = reverse(name)
    query = session.get(KEPT, {}).get(path, "")
    return f"{path}?{query}" if query else path
