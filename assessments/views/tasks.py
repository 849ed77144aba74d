"""我的任务: what the unit owes and what is asked of me; and the beginning of a filing."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from assessments.models import Move, Obligation
from assessments.queries import moves_of_unit, obligations_visible_to
from assessments.rendering.grid.drawables import Mode
from assessments.rendering.grid.heading_words import where
from assessments.rendering.grid.table import draw
from assessments.rendering.pages.task_list import task_groups
from assessments.rendering.pages.turns import tallies
from assessments.services.errors import Refused
from assessments.services.filings import specimen_of, start
from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.ui.acts import acts_on, told
from portal.ui.lists import remember

#: The roles in which people make papers of their own unit and answer for them.
OF_A_UNIT = (Role.CLERK, Role.HEAD, Role.OFFICE_HEAD)
#: Cycles of the list on one page: what is open stands on the first.
CYCLES = 6
#: How many of the newest steps stand beside the list.
NEWEST = 6


@require_GET
@require_role(*OF_A_UNIT)
def tasks(request: SignedInRequest) -> HttpResponse:
    """The list; ``?show=mine`` keeps what waits for this person, ``others`` what waits for somebody else."""
    remember(request)
    show, at = request.GET.get("show", "all"), clock.now()
    owed = obligations_visible_to(request.user).filter(unit=request.user.unit_id)
    counted = tallies(obligations=owed, user=request.user, at=at)
    listed = [tally.cycle_id for tally in counted if tally.has(show)]
    page = Paginator(listed, CYCLES).get_page(request.GET.get("page"))
    mine, papers = sum(tally.mine for tally in counted), sum(tally.papers for tally in counted)
    return render(
        request,
        "assessments/tasks.html",
        {
            "page": page,
            "groups": task_groups(obligations=owed, cycles=list(page), user=request.user, at=at),
            "show": show,
            "counts": {"mine": mine, "others": papers - mine, "all": papers},
            "moves": _newest_moves(request.user),
            "at": at,
        },
    )


@acts_on("assessments:tasks")
@require_role(Role.CLERK)
def begin(request: SignedInRequest, pk: int) -> HttpResponse:
    """Starts the filing that answers an obligation and opens it."""
    obligation = _obligation(request.user, pk)
    if obligation.unit_id != request.user.unit_id:
        raise Http404
    with told(request, refusal=Refused):
        return redirect("assessments:edit", start(obligation=obligation, actor=request.user, at=clock.now()).pk)
    return redirect("assessments:tasks")


@require_GET
@require_role(*OF_A_UNIT)
def specimen(request: SignedInRequest, pk: int) -> HttpResponse:
    """The empty form of an obligation that has no filing yet."""
    obligation = _obligation(request.user, pk)
    words = where(obligation, obligation.unit.region.name)
    table = draw(specimen_of(obligation), mode=Mode.READ, words=words)
    return render(request, "assessments/specimen.html", {"obligation": obligation, "table": table})


def _obligation(user: User, pk: int) -> Obligation:
    found = obligations_visible_to(user).select_related("cycle__prefecture", "unit__region").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _newest_moves(user: User) -> QuerySet[Move]:
    moves = moves_of_unit(user).select_related("actor", "filing__obligation__cycle")
    return moves.order_by("-at", "-id")[:NEWEST]
