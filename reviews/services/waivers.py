"""The waivers that count for a judgement: those under which the version was submitted, and those granted since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from assessments.models import Snapshot, Waiver
from assessments.services.frozen import Waived, waived_by, waivers_of
from portal.clock import BEIJING
from reviews.models import Review

#: A version, and the judgement of it where somebody took it up.
Version = tuple[Snapshot, Review | None]


@dataclass(frozen=True, slots=True)
class Counting:
    """One rule that takes no points and asks for nothing; ``since`` says that it was waived after the submission."""

    rule: str
    waived: Waived
    since: bool = False


def counting_waivers(snapshot: Snapshot, review: Review | None) -> tuple[Counting, ...]:
    """The waivers that count for one version, by rule."""
    return waivers_by_filing([(snapshot, review)])[snapshot.filing_id]


def waivers_by_filing(versions: Iterable[Version]) -> dict[int, tuple[Counting, ...]]:
    """The waivers that count for one version of each filing, in one query.

    What the version keeps counts for good. What was granted since counts as it stands today, for a judgement that was
    handed in or ended in a return as it stood at that instant.
    """
    judged = list(versions)
    granted: dict[int, list[Waiver]] = {}
    for waiver in _granted(judged):
        granted.setdefault(waiver.obligation_id, []).append(waiver)
    return {
        snapshot.filing_id: _of_version(snapshot, granted.get(snapshot.filing.obligation_id, ()))
        for snapshot, _review in judged
    }


def _granted(versions: Iterable[Version]) -> Iterable[Waiver]:
    """The waivers in force for each version: today, or when its judgement was settled."""
    undecided, then = [], Q(pk__in=())
    for snapshot, review in versions:
        owed, at = snapshot.filing.obligation_id, _settled_at(review)
        if at is None:
            undecided.append(owed)
        else:
            then |= Q(_held_at(at), obligation=owed)
    now = Waiver.objects.in_force().filter(obligation__in=undecided)
    return (now | Waiver.objects.filter(then)).select_related("approver").order_by("pk")


def _held_at(at: datetime) -> Q:
    day = at.astimezone(BEIJING).date()
    revoked = Q(revoked_at__isnull=False, revoked_at__lte=at)
    granted = Q(decided_at__lte=at, expires_on__gte=day) & ~Q(state=Waiver.State.REFUSED)
    return granted & ~revoked


def _of_version(snapshot: Snapshot, granted: Iterable[Waiver]) -> tuple[Counting, ...]:
    kept = {rule: Counting(rule, waived) for rule, waived in waivers_of(snapshot).items()}
    since = {waiver.rule: Counting(waiver.rule, waived_by(waiver), since=True) for waiver in granted}
    return tuple(counting for _rule, counting in sorted({**since, **kept}.items()))


def _settled_at(review: Review | None) -> datetime | None:
    return (review.submitted_at or review.returned_at) if review else None
