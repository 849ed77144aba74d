"""Marks on squares, from the reviewer's side."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.models import Filing, Mark
from assessments.rendering.grid.drawables import element_id
from assessments.services.errors import Refused
from assessments.services.marks import accept_answer, add_mark, change_mark, reject_answer, remove_mark
from portal import clock
from portal.accounts.requests import SignedInRequest
from portal.ui.acts import acts_on, told
from reviews.rendering.threads import has_square
from reviews.views.access import require_newest, reviewed_filing_for


@acts_on("reviews:review", "pk")
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Puts a mark on a square of the version under review."""
    filing = reviewed_filing_for(request.user, pk)
    key, reason = request.POST.get("key", ""), request.POST.get("reason", "")
    with told(request, refusal=Refused):
        require_newest(request, filing)
        if not has_square(filing, key):
            raise Refused(_("这一格不在本表中，请刷新页面后重试。"))
        mark = add_mark(filing=filing, key=key, reason=reason, author=request.user, at=clock.now())
        return _page(filing, f"mark-{mark.pk}")
    return _page(filing, "marks")


@acts_on("reviews:review", "pk")
def act(request: SignedInRequest, pk: int, mark_pk: int) -> HttpResponse:
    """Rewords or removes a mark that was not sent, accepts an answer, or asks again; ``act`` says which."""
    filing = reviewed_filing_for(request.user, pk)
    mark = Mark.objects.filter(pk=mark_pk, filing=filing).first()
    if mark is None:
        raise Http404
    mark.filing = filing
    anchor = f"mark-{mark.pk}"
    with told(request, refusal=Refused):
        require_newest(request, filing)
        anchor = _made(request, mark)
    return _page(filing, anchor)


def _made(request: SignedInRequest, mark: Mark) -> str:
    """Makes the step and says where the page shows it."""
    user, at, reason, was = request.user, clock.now(), request.POST.get("reason", ""), request.POST.get("was")
    match request.POST.get("act"):
        case "accept":
            accept_answer(mark=mark, actor=user, at=at)
        case "reject":
            mark = reject_answer(mark=mark, reason=reason, actor=user, at=at)
        case "change":
            change_mark(mark=mark, reason=reason, actor=user, at=at, was=was)
        case "remove":
            remove_mark(mark=mark, actor=user, was=was)
            return element_id(mark.key)
        case _:
            raise Refused(_("请选择要做什么。"))
    return f"mark-{mark.pk}"


def _page(filing: Filing, anchor: str) -> HttpResponse:
    return redirect(f"{reverse('reviews:review', args=[filing.pk])}#{anchor}")
