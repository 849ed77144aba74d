"""Points: saved part by part while they are typed, handed in all four at once; or the filing goes back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.services.errors import Refused
from assessments.views.page_read import TooOld
from portal import clock
from portal.accounts.decorators import keeps_idle
from portal.accounts.forms.remembering import WAS
from portal.accounts.requests import SignedInRequest
from portal.text.telling import collecting, what_changed
from portal.ui.acts import acts_on
from portal.ui.lists import way_back
from reviews.domain.rubric import Part
from reviews.forms.reviews import ReturnForm
from reviews.forms.scores import PartForm, part_forms
from reviews.models import Review
from reviews.queries import review_of
from reviews.rendering.score_panel import score_panel
from reviews.services.decisions import judgement_of
from reviews.services.errors import ScoredMeanwhile, ScoreRefused
from reviews.services.reviews import return_for_revision
from reviews.services.scores import score_part, score_parts, submit_scores
from reviews.views.access import require_newest, reviewed_filing_for
from reviews.views.review import review_page


@keeps_idle
@require_POST
def save_part(request: SignedInRequest, pk: int, part: str) -> HttpResponse:
    """Saves one part as a draft and says how it stands now (JSON: the part's panel, the total, the time).

    Where the part was scored otherwise since it was read, nothing is saved, and ``conflict`` says by whom and how.
    """
    review = _current(request, pk)
    if part not in set(Part):
        raise Http404
    form = PartForm(request.POST, part=Part(part))
    with collecting() as changed:
        form.full_clean()
    if not form.is_valid():
        return JsonResponse({"part": part, "error": "refused", "message": _first_error(form)}, status=422)
    try:
        require_newest(request, review.filing)
        judgement = score_part(review=review, part=Part(part), given=form.given, actor=request.user, at=clock.now())
    except ScoredMeanwhile as scored:
        return JsonResponse({"part": part, "conflict": _collision(scored, part)})
    except Refused as refused:
        error = "too_old" if isinstance(refused, TooOld) else "not_editable"
        return JsonResponse({"part": part, "error": error, "message": refused.message}, status=409)
    panel = score_panel(judgement)
    shown = next(found for found in panel.parts if found.code == part)
    return JsonResponse(
        {
            "part": part,
            "stand": shown.stand.value,
            "tag": _tag(request, shown),
            "proposal": shown.proposal,
            "asks": shown.asks,
            "reason": shown.reason,
            "changed": what_changed(*changed),
            "total": panel.total,
            "addends": panel.addends,
            "proposed": panel.proposed_total,
            "saved_at": timezone.localtime().strftime("%H:%M:%S"),
        }
    )


@acts_on("reviews:review", "pk")
def save_all(request: SignedInRequest, pk: int) -> HttpResponse:
    """Saves the four parts; ``act=submit`` hands them in, ``act=accept:PART`` takes over the proposal of a part."""
    review = _current(request, pk)
    forms = part_forms(request.POST)
    act, _colon, wanted = request.POST.get("act", "save").partition(":")
    if act == "accept":
        forms = _with_proposal(review, forms, wanted)
    errors = {part.value: _first_error(form) for part, form in forms.items() if not form.is_valid()}
    compared: set[str] = set()
    try:
        require_newest(request, review.filing)
        given = {part: form.given for part, form in forms.items() if form.is_valid()}
        score_parts(review=review, given=given, actor=request.user, at=clock.now(), to_submit=act == "submit")
        compared = {part.value for part in given}
        if act == "submit" and not errors:
            accept = "accept_answers" in request.POST
            submit_scores(review=review, actor=request.user, at=clock.now(), accept_answers=accept)
            messages.success(request, _("已提交评分，可以编入审核表。"))
            return redirect(way_back(request.session, "reviews:queue"))
    except ScoreRefused as refused:
        errors |= refused.parts
        compared |= set(refused.stands) if isinstance(refused, ScoredMeanwhile) else set()
        messages.error(request, refused.message)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("reviews:review", pk)
    if not errors:
        return redirect("reviews:review", pk)
    typed = {part.value: form.typed for part, form in forms.items()}
    read = {part.value: form.read for part, form in forms.items() if part.value not in compared}
    filing = reviewed_filing_for(request.user, pk)
    return review_page(request, filing, typed=typed, read=read, errors=errors, status=422)


@acts_on("reviews:review", "pk")
def send_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Returns the filing with its marks, to be answered before a date."""
    review, at = _current(request, pk), clock.now()
    form = ReturnForm(request.POST, at=at)
    if form.is_valid():
        reason, until = form.cleaned_data["reason"], form.answer_due_at
        try:
            require_newest(request, review.filing)
            return_for_revision(review=review, reason=reason, answer_due_at=until, actor=request.user, at=at)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已退回单位修改，批注已一并发出。"))
            return redirect(way_back(request.session, "reviews:queue"))
    return review_page(request, reviewed_filing_for(request.user, pk), return_form=form, status=422)


def _current(request: SignedInRequest, pk: int) -> Review:
    """The review of the filing's current version; raises Http404 where nobody took it up."""
    filing = reviewed_filing_for(request.user, pk)
    found = review_of(filing, filing.version)
    if found is None:
        raise Http404
    return found


def _with_proposal(review: Review, forms: dict[Part, PartForm], wanted: str) -> dict[Part, PartForm]:
    """The forms with the points of one part replaced by its proposal; words that were not saved yet stay."""
    if wanted not in set(Part):
        raise Http404
    part = Part(wanted)
    proposed = judgement_of(review).proposal.parts[part].points
    typed = forms[part].typed if part in forms else {}
    points = typed.get("points", "") if proposed is None else str(proposed)
    data = {f"{part.value}-points": points, f"{part.value}-reason": typed.get("reason", "")}
    if part in forms:
        data |= {f"{WAS}{part.value}-{name}": text for name, text in forms[part].read.items()}
    return {**forms, part: PartForm(data, part=part)}


def _collision(scored: ScoredMeanwhile, part: str) -> dict[str, object]:
    now = scored.stands[part]
    said = {"points": now.points, "reason": now.reason, "by": now.by, "own": now.own, "at": now.clock}
    return {**said, "message": scored.parts[part]}


def _first_error(form: PartForm) -> str:
    return next((str(error) for errors in form.errors.values() for error in errors), "")


def _tag(request: HttpRequest, shown: object) -> str:
    return render(request, "reviews/_stand.html", {"part": shown}).content.decode().strip()
