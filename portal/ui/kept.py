"""Says which form was saved, so that the browser lets go of what it kept of it (``static/js/saving/keeper.js``)."""

from collections.abc import Callable
from http import HTTPStatus
from typing import cast
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest
from django.http.response import HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]

#: The field in which a form names itself, and the cookie that gives the name back.
SENT_AS = "kept_as"
#: What a form that was saved is answered with: the next page, or what was made shown at once.
SAVED = (HTTPStatus.FOUND, HTTPStatus.CREATED)
#: Longer than any page takes to come.
SECONDS = 3600
LONGEST_NAME = 500


class NamesWhatWasSaved:
    """Sets the cookie after a form of a person who is signed in was saved; its script takes it away again."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method != "POST" or response.status_code not in SAVED or not request.user.is_authenticated:
            return response
        name = request.POST.get(SENT_AS, "")[:LONGEST_NAME]
        if name and not _says_why_not(request):
            response.set_cookie(
                SENT_AS, quote(name, safe=""), max_age=SECONDS, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
            )
        return response


def _says_why_not(request: HttpRequest) -> bool:
    """Whether the page that follows will say that something went wrong; it still will."""
    waiting = cast(BaseStorage, messages.get_messages(request))
    shown = waiting.used
    said = list(waiting)
    for message in () if shown else said:
        # Looked at, they count as shown: they are said anew.
        waiting.add(message.level, message.message, message.extra_tags)
    return max((message.level for message in said), default=messages.INFO) >= messages.ERROR
