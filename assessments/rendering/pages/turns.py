"""The turn of a person in what a unit owes, and the order in which its cycles are listed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from assessments.domain.kinds import CALLED_FOR
from assessments.domain.workflow import EDITABLE, Role, State
from assessments.models import Obligation
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Tally:
    """The papers that a cycle asks of the unit, counted, with those that wait for this person or are settled."""

    cycle_id: int
    due_at: datetime
    papers: int
    mine: int
    settled: int

    def has(self, part: str) -> bool:
        """True if it has a paper of a part of the list: ``mine``, ``others``, or anything for all."""
        return {"mine": self.mine > 0, "others": self.papers > self.mine}.get(part, True)


def waits_for(user: User, at: datetime) -> Q:
    """The obligations with which ``user`` has something to do: to begin, to write, or to check what another wrote."""
    mine = Q(pk__in=())
    if user.has_role(Role.CLERK):
        mine |= Q(filing__isnull=True, cycle__opens_at__lte=at)
        mine |= Q(filing__state__in=EDITABLE, filing__imported=False)
    approved = [kind.form.value for kind in CALLED_FOR if any(user.has_role(role) for role in kind.approvers)]
    if approved:
        mine |= Q(cycle__kind__in=approved, filing__state=State.PENDING_HEAD) & ~Q(filing__preparer=user)
    return mine


def tallies(*, obligations: QuerySet[Obligation], user: User, at: datetime) -> list[Tally]:
    """The cycles of ``obligations``: those with work for ``user`` first, settled ones last, then by due date.

    One query, and one row for a cycle.
    """
    found = obligations.order_by().values_list("cycle_id", "cycle__due_at")
    counted = found.annotate(
        papers=Count("pk"),
        mine=Count("pk", filter=waits_for(user, at)),
        settled=Count("pk", filter=Q(filing__state=State.CONCLUDED)),
    )
    return sorted((Tally(*row) for row in counted), key=lambda tally: _place(tally, at))


def _place(tally: Tally, at: datetime) -> tuple[bool, bool, float]:
    return not tally.mine, tally.settled == tally.papers, abs((tally.due_at - at).total_seconds())
