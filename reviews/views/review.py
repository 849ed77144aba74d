"""The scoring page, and who holds a review: taking up, giving back, handing over, scoring again, opening again."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.domain.workflow import State
from assessments.forms.moves import ReopenForm
from assessments.models import Filing, Mark, Move
from assessments.permissions import may_move, took_part
from assessments.services.errors import Refused
from portal import clock
from portal.accounts.requests import SignedInRequest
from portal.ui.acts import acts_on, told
from reviews import permissions
from reviews.forms.reviews import ReassignForm, ReturnForm
from reviews.models import Review
from reviews.queries import review_of
from reviews.rendering.review_page import version_view
from reviews.rendering.score_panel import score_panel
from reviews.services import reviews
from reviews.services.decisions import Judgement, judgement_of, unscored_judgement_of
from reviews.services.evidence import Evidence, evidence_of
from reviews.views.access import reviewed_filing_for


@require_safe
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """One submitted version, read-only, beside its four scores; ``?version=`` and ``?compare=0`` choose what."""
    return review_page(request, reviewed_filing_for(request.user, pk))


def review_page(
    request: SignedInRequest,
    filing: Filing,
    *,
    typed: Mapping[str, Mapping[str, str]] | None = None,
    read: Mapping[str, Mapping[str, str]] | None = None,
    errors: Mapping[str, str] | None = None,
    return_form: ReturnForm | None = None,
    reopen_form: ReopenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, also with what was typed and could not stand."""
    version = _number(request.GET.get("version")) or max((item.version for item in filing.snapshots.all()), default=0)
    comparing = request.GET.get("compare") != "0"
    marks = _marks(request, filing)
    found = review_of(filing, version)
    evidence = evidence_of(filing, version, found)
    if evidence is None:
        raise Http404
    view = version_view(filing, evidence, marks, comparing=comparing)
    judgement = _judgement(filing, found, evidence)
    can = _allowed(request, filing)
    found_here = view.checks.items
    context: dict[str, Any] = {
        "filing": filing,
        "view": view,
        "version": version,
        "comparing": comparing,
        "review": found,
        "judgement": judgement,
        "panel": score_panel(judgement, typed=typed, read=read, errors=errors, found=found_here) if judgement else None,
        "can": can,
        "scoring": can["score"] and version == filing.version,
        "return_form": return_form or ReturnForm(at=clock.now()),
        "returning": return_form is not None or "returning" in request.GET,
        "reopen_form": reopen_form or ReopenForm(request=request),
        "reopening": reopen_form is not None,
        "reassign_form": ReassignForm(filing=filing) if can["reassign"] else None,
        "given_back": _given_back(filing) if can["judge"] else None,
        "unsettled": [mark for mark in marks if mark.state == Mark.State.ANSWERED],
        "unsent": [mark for mark in marks if mark.sent_at is None],
        "section": "" if can["judge"] else "assessments:filings",
    }
    return render(request, "reviews/review.html", context, status=status)


def _given_back(filing: Filing) -> Move | None:
    """The step that put a judged filing into review again, for as long as it is judged again."""
    if filing.state != State.IN_REVIEW:
        return None
    steps = filing.moves.filter(name__in=("score", "refuse", "reopen")).select_related("actor")
    last = steps.order_by("id").last()
    return last if last and last.name != "score" else None


def _judgement(filing: Filing, found: Review | None, evidence: Evidence) -> Judgement | None:
    if found:
        return judgement_of(found, evidence)
    return unscored_judgement_of(filing, evidence) if filing.imported else None


@acts_on("reviews:review", "pk")
def take_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """Takes a submitted filing up."""
    filing = reviewed_filing_for(request.user, pk)
    return _done(request, filing, lambda: reviews.take_up(filing=filing, reviewer=request.user, at=clock.now()))


@acts_on("reviews:review", "pk")
def release(request: SignedInRequest, pk: int) -> HttpResponse:
    """Gives a filing back to the queue."""
    filing = reviewed_filing_for(request.user, pk)
    return _done(
        request,
        filing,
        lambda: reviews.release(filing=filing, actor=request.user, at=clock.now()),
        _("已放回待受理，草稿保留。"),
    )


@acts_on("reviews:review", "pk")
def reassign(request: SignedInRequest, pk: int) -> HttpResponse:
    """Hands a review over to another reviewer."""
    filing = reviewed_filing_for(request.user, pk)
    form = ReassignForm(request.POST, filing=filing)
    if not form.is_valid():
        messages.error(request, str(form.errors["reviewer"][0]))
        return redirect("reviews:review", pk)
    to = form.cleaned_data["reviewer"]
    return _done(
        request,
        filing,
        lambda: reviews.reassign(filing=filing, to=to, actor=request.user, at=clock.now()),
        _("已转给 %(name)s。") % {"name": to},
    )


@acts_on("reviews:review", "pk")
def rescore(request: SignedInRequest, pk: int) -> HttpResponse:
    """Opens the scores again."""
    filing = reviewed_filing_for(request.user, pk)
    return _done(request, filing, lambda: reviews.rescore(filing=filing, actor=request.user, at=clock.now()))


@acts_on("reviews:review", "pk")
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Takes a concluded filing into review again, with a reason and the password."""
    filing = reviewed_filing_for(request.user, pk)
    form = ReopenForm(request.POST, request=request)
    if _allowed(request, filing)["reopen"] and not form.is_valid():
        return review_page(request, filing, reopen_form=form, status=422)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    return _done(
        request,
        filing,
        lambda: reviews.reopen(filing=filing, reason=reason, actor=request.user, at=clock.now()),
        _("已重新办理，所在的审核表已作废。"),
    )


def _done(request: SignedInRequest, filing: Filing, act: Callable[[], object], said: str = "") -> HttpResponse:
    """Makes one step and shows the page again, with what was said to it."""
    with told(request, said, refusal=Refused):
        act()
    return redirect("reviews:review", filing.pk)


def _allowed(request: SignedInRequest, filing: Filing) -> dict[str, bool]:
    user = request.user
    steps = {
        "take_up": may_move(user, filing, "take_up"),
        "score": permissions.may_score(user, filing),
        "release": permissions.may_release(user, filing),
        "reassign": permissions.may_reassign(user, filing),
        "rescore": permissions.may_rescore(user, filing),
        "reopen": may_move(user, filing, "reopen") and not filing.imported,
    }
    if any(steps.values()) and took_part(user, filing):
        steps = dict.fromkeys(steps, False)
    return {**steps, "export": permissions.may_export(user), "judge": permissions.works_in_finance(user)}


def _marks(request: SignedInRequest, filing: Filing) -> list[Mark]:
    """The unit sees what was sent to it, the prefecture everything."""
    found = list(filing.marks.select_related("author", "answered_by"))
    return found if permissions.works_in_finance(request.user) else [mark for mark in found if mark.sent_at]


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and text.isascii() and len(text) < 6 else None
