"""Rows of lists: adding, removing, moving, taking over, and what a row holds beside its squares."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from assessments.domain.facts import INDICATORS
from assessments.forms.row_settings import RowSettings
from assessments.models import Filing
from assessments.permissions import may_edit
from assessments.queries import filings_visible_to, with_squares
from assessments.services import rows as service
from assessments.services.errors import Refused
from assessments.views.edit_answers import answer
from assessments.views.edit_filing import own_filing, seen_in
from assessments.views.edit_requests import BadBody, Body, answers_json, number_in, read_body, text_in
from assessments.views.page_read import FIELD as PAGE_READ
from assessments.views.page_read import require_read
from portal import clock
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest

#: Rows that one paste may add.
MOST_ADDED = service.MOST_ROWS


@require_POST
@answers_json
def change_rows(request: SignedInRequest, pk: int) -> HttpResponse:
    """Does one act on rows: ``{"act": "add" | "remove" | "move" | "copy", …}``; the page draws its table anew.

    What was changed since the page showed it (``was``, by keys) is not removed; ``conflict`` says by whom and to what.
    """
    filing = own_filing(request.user, pk)
    body = read_body(request)
    require_read(body.get(PAGE_READ), filing.version)
    act = _ACTS.get(text_in(body, "act"))
    if act is None:
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    try:
        with transaction.atomic():
            more = act(filing, request.user, body)
    except service.RowChanged as row:
        more = {"conflict": row.message}
    changed = own_filing(request.user, pk)
    return JsonResponse(answer(request.user, changed, seen_in(body), more=more))


@require_GET
def settings(request: SignedInRequest, pk: int, ref: int) -> HttpResponse:
    """The fields of one row for the dialog; 404 where the row is not in the person's filing."""
    filing = own_filing(request.user, pk)
    row = next((row for row in filing.list_rows.all() if row.pk == ref), None)
    if row is None or not may_edit(request.user, filing):
        raise Http404
    return render(request, "assessments/edit/_row_settings.html", {"form": RowSettings(row, filing.edition)})


def _add(filing: Filing, user: User, body: Body) -> dict[str, Any]:
    after, listed = body.get("after"), body.get("rows", [{}])
    if not (after is None or isinstance(after, str)) or not isinstance(listed, list):
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    if not 0 < len(listed) <= MOST_ADDED or not all(isinstance(values, dict) for values in listed):
        raise Refused(_("一次最多增加 %(most)d 行。") % {"most": MOST_ADDED})
    name = text_in(body, "list") or INDICATORS
    rows = service.add_rows(filing=filing, after=after, actor=user, at=clock.now(), values=listed, name=name)
    return {"added": [row.ref for row in rows]}


def _remove(filing: Filing, user: User, body: Body) -> dict[str, Any]:
    refs = body.get("refs")
    if not isinstance(refs, list) or not refs or not all(isinstance(ref, str) for ref in refs):
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    was = body.get("was", {})
    if not isinstance(was, dict) or not all(isinstance(text, str) for text in was.values()):
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    at = clock.now()
    service.require_read(filing=filing, refs=refs, was=was, actor=user, at=at)
    return {"removed": [service.remove_row(filing=filing, ref=ref, actor=user, at=at) for ref in refs]}


def _move(filing: Filing, user: User, body: Body) -> dict[str, Any]:
    up = body.get("up") is True
    service.move_row(filing=filing, ref=text_in(body, "ref"), up=up, actor=user, at=clock.now())
    return {}


def _copy(filing: Filing, user: User, body: Body) -> dict[str, Any]:
    visible = filings_visible_to(user).filter(obligation__unit=user.unit_id)
    source = with_squares(visible).filter(pk=number_in(body, "source")).exclude(pk=filing.pk).first()
    if source is None:
        raise Refused(_("要带入的那张表找不到了，请刷新页面。"))
    rows = service.copy_rows_from(filing=filing, source=source, actor=user, at=clock.now())
    return {"added": [str(row.pk) for row in rows]}


_ACTS: Mapping[str, Callable[[Filing, User, Body], dict[str, Any]]] = {
    "add": _add,
    "remove": _remove,
    "move": _move,
    "copy": _copy,
}
