"""The prefecture and its counties."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.forms.units import CountyForm
from portal.accounts.queries import regions_visible_to
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.accounts.services.units import add_county


@require_role(Role.BUSINESS_ADMIN)
@require_GET
def regions(request: SignedInRequest) -> HttpResponse:
    """The list, with how many units each has."""
    found = regions_visible_to(request.user).annotate(unit_count=Count("units")).order_by("code")
    return render(request, "accounts/regions.html", {"regions": found, "section": "accounts:units"})


@require_role(Role.BUSINESS_ADMIN)
@require_http_methods(["GET", "POST"])
def county_new(request: SignedInRequest) -> HttpResponse:
    """Adds a county by its GB/T 2260 code."""
    prefecture = request.user.unit.region.prefecture
    if prefecture is None:
        raise PermissionDenied
    form = CountyForm(request.POST or None, prefecture=prefecture)
    if request.method == "POST" and form.is_valid():
        try:
            county = add_county(admin=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("已新增%(name)s。") % {"name": county.name})
            return redirect("accounts:regions")
    context = {"form": form, "prefecture": prefecture, "section": "accounts:units"}
    return render(request, "accounts/county_new.html", context)
