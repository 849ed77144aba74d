"""审核表: the list, one sheet, and its steps from composition to signature."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.services.errors import Refused
from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.documents.queries import papers_in_brief
from portal.meanwhile import ChangedMeanwhile
from portal.ui.acts import acts_on, told
from portal.ui.lists import remember, way_back
from reviews.forms.sheets import ComposeForm, HeaderForm, RefuseSheetForm, SignForm
from reviews.models import ReviewSheet
from reviews.queries import sheet_for, sheets_visible_to
from reviews.rendering.sheet_page import sheet_page
from reviews.services import review_sheets

#: Rows of the list on one page.
PAGE_SIZE = 25


@require_safe
@require_role(Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN)
def sheets(request: SignedInRequest) -> HttpResponse:
    """Every sheet of the prefecture, those that wait for somebody first, and the beginning of a new one."""
    remember(request)
    return _list_page(request, ComposeForm(user=request.user))


@acts_on("reviews:sheets")
@require_role(Role.REVIEWER)
def compose(request: SignedInRequest) -> HttpResponse:
    """Begins the sheet of a county or of the whole prefecture."""
    form = ComposeForm(request.POST, user=request.user)
    if form.is_valid():
        chosen = form.cleaned_data
        try:
            made = review_sheets.compose(
                cycle=chosen["cycle"], region=chosen["region"], actor=request.user, at=clock.now()
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect("reviews:sheet", made.pk)
    return _list_page(request, form, status=422)


@require_safe
def sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    """One sheet as the official table, with what it lacks and what may be done."""
    return _sheet_page(request, sheet_for(request.user, pk))


@acts_on("reviews:sheet", "pk")
def header(request: SignedInRequest, pk: int) -> HttpResponse:
    """Writes the words above and below the table of a draft."""
    found = sheet_for(request.user, pk)
    form = HeaderForm(request.POST, sheet=found)
    if form.is_valid():
        try:
            review_sheets.write_header(sheet=found, words=form.cleaned_data, seen=form.seen, actor=request.user)
        except ChangedMeanwhile as changed:
            form.say_changed(changed, reader=request.user)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已保存表头。"))
            return redirect("reviews:sheet", pk)
    return _sheet_page(request, found, header_form=form, status=422)


@acts_on("reviews:sheet", "pk")
def refresh(request: SignedInRequest, pk: int) -> HttpResponse:
    """Takes what is scored now into a draft."""
    found = sheet_for(request.user, pk)
    return _done(request, pk, lambda: review_sheets.refresh(sheet=found, actor=request.user), _("已按最新评分更新。"))


@acts_on("reviews:sheet", "pk")
def send(request: SignedInRequest, pk: int) -> HttpResponse:
    """Sends a draft to the office head."""
    found, user, at = sheet_for(request.user, pk), request.user, clock.now()
    said = _("已送处室领导签发。")
    return _done(request, pk, lambda: review_sheets.send_for_signature(sheet=found, actor=user, at=at), said)


@acts_on("reviews:sheet", "pk")
def paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks for the PDF of a sheet and shows on its page how far it is."""
    review_sheets.request_paper(sheet=sheet_for(request.user, pk), actor=request.user, at=clock.now())
    return redirect("reviews:sheet", pk)


@acts_on("reviews:sheet", "pk")
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Throws a draft away."""
    found = sheet_for(request.user, pk)
    with told(request, _("已删除这张审核表草稿，各表的评分不受影响。"), refusal=Refused):
        review_sheets.discard(sheet=found, actor=request.user, at=clock.now())
        return redirect(way_back(request.session, "reviews:sheets"))
    return redirect("reviews:sheet", pk)


@acts_on("reviews:sheet", "pk")
def sign(request: SignedInRequest, pk: int) -> HttpResponse:
    """Signs a sheet with the password; its filings are concluded."""
    found = sheet_for(request.user, pk)
    form = SignForm(request.POST, request=request)
    if form.is_valid():
        try:
            review_sheets.sign(sheet=found, actor=request.user, at=clock.now())
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已签发，表上各项已办结。"))
            return redirect("reviews:sheet", pk)
    return _sheet_page(request, found, sign_form=form, status=422)


@acts_on("reviews:sheet", "pk")
def refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    """Gives a sheet back with a reason; the named filings are judged again."""
    found = sheet_for(request.user, pk)
    form = RefuseSheetForm(request.POST, sheet=found)
    if form.is_valid():
        filings, reason = list(form.cleaned_data["filings"]), form.cleaned_data["reason"]
        try:
            review_sheets.refuse(sheet=found, reason=reason, filings=filings, actor=request.user, at=clock.now())
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已退回编制人。"))
            return redirect("reviews:sheet", pk)
    return _sheet_page(request, found, refuse_form=form, status=422)


def _list_page(request: SignedInRequest, form: ComposeForm, status: int = 200) -> HttpResponse:
    found = sheets_visible_to(request.user).select_related("cycle", "region", "composed_by", "signed_by")
    page = Paginator(found.order_by("-pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "form": form, "may_compose": request.user.has_role(Role.REVIEWER)}
    return render(request, "reviews/sheets.html", context, status=status)


def _sheet_page(
    request: SignedInRequest,
    found: ReviewSheet,
    *,
    header_form: HeaderForm | None = None,
    sign_form: SignForm | None = None,
    refuse_form: RefuseSheetForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "sheet": found,
        "drawn": sheet_page(found, request.user),
        "header_form": header_form or HeaderForm(sheet=found),
        "sign_form": sign_form or SignForm(request=request),
        "refuse_form": refuse_form or RefuseSheetForm(sheet=found),
        "refusing": refuse_form is not None,
        "paper": papers_in_brief(request.user, subject_kind="review_sheet", subject_id=str(found.pk)),
    }
    return render(request, "reviews/sheet.html", context, status=status)


def _done(request: SignedInRequest, pk: int, act: Callable[[], object], said: str) -> HttpResponse:
    with told(request, said, refusal=Refused):
        act()
    return redirect("reviews:sheet", pk)
