"""Saving squares and explanations as they are typed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from threading import Lock

from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.models import Filing
from assessments.queries import facts_of
from assessments.rendering.findings.finding_view import EXPLANATION
from assessments.services.answered_findings import AnsweredFinding
from assessments.services.answered_together import answered_by, together_at_squares
from assessments.services.errors import NotEditable, Refused
from assessments.services.examining import examine
from assessments.services.explanations import SaidMeanwhile, explain
from assessments.services.squares import Change, Conflict, Outcome, Saved, Unacceptable, save_squares
from assessments.views.edit_answers import answer, clock_time, outcome_json
from assessments.views.edit_filing import own_filing, seen_in, version_of_own
from assessments.views.edit_requests import BadBody, answers_json, read_body, read_changes
from assessments.views.page_read import FIELD as PAGE_READ
from assessments.views.page_read import require_read, version_read
from portal import clock
from portal.accounts.decorators import keeps_idle
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest
from portal.text.door import clean
from portal.text.telling import what_changed

#: One thread of a web process looks for findings at a time; the others are for saving.
CHECKING = Lock()


@keeps_idle
@require_POST
@answers_json
def save(request: SignedInRequest, pk: int) -> HttpResponse:
    """Saves each change and says at once what became of it; what follows from it is asked for afterwards.

    ``{"changes": [{"key", "value", "was"}], "page_read"}`` → ``outcomes``, one for each change, and ``saved_at``. 404
    where the form is not the person's, 409 where it cannot be edited now.
    """
    try:
        body = read_body(request)
        changes, read, at = read_changes(body), version_read(body.get(PAGE_READ)), clock.now()
    except BadBody:
        version_of_own(request.user, pk)  # whoever it is none of hears that there is no such form
        raise
    try:
        outcomes = save_changes(pk, changes, request.user, at, version=read)
    except NotEditable:
        require_read(read, version_of_own(request.user, pk))
        raise
    return JsonResponse({"outcomes": [outcome_json(outcome) for outcome in outcomes], "saved_at": clock_time(at)})


@keeps_idle
@require_POST
@answers_json
def findings(request: SignedInRequest, pk: int) -> HttpResponse:
    """The results of what is saved now: squares, table and panel where they look different.

    ``{"layout", "panel", "looks", "page_read"}`` say what the page shows. Nothing is changed. 503 where others are
    asked already as much as leaves room for saving; the page asks again.
    """
    if not CHECKING.acquire(blocking=False):
        message = _("系统正忙，这一步没有完成，会自动再试；已填的内容还在。")
        return JsonResponse({"error": "busy", "message": message}, status=503, headers={"Retry-After": "1"})
    try:
        filing = own_filing(request.user, pk)
        body = read_body(request)
        require_read(body.get(PAGE_READ), filing.version)
        return JsonResponse(answer(request.user, filing, seen_in(body)))
    finally:
        CHECKING.release()


def save_changes(
    pk: int, changes: Sequence[Change], user: User, at: datetime, *, version: int | None = None
) -> list[Outcome]:
    """Saves squares first, then explanations of what is found in them; raises :class:`NotEditable`.

    ``version`` is the one that the author read, None for whatever there is.
    """
    squares = [change for change in changes if not is_explanation(change)]
    saved = save_squares(filing_id=pk, changes=squares, actor=user, at=at, version=version) if squares else []
    said = [change for change in changes if is_explanation(change)]
    return [*saved, *_explained(pk, said, user, at, version)] if said else saved


def is_explanation(change: Change) -> bool:
    """True if the change is a warning's explanation, not a square."""
    return change.key.startswith(EXPLANATION)


def _explained(pk: int, changes: Sequence[Change], user: User, at: datetime, version: int | None) -> list[Outcome]:
    filing = own_filing(user, pk)
    require_read(version, filing.version)
    groups = together_at_squares(examine(filing, facts_of(filing)).at_squares)
    return [_explain(filing, change, groups, user, at) for change in changes]


def _explain(
    filing: Filing, change: Change, groups: Iterable[Sequence[AnsweredFinding]], user: User, at: datetime
) -> Outcome:
    """Answers what the change names: one rule, one cause, several squares."""
    rule, _colon, key = change.key.removeprefix(EXPLANATION).partition(":")
    answered = answered_by(groups, rule, key)
    if not answered:
        return Unacceptable(change.key, change.value, _("这条提示已不在检查结果中，不用再说明。"))
    typed = clean(change.value)
    try:
        with transaction.atomic():
            for finding in answered:
                explain(filing=filing, finding=finding, text=typed.text, actor=user, at=at, was=change.was)
    except NotEditable:
        raise
    except SaidMeanwhile as said:
        theirs = said.theirs
        own = theirs.actor_id == user.pk
        return Conflict(change.key, typed.text, theirs.text, str(theirs.actor), theirs.at, own=own)
    except Refused as refused:
        return Unacceptable(change.key, change.value, refused.message)
    return Saved(change.key, typed.text, what_changed(typed))
