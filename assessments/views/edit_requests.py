"""The requests of the page's script: read strictly, refused in one clear sentence."""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse, RawPostDataException
from django.utils.translation import gettext as _

from assessments.services.errors import NotEditable, Refused
from assessments.services.squares import Change
from assessments.views.page_read import TooOld
from portal.accounts.requests import SignedInRequest

P = ParamSpec("P")
Body = Mapping[str, Any]

#: More changes than any form has squares.
MOST_CHANGES = 2000


class BadBody(Exception):
    """A request that no page of ours sends; ``message`` says so to whoever reads it."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.message = message
        self.status = status


def answers_json(
    view: Callable[Concatenate[SignedInRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Turns what a view cannot do into JSON: 400 and 413 bad body, 409 not editable or too old, 422 refused."""

    @wraps(view)
    def doorway(request: SignedInRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except BadBody as bad:
            return _sorry("bad_request", bad.message, bad.status)
        except TooOld as refused:
            return _sorry("too_old", refused.message, 409)
        except NotEditable as refused:
            return _sorry("not_editable", refused.message, 409)
        except Refused as refused:
            return _sorry("refused", refused.message, 422)

    return doorway  # type: ignore[return-value]


def read_body(request: HttpRequest) -> Body:
    """The JSON object that was posted; raises :class:`BadBody`."""
    try:
        body = json.loads(request.body)
    except RequestDataTooBig:
        raise BadBody(_("一次保存的内容太多，请分几次粘贴。"), 413) from None
    except (ValueError, RecursionError, RawPostDataException):
        raise BadBody(_("收到的内容不完整，请再保存一次。")) from None
    if not isinstance(body, dict):
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    return body


def read_changes(body: Body) -> list[Change]:
    """The changes of a body: ``{"changes": [{"key", "value", "was"}]}``, all texts; raises :class:`BadBody`."""
    listed = body.get("changes")
    if not isinstance(listed, list) or not listed or len(listed) > MOST_CHANGES:
        raise BadBody(_("没有收到要保存的内容，请再保存一次。"))
    return [_change(item) for item in listed]


def _change(item: object) -> Change:
    if not isinstance(item, dict):
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    return Change(_text(item, "key"), _text(item, "value"), _text(item, "was"))


def _text(item: Mapping[str, object], name: str) -> str:
    text = item.get(name)
    if not isinstance(text, str):
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    return text


def text_in(body: Body, name: str) -> str:
    """A text of the body, blank where it is missing; raises :class:`BadBody` where it is anything else."""
    return _text(body, name) if name in body else ""


def number_in(body: Body, name: str) -> int:
    """A whole number of the body; raises :class:`BadBody`."""
    number = body.get(name)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 2**63:
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    return number


def _sorry(error: str, message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": error, "message": message}, status=status)
