"""The public page of one paper, which its QR code leads to."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.accounts.throttle import client_address
from portal.verification import misses
from portal.verification.codes import canonical
from portal.verification.forms.start import CodeForm, FileForm
from portal.verification.queries import paper_with
from portal.verification.services.accepting import TooManyError
from portal.verification.views import refusals


@login_not_required
@never_cache
@require_safe
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The paper with this code and how it stands; typed otherwise, the code leads to its own address."""
    known = canonical(code)
    if known and known != code:
        return redirect("verification:paper", code=known)
    address = client_address(request)
    if misses.too_many(address=address):
        return refusals.too_many(request, TooManyError(1))
    found = paper_with(known)
    if found is None:
        misses.note(address=address)
        return render(request, "verification/unknown.html", {"code_form": CodeForm()}, status=404)
    return render(request, "verification/paper.html", {"paper": found, "file_form": FileForm()})
