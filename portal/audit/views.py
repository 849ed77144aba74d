"""The record on the screen, for auditors."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.accounts.decorators import require_role
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.audit.forms import EntryFilter
from portal.audit.queries import entries_visible_to
from portal.audit.wording import facts_of, subject_of, verb_of

PAGE = 50


@require_role(Role.AUDITOR)
@require_GET
def entries(request: SignedInRequest) -> HttpResponse:
    """Lines of the auditor's prefecture, newest first."""
    form = EntryFilter(request.GET)
    page = Paginator(form.narrow(entries_visible_to(request.user)), PAGE).get_page(request.GET.get("page"))
    lines = [
        {"entry": entry, "verb": verb_of(entry), "subject": subject_of(entry), "facts": facts_of(entry)}
        for entry in page
    ]
    return render(request, "audit/entries.html", {"form": form, "page": page, "lines": lines})
