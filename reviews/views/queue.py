"""待审核: the queue of a prefecture."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.queries import requests_for
from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.ui.lists import remember
from reviews.forms.queue import QueueFilter
from reviews.queries import received_filings
from reviews.rendering.queue import chosen_tab, rows_of, tabs_for, with_frozen

#: Rows of the queue on one page.
PAGE_SIZE = 25


@require_safe
@require_role(Role.REVIEWER, Role.OFFICE_HEAD)
def queue(request: SignedInRequest) -> HttpResponse:
    """The filings that the prefecture has received, by what is to be done with them, the longest waiting first."""
    remember(request)
    form = QueueFilter(request.GET or None, user=request.user)
    filings = form.filtered(received_filings(request.user))
    tabs = tabs_for(request.user, filings)
    tab = chosen_tab(tabs, request.GET.get("show", ""))
    found = with_frozen(filings.filter(tab.condition)).order_by("received_at", "pk")
    paginator = Paginator(found, PAGE_SIZE)
    paginator.count = tab.count
    page = paginator.get_page(request.GET.get("page"))
    at = clock.now()
    rows = rows_of(page, request.user, at)
    asked = requests_for(request.user)
    context = {"form": form, "tabs": tabs, "tab": tab, "page": page, "rows": rows, "waivers": asked}
    return render(request, "reviews/queue.html", context)
