"""总览 of a prefecture."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.queries import reviewed_cycles, with_progress
from assessments.rendering.pages.deadlines import deadline
from portal import clock
from portal.accounts.requests import SignedInRequest
from reviews.permissions import works_in_finance
from reviews.rendering.overview import matrix_of


@require_safe
def overview(request: SignedInRequest) -> HttpResponse:
    """The standing of every paper of one cycle; ``?cycle=`` chooses, otherwise the one that is due next."""
    if not works_in_finance(request.user):
        raise PermissionDenied
    at = clock.now()
    cycles = list(reviewed_cycles(request.user).filter(opened_at__isnull=False).order_by("-due_at"))
    wanted = request.GET.get("cycle", "")
    open_ones = [cycle for cycle in cycles if not cycle.historical]
    ahead = [cycle for cycle in open_ones if cycle.due_at > at]
    usual = next(iter(ahead[-1:] or open_ones or cycles), None)
    cycle = next((cycle for cycle in cycles if str(cycle.pk) == wanted), usual)
    context: dict[str, object] = {"cycles": cycles, "cycle": cycle}
    if cycle:
        context["progress"] = with_progress(reviewed_cycles(request.user)).get(pk=cycle.pk)
        context["matrix"] = matrix_of(cycle, cycle.obligations.all())
        context["deadline"] = deadline(opens_at=cycle.opens_at, due_at=cycle.due_at, at=at)
    return render(request, "reviews/overview.html", context)
