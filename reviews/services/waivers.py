"""The waivers that count for a judgement: those under which the version was submitted, and those granted since."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from assessments.models import Snapshot, Waiver
from assessments.services.answered_findings import GrantedWaiver, granted
from assessments.services.snapshot_findings import waivers_of
from portal.clock import BEIJING
from reviews.models import Review

#: A version, and the judgement of it where somebody took it up.
Version = tuple[Snapshot, Review | None]


def counting_waivers(snapshot: Snapshot, review: Review | None) -> tuple[GrantedWaiver, ...]:
    """The waivers that count for one version, by rule."""
    return waivers_by_filing([(snapshot, review)])[snapshot.filing_id]


def waivers_by_filing(versions: Iterable[Version]) -> dict[int, tuple[GrantedWaiver, ...]]:
    """The waivers that count for one version of each filing, in one query.

    What the version keeps counts for good. What was granted since counts as it stands today, for a judgement that was
    handed in or ended in a return as it stood at that instant.
    """
    judged = list(versions)
    since: dict[int, list[Waiver]] = {}
    for waiver in _granted(judged):
        since.setdefault(waiver.obligation_id, []).append(waiver)
    return {
        snapshot.filing_id: _of_version(snapshot, since.get(snapshot.filing.obligation_id, ()))
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
    return (now | Waiver.objects.filter(then)).select_related("approver", "obligation").order_by("pk")


def _held_at(at: datetime) -> Q:
    day = at.astimezone(BEIJING).date()
    revoked = Q(revoked_at__isnull=False, revoked_at__lte=at)
    held = Q(decided_at__lte=at, expires_on__gte=day) & ~Q(state=Waiver.State.REFUSED)
    return held & ~revoked


def _of_version(snapshot: Snapshot, since: Iterable[Waiver]) -> tuple[GrantedWaiver, ...]:
    counting = {waiver.rule: granted(waiver, since=True) for waiver in since} | waivers_of(snapshot)
    return tuple(waiver for _rule, waiver in sorted(counting.items()))


def _settled_at(review: Review | None) -> datetime | None:
    return (review.submitted_at or review.returned_at) if review else None
