"""机构沿革: the business admin chooses a change of units, reads what it comes to, and confirms it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods

from assessments.forms.unit_changes import (
    AbolitionForm,
    ChangeForm,
    CountyForm,
    MergerForm,
    RenamingForm,
    SplitForm,
)
from assessments.rendering.pages.unit_changes import Preview, history_of, preview_of
from assessments.services.errors import Refused
from assessments.services.unit_changes import carry_out, rehearse
from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.models import Unit
from portal.accounts.queries import units_visible_to
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.ui.acts import told

#: The kinds of change, by their name in the address.
KINDS = {
    "renaming": gettext_lazy("更名"),
    "merger": gettext_lazy("合并"),
    "split": gettext_lazy("分设"),
    "county": gettext_lazy("撤县设市"),
    "abolition": pgettext_lazy("unit", "撤销"),
}
_FORMS: dict[str, type[ChangeForm]] = {
    "renaming": RenamingForm,
    "merger": MergerForm,
    "county": CountyForm,
    "abolition": AbolitionForm,
}


@require_http_methods(["GET", "POST"])
@require_role(Role.BUSINESS_ADMIN)
def unit_changes(request: SignedInRequest) -> HttpResponse:
    """The page; ``?kind=`` chooses the change, ``?unit=`` the unit that is split. A post previews, then confirms."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else "renaming"
    form = _form(request, kind)
    preview: Preview | None = None
    if request.method == "POST" and form is not None and form.is_valid():
        plan = form.plan()
        preview = preview_of(plan, rehearse(plan=plan, admin=request.user, at=clock.now()))
        if request.POST.get("confirmed") == preview.token and not preview.refusals:
            return _carried_out(request, form)
        if "confirmed" in request.POST:
            messages.warning(request, _("情况与刚才预览的不同，没有办理。请再看一遍后确认。"))
    context: dict[str, Any] = {
        "kinds": KINDS.items(),
        "kind": kind,
        "form": form,
        "preview": preview,
        "units": _splittable(request) if kind == "split" and form is None else None,
        "history": history_of(request.user),
        "section": "accounts:units",
    }
    invalid = request.method == "POST" and preview is None
    return render(request, "assessments/unit_changes.html", context, status=422 if invalid else 200)


def _form(request: SignedInRequest, kind: str) -> ChangeForm | None:
    """The form of ``kind``; None for a split while the unit is not chosen."""
    at = clock.now()
    given: dict[str, Any] = {"admin": request.user, "today": clock.beijing_day(at)}
    if kind != "split":
        return _FORMS[kind](request.POST or None, **given)
    chosen = request.GET.get("unit", "")
    unit = _splittable(request).filter(pk=chosen).first() if chosen.isdecimal() and len(chosen) < 10 else None
    return SplitForm(request.POST or None, unit=unit, **given) if unit else None


def _splittable(request: SignedInRequest) -> Any:
    return units_visible_to(request.user).filter(active=True).exclude(kind=Unit.Kind.FINANCE)


def _carried_out(request: SignedInRequest, form: ChangeForm) -> HttpResponse:
    with told(request, _("已办理。"), refusal=Refused):  # for what the rehearsal did not meet
        carry_out(plan=form.plan(), admin=request.user, at=clock.now())
    return redirect("assessments:unit_changes")
