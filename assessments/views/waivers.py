"""豁免: the list, one waiver with its course, asking for one, and what the office head decides."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from assessments.forms.waivers import (
    AskForm,
    GrantForm,
    NewForm,
    PaperFilter,
    RefuseWaiverForm,
    RevokeWaiverForm,
    WaiverFilter,
)
from assessments.models import Filing, Obligation, Waiver
from assessments.permissions import may_ask_waiver, may_waive
from assessments.queries import filings_visible_to, listed, obligations_visible_to, waivers_visible_to, with_squares
from assessments.rendering.pages.waiver_course import course_of
from assessments.services import waivers as services
from assessments.services.errors import Refused
from assessments.services.waivable import rules_in_the_way
from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.ui.acts import acts_on
from portal.ui.lists import remember

#: Rows of a list on one page.
PAGE_SIZE = 25


@require_GET
def waivers(request: SignedInRequest) -> HttpResponse:
    """Every waiver and request that the person may see: what waits, what holds, what is over."""
    remember(request)
    form = WaiverFilter(request.GET, user=request.user)
    found = listed(form.filtered(waivers_visible_to(request.user)))
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "decides": request.user.has_role(Role.OFFICE_HEAD)}
    return render(request, "assessments/waivers.html", context)


@require_GET
def waiver(request: SignedInRequest, pk: int) -> HttpResponse:
    """One waiver with its course; the office head decides here."""
    return _page(request, _waiver(request.user, pk))


@require_http_methods(["GET", "POST"])
@require_role(Role.CLERK, Role.HEAD)
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks that a rule be waived for a filing of the own unit; ``?rule=V07`` chooses it beforehand."""
    filing = _filing(request.user, pk)
    if filing is None or not may_ask_waiver(request.user, filing):
        messages.error(request, _("本表在填报单位时才能申请豁免。"))
        return redirect("assessments:filing", filing.pk) if filing else redirect("assessments:tasks")
    rules = rules_in_the_way(filing)
    form = AskForm(request.POST or None, rules=rules, initial={"rule": request.GET.get("rule", "")})
    if request.method == "POST" and form.is_valid():
        try:
            services.ask(filing=filing, actor=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已申请豁免，等地区财政局批复。"))
            return redirect("assessments:waivers")
    context = {"form": form, "filing": filing, "obligation": filing.obligation, "rules": rules}
    context["others"] = listed(waivers_visible_to(request.user).filter(obligation=pk))
    return render(request, "assessments/waiver_ask.html", context, status=200 if request.method == "GET" else 422)


@require_GET
@require_role(Role.OFFICE_HEAD)
def papers(request: SignedInRequest) -> HttpResponse:
    """The papers of the prefecture's open cycles, to choose one for which a rule is waived unasked."""
    remember(request)
    form = PaperFilter(request.GET, user=request.user)
    owed = obligations_visible_to(request.user).filter(cycle__historical=False).select_related("cycle", "unit__region")
    found = form.filtered(owed).order_by("-cycle__due_at", "unit__region__code", "unit_id", "fund")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "assessments/waiver_papers.html", {"form": form, "page": page})


@require_http_methods(["GET", "POST"])
@require_role(Role.OFFICE_HEAD)
def new(request: SignedInRequest, pk: int) -> HttpResponse:
    """Waives a rule that nobody asked to be waived."""
    obligation, at = _obligation(request.user, pk), clock.now()
    usual = services.usual_last_day(obligation, at)
    form = NewForm(request.POST or None, cycle=obligation.cycle, usual=usual)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.grant_unasked(obligation=obligation, actor=request.user, at=at, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已批准豁免。"))
            return redirect("assessments:waiver", made.pk)
    context = {"form": form, "obligation": obligation}
    context["others"] = listed(waivers_visible_to(request.user).filter(obligation=pk))
    return render(request, "assessments/waiver_new.html", context, status=200 if request.method == "GET" else 422)


@acts_on("assessments:waiver", "pk")
@require_role(Role.OFFICE_HEAD)
def grant(request: SignedInRequest, pk: int) -> HttpResponse:
    """Grants a request."""
    found, at = _waiver(request.user, pk), clock.now()
    form = GrantForm(request.POST, prefix="grant", usual=services.usual_last_day(found.obligation, at))
    return _decide(request, found, form, services.grant, _("已批准豁免。"))


@acts_on("assessments:waiver", "pk")
@require_role(Role.OFFICE_HEAD)
def refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    """Declines a request."""
    form = RefuseWaiverForm(request.POST, prefix="refuse")
    return _decide(request, _waiver(request.user, pk), form, services.refuse, _("已答复：不予豁免。"))


@acts_on("assessments:waiver", "pk")
@require_role(Role.OFFICE_HEAD)
def revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ends a waiver that is in force."""
    form = RevokeWaiverForm(request.POST, prefix="revoke")
    return _decide(request, _waiver(request.user, pk), form, services.revoke, _("已撤销豁免。"))


def _decide(request: SignedInRequest, found: Waiver, form: Form, act: Callable[..., Waiver], done: str) -> HttpResponse:
    """Does ``act`` with what ``form`` says, or shows the page again with what was typed and what is wrong."""
    if form.is_valid():
        try:
            act(waiver=found, actor=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, done)
            return redirect("assessments:waiver", found.pk)
    return _page(request, _waiver(request.user, found.pk), form)


def _page(request: SignedInRequest, found: Waiver, sent: Form | None = None) -> HttpResponse:
    """The page of ``found``; ``sent`` is the form that was not accepted."""
    standing = found.standing  # type: ignore[attr-defined]
    seen = filings_visible_to(request.user).filter(obligation=found.obligation_id).first()
    forms = _forms(request.user, found, standing, sent)
    context: dict[str, Any] = {
        "waiver": found,
        "standing": standing,
        "course": course_of(found, standing),
        "filing": seen,
        "too_late": sent if sent and sent.prefix not in forms else None,
        **forms,
    }
    return render(request, "assessments/waiver.html", context, status=422 if sent else 200)


def _forms(user: User, found: Waiver, standing: str, sent: Form | None) -> dict[str, Form]:
    """What this person may decide now, by name; the form that was sent stands in its place."""
    if not may_waive(user, found.obligation.cycle):
        return {}
    forms: dict[str, Form] = {}
    if standing == Waiver.State.ASKED:
        usual = services.usual_last_day(found.obligation, clock.now())
        forms = {"grant": GrantForm(prefix="grant", usual=usual), "refuse": RefuseWaiverForm(prefix="refuse")}
    elif standing == Waiver.State.GRANTED:
        forms = {"revoke": RevokeWaiverForm(prefix="revoke")}
    return {name: sent if sent and sent.prefix == name else form for name, form in forms.items()}


def _waiver(user: User, pk: int) -> Waiver:
    about = ("obligation__cycle__prefecture", "obligation__unit__region", "asked_by", "approver", "revoked_by")
    found = waivers_visible_to(user).select_related(*about).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _obligation(user: User, pk: int) -> Obligation:
    found = obligations_visible_to(user).select_related("cycle__prefecture", "unit__region").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _filing(user: User, pk: int) -> Filing | None:
    """The filing that answers what the person's unit owes, with its squares; nothing where it is not begun."""
    found = with_squares(filings_visible_to(user)).filter(obligation=pk).first()
    if found is None:
        _obligation(user, pk)
    return found
