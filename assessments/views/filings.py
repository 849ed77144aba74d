"""Filings to read: the list, one filing, and the paper that it makes."""

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from assessments.domain.workflow import WITH_THE_UNIT, Role, State
from assessments.forms.filters import FilingFilter
from assessments.models import Filing
from assessments.permissions import has_been_received, is_of_prefecture, is_of_unit, may_ask_waiver, may_edit, may_move
from assessments.queries import filing_for, filings_visible_to, moves_visible_to
from assessments.rendering.pages.drawn_filing import drawn, marks_for
from assessments.rendering.pages.sending_words import sending_words
from assessments.services.examining import findings_for
from assessments.services.papers import request_paper
from portal import clock
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest
from portal.documents.queries import papers_in_brief
from portal.ui.acts import acts_on
from portal.ui.lists import remember
from portal.ui.pages import page_of

#: Rows of the list on one page.
PAGE_SIZE = 25


@require_GET
def filings(request: SignedInRequest) -> HttpResponse:
    """Every filing the person may see, newest cycle first, with filters."""
    remember(request)
    visible = filings_visible_to(request.user).select_related(
        "obligation__cycle", "obligation__unit__region", "reviewer"
    )
    form = FilingFilter(request.GET, user=request.user)
    found = form.filtered(visible.order_by("-obligation__cycle__due_at", "-id"))
    page = page_of(found, PAGE_SIZE, request.GET.get("page"))
    return render(request, "assessments/filings.html", {"form": form, "page": page, "at": clock.now()})


@require_GET
def filing(request: SignedInRequest, pk: int) -> HttpResponse:
    """One filing, read-only, with its history, its papers and the steps that are open to this person."""
    found = filing_for(request.user, pk)
    prefetch_related_objects([found], "explanations", "marks__author", "marks__answered_by")
    marks = marks_for(request.user, found)
    shown = drawn(found, findings_for(request.user, found), marks=marks)
    context = {
        "filing": found,
        "drawn": shown,
        "found": shown.found,
        "marks": marks,
        "moves": moves_visible_to(request.user).filter(filing=found).select_related("actor"),
        "paper": papers_in_brief(request.user, subject_kind="filing", subject_id=str(found.pk)),
        "own": is_of_unit(request.user, found),
        "judged": _shows_judgement(request.user, found),
        "words": sending_words(found.obligation.cycle.paper),
        "received": has_been_received(found),
        "can": {name: may_move(request.user, found, name) for name in ("recall", "submit", "withdraw", "reopen")}
        | {"edit": may_edit(request.user, found), "ask_waiver": may_ask_waiver(request.user, found)},
    }
    return render(request, "assessments/filing.html", context)


def _shows_judgement(user: User, found: Filing) -> bool:
    """True if the person may look at the scores of a filing: those who judge, and once it is concluded its unit."""
    if is_of_prefecture(user, found):
        return not user.has_role(Role.AUDITOR)
    return found.state == State.CONCLUDED and found.obligation.cycle.paper.reviewed


@acts_on("assessments:filing", "pk")
def make_paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks for the PDF of what this person sees and shows how far it is."""
    found = filing_for(request.user, pk)
    draft = is_of_unit(request.user, found) and not found.imported and State(found.state) in WITH_THE_UNIT
    job = request_paper(filing=found, draft=draft, actor=request.user, at=clock.now())
    return redirect("documents:job", job.pk)
