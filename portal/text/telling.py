"""Saying once, in the answer to a request, what the door changed in the texts that came with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.text.door import Cleaned, clean, clean_line

#: Where a script finds the sentence in the answer to what it sent.
HEADER = "X-Text-Changed"

_changed: ContextVar[list[Cleaned] | None] = ContextVar("changed", default=None)


@contextmanager
def collecting() -> Iterator[list[Cleaned]]:
    """Collects what :func:`taken_in` changes meanwhile."""
    found: list[Cleaned] = []
    token = _changed.set(found)
    try:
        yield found
    finally:
        _changed.reset(token)


def taken_in(text: str, *, line: bool = False) -> str:
    """``text`` as it may be stored; what was changed is noted, to be told to whoever sent it."""
    cleaned = clean_line(text) if line else clean(text)
    found = _changed.get()
    if found is not None and (cleaned.removed or cleaned.mended):
        found.append(cleaned)
    return cleaned.text


def what_changed(*texts: Cleaned) -> str:
    """The sentence about what the door did to ``texts``; blank where nothing is to be told."""
    removed, mended = sum(text.removed for text in texts), sum(text.mended for text in texts)
    parts = []
    if removed:
        parts.append(
            ngettext("已去掉 %(count)d 个看不见的字符", "已去掉 %(count)d 个看不见的字符", removed) % {"count": removed}
        )
    if mended:
        parts.append(
            ngettext("已把 %(count)d 个特殊符号换成通用写法", "已把 %(count)d 个特殊符号换成通用写法", mended)
            % {"count": mended}
        )
    return _("，").join(parts) + _("。") if parts else ""


class TellsWhatChanged:
    """Middleware: after a form that was taken a message on the next page, for a script a header."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with collecting() as found:
            response = self._get_response(request)
        if request.method == "POST" and (sentence := what_changed(*found)):
            if response.headers.get("Content-Type", "").startswith("application/json"):
                response.headers[HEADER] = quote(sentence)
            elif 300 <= response.status_code < 400:
                messages.info(request, sentence)
        return response
