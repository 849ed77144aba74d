"""Units of the prefecture, for its business administrators."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.forms.units import NewUnitForm, UnitFilter, UnitForm
from portal.accounts.queries import units_visible_to
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.accounts.services import units as services
from portal.audit.queries import last_line
from portal.meanwhile import ChangedMeanwhile
from portal.ui.acts import acts_on, told
from portal.ui.lists import remember

PAGE = 50


@require_role(Role.BUSINESS_ADMIN)
@require_GET
def units(request: SignedInRequest) -> HttpResponse:
    """The list, with how many people of each can sign in."""
    remember(request)
    form = UnitFilter(request.GET)
    people = Count("users", filter=Q(users__is_active=True))
    found = form.narrow(units_visible_to(request.user)).annotate(people=people).order_by("region__code", "kind", "name")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/units.html", {"form": form, "page": page})


@require_role(Role.BUSINESS_ADMIN)
@require_http_methods(["GET", "POST"])
def unit_new(request: SignedInRequest) -> HttpResponse:
    """Makes a unit."""
    form = NewUnitForm(request.POST or None, admin=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            unit = services.create_unit(admin=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("已新建%(name)s。") % {"name": unit.name})
            return redirect("accounts:units")
    return render(request, "accounts/unit_new.html", {"form": form})


@require_role(Role.BUSINESS_ADMIN)
@require_http_methods(["GET", "POST"])
def unit(request: SignedInRequest, pk: int) -> HttpResponse:
    """One unit: its names, and taking it out of use."""
    found = get_object_or_404(units_visible_to(request.user), pk=pk)
    initial = {"name": found.name, "short_name": found.short_name, "aliases": "\n".join(found.aliases)}
    form = UnitForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_unit(admin=request.user, unit=found, at=clock.now(), seen=form.seen, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            line = last_line(subject_kind="unit", subject_id=pk, verbs=("unit_changed", "unit_renamed"))
            form.say_changed(changed, reader=request.user, line=line)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("已保存%(name)s。") % {"name": form.cleaned_data["name"]})
            return redirect("accounts:units")
    return render(request, "accounts/unit.html", {"form": form, "unit": found})


@require_role(Role.BUSINESS_ADMIN)
@acts_on("accounts:unit", "pk")
def unit_close(request: SignedInRequest, pk: int) -> HttpResponse:
    """Takes a unit out of use."""
    return _act(request, pk, services.close_unit, _("已停用%(name)s。"))


@require_role(Role.BUSINESS_ADMIN)
@acts_on("accounts:unit", "pk")
def unit_reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Takes a unit into use again."""
    return _act(request, pk, services.reopen_unit, _("已启用%(name)s。"))


def _act(request: SignedInRequest, pk: int, act: Callable[..., None], done: str) -> HttpResponse:
    found = get_object_or_404(units_visible_to(request.user), pk=pk)
    with told(request, done % {"name": found.name}):
        act(admin=request.user, unit=found, at=clock.now())
    return redirect("accounts:unit", pk=pk)
