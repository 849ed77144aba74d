"""Saving squares and explanations as they are typed."""

from collections.abc import Sequence

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from assessments.domain.consistency import Finding
from assessments.models import Filing
from assessments.queries import facts_of
from assessments.rendering.edit_page import edit_page, with_values
from assessments.rendering.findings_panel import EXPLANATION, joined
from assessments.services.errors import NotEditable, Refused
from assessments.services.explanations import explain
from assessments.services.squares import Change, Outcome, Saved, Unacceptable, save_squares
from assessments.views.edit_answers import Answer
from assessments.views.edit_filing import last_saved, own_filing, seen_in
from assessments.views.edit_requests import answers_json, read_body, read_changes
from portal import clock
from portal.accounts.decorators import keeps_idle
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest


@keeps_idle
@require_POST
@answers_json
def save(request: SignedInRequest, pk: int) -> HttpResponse:
    """Saves each change and tells the page what follows from it.

    ``{"changes": [{"key", "value", "was"}], "layout", "stamp"}`` → one outcome for each change, and what to draw anew.
    """
    stamp = last_saved(request.user, pk)
    body = read_body(request)
    seen, changes = seen_in(body), read_changes(body)
    outcomes = save_changes(pk, changes, request.user)
    filing = own_filing(request.user, pk)
    only_ours = seen.stamp == stamp and not any(is_explanation(change) for change in changes)
    before = with_values(facts_of(filing), replaced(changes, outcomes)) if only_ours else None
    return JsonResponse(Answer(request.user, filing, seen, before, outcomes).as_json())


def save_changes(pk: int, changes: Sequence[Change], user: User) -> list[Outcome]:
    """Saves squares first, then explanations of what is found in them; raises :class:`NotEditable`."""
    at = clock.now()
    squares = [change for change in changes if not is_explanation(change)]
    outcomes = save_squares(filing_id=pk, changes=squares, actor=user, at=at) if squares else []
    said = [change for change in changes if is_explanation(change)]
    return [*outcomes, *_explained(pk, said, user)] if said else outcomes


def is_explanation(change: Change) -> bool:
    """Whether the change is a warning's explanation, not a square."""
    return change.key.startswith(EXPLANATION)


def replaced(changes: Sequence[Change], outcomes: Sequence[Outcome]) -> dict[str, str]:
    """What stood in the squares that were saved."""
    saved = {outcome.key for outcome in outcomes if isinstance(outcome, Saved)}
    return {change.key: change.was for change in changes if change.key in saved}


def _explained(pk: int, changes: Sequence[Change], user: User) -> list[Outcome]:
    filing = own_filing(user, pk)
    return [_explain(filing, change, user) for change in changes]


def _explain(filing: Filing, change: Change, user: User) -> Outcome:
    """Explains every warning of the entry that the change names: one rule, one cause, several squares."""
    rule, _colon, key = change.key.removeprefix(EXPLANATION).partition(":")
    page = edit_page(filing, facts_of(filing))
    entries = joined(page.findings, page.explained)
    keys = next((keys for keys in map(_keys, entries) if (rule, key) in keys), [])
    try:
        for each_rule, each_key in keys:
            explain(filing=filing, rule=each_rule, key=each_key, text=change.value, actor=user, at=clock.now())
    except NotEditable:
        raise
    except Refused as refused:
        return Unacceptable(change.key, change.value, refused.message)
    return Saved(change.key, change.value)


def _keys(entry: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.where) for finding in entry]
