"""The record on the screen, for auditors, and whether its chain holds."""

from dataclasses import asdict
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.audit.forms import EntryFilter
from portal.audit.queries import entries_visible_to
from portal.audit.services import ChainReport, verify_chain
from portal.audit.wording import facts_of, names_of, subject_of, verb_of
from portal.ui.lists import remember
from portal.ui.pages import page_of

PAGE = 50
#: For how long one request verifies the chain; the next one goes on where it stopped.
CHECK_SECONDS = 5.0
#: Where the session keeps how far the check has got.
CHECK = "chain_check"


@require_role(Role.AUDITOR)
@require_GET
def entries(request: SignedInRequest) -> HttpResponse:
    """Lines of the auditor's prefecture, newest first."""
    remember(request)
    form = EntryFilter(request.GET)
    page = page_of(form.narrow(entries_visible_to(request.user)), PAGE, request.GET.get("page"))
    names = names_of(page)
    lines = [
        {"entry": entry, "verb": verb_of(entry), "subject": subject_of(entry, names), "facts": facts_of(entry, names)}
        for entry in page
    ]
    return render(request, "audit/entries.html", {"form": form, "page": page, "lines": lines})


@require_role(Role.AUDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: SignedInRequest) -> HttpResponse:
    """Verifies the chain of the whole record, a few seconds at a time, and shows how far it has got."""
    kept = request.session.get(CHECK)
    so_far = ChainReport(**kept["report"]) if kept else None
    if request.method == "POST":
        goes_on = so_far if "more" in request.POST else None
        report = verify_chain(goes_on, seconds=CHECK_SECONDS)
        request.session[CHECK] = {"report": asdict(report), "at": clock.now().isoformat()}
        return redirect("audit:check")
    at = datetime.fromisoformat(kept["at"]) if kept else None
    return render(request, "audit/check.html", {"report": so_far, "at": at, "section": "audit:entries"})
