"""The page where a person lands after signing in."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from portal.accounts.requests import SignedInRequest
from portal.ui.navigation import links


@require_GET
def home(request: SignedInRequest) -> HttpResponse:
    """Leads to the first section that the person's roles open."""
    sections = links(roles=request.user.roles, path=request.path)
    return redirect(sections[0].url if sections else "accounts:password")
