"""The check page, and the unit's own steps: 送审, 收回, 报送, 退回经办人, 撤回."""

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from assessments.domain.workflow import MOVES
from assessments.forms.moves import PasswordForm, ReasonForm, ReopenForm
from assessments.models import Filing
from assessments.permissions import is_of_unit, may_move
from assessments.queries import filing_for
from assessments.rendering.findings.rule_counts import rule_counts
from assessments.rendering.grid.comparison import compare_with_received
from assessments.rendering.pages.drawn_filing import drawn, marks_for
from assessments.rendering.pages.sending_words import sending_words
from assessments.services.errors import Refused
from assessments.services.examining import Examined, findings_for
from assessments.services.moves import move
from assessments.services.readiness import readiness
from assessments.views.page_read import FIELD as PAGE_READ
from assessments.views.page_read import content_mark, require_seen
from portal import clock
from portal.accounts.requests import SignedInRequest
from portal.ui.acts import acts_on, told
from portal.ui.lists import way_back

#: The steps that a unit takes on these pages; ``reopen`` only of a paper that nobody reviews.
STEPS = ("send_to_head", "recall", "submit", "hand_back", "withdraw", "reopen")


@require_GET
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every value once more before it is sent, and what still stands in the way."""
    filing = _own(request, pk)
    return _check_page(request, filing, PasswordForm(request=request), ReasonForm())


@acts_on("assessments:check", "pk")
def make_move(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """Takes one of the unit's steps; sending asks for the password, handing back for a reason, reopening for both."""
    filing = _own(request, pk)
    if name not in STEPS or name not in filing.obligation.cycle.paper.moves:
        raise Http404
    password, reason = PasswordForm(request.POST or None, request=request), ReasonForm(request.POST or None)
    if name == "submit" and may_move(request.user, filing, name) and not password.is_valid():
        return _check_page(request, filing, password, ReasonForm(), status=422)
    again = ReopenForm(request.POST, request=request) if name == "reopen" else None
    if again and may_move(request.user, filing, name) and not again.is_valid():
        return _check_page(request, filing, PasswordForm(request=request), ReasonForm(), again, status=422)
    if MOVES[name].needs_reason and not reason.is_valid():
        return _check_page(request, filing, PasswordForm(request=request), reason, status=422)
    given = reason.cleaned_data["reason"] if MOVES[name].needs_reason else ""
    with told(request, str(sending_words(filing.obligation.cycle.paper).done[name]), refusal=Refused):
        require_seen(request.POST.get(PAGE_READ, ""), filing)
        move(filing=filing, name=name, actor=request.user, at=clock.now(), reason=given)
        return redirect(way_back(request.session, "assessments:tasks"))
    return redirect("assessments:check", pk)


def _own(request: SignedInRequest, pk: int) -> Filing:
    filing = filing_for(request.user, pk)
    if not is_of_unit(request.user, filing) or filing.imported:
        raise Http404
    return filing


def _check_page(
    request: SignedInRequest,
    filing: Filing,
    password: PasswordForm,
    reason: ReasonForm,
    again: ReopenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    prefetch_related_objects([filing], "explanations", "marks__author", "marks__answered_by")
    findings = findings_for(request.user, filing)
    now = findings if isinstance(findings, Examined) else None
    marks = marks_for(request.user, filing)
    since = compare_with_received(filing, now.facts) if now else None
    shown = drawn(filing, findings, marks=marks, since=since)
    context = {
        "filing": filing,
        "drawn": shown,
        "found": [item for item in shown.found if not now or item.answered.waivers or not item.answered.stands],
        "readiness": readiness(filing, now) if now else None,
        "marks": marks,
        "since": since,
        "rules": rule_counts(now) if now else None,
        "can": {name: may_move(request.user, filing, name) for name in STEPS},
        "words": sending_words(filing.obligation.cycle.paper),
        "password": password,
        "reason": reason,
        "again": again or ReopenForm(request=request),
        "seen": content_mark(filing),
        "section": "assessments:tasks",
    }
    return render(request, "assessments/check.html", context, status=status)
