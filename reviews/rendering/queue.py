"""待审核: what the prefecture has received, as rows to be taken in hand."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.domain.workflow import State
from assessments.domain.working_days import working_days_between
from assessments.models import Filing, Snapshot
from assessments.permissions import acts_for_unit, may_move
from assessments.queries import digests_in_force
from assessments.services.answered_findings import GrantedWaiver
from portal.accounts.models import User
from portal.clock import BEIJING, last_day_before
from portal.documents.screens.notices import held_up_among
from portal.jobs.models import Job
from reviews.models import Review
from reviews.permissions import may_score
from reviews.queries import review_of
from reviews.services.waivers import waivers_by_filing


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of the queue: its code in the address, its words, which filings it holds, and how many there are."""

    code: str
    label: str | Promise
    condition: Q
    count: int = 0


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One filing: how its reception kept the due date, how long it waits, what the rules found, what is asked of me.

    ``waived`` counts the rules that are waived for it, whose findings are not counted otherwise. ``held_up``: the
    job of a paper of it that waits for a seal or could not be made.
    """

    filing: Filing
    late_days: int
    waiting_days: int
    must_change: int
    to_explain: int
    notices: int
    waived: int
    act: str
    held_up: Job | None = None


def tabs_for(user: User, filings: QuerySet[Filing]) -> list[Tab]:
    """The parts of the queue with their counts, in one query."""
    mine = Q(state=State.IN_REVIEW, reviewer=user)
    parts = (
        Tab("new", _("待受理"), Q(state=State.SUBMITTED)),
        Tab("mine", _("我在审"), mine),
        Tab("others", _("他人在审"), Q(state=State.IN_REVIEW) & ~Q(reviewer=user)),
        Tab("returned", _("已退回"), Q(state__in=(State.RETURNED, State.PENDING_HEAD), answer_due_at__isnull=False)),
        Tab("scored", _("已评分"), Q(state=State.SCORED)),
        Tab("concluded", _("已办结"), Q(state=State.CONCLUDED)),
    )
    counts = filings.aggregate(**{part.code: Count("pk", filter=part.condition) for part in parts})
    return [Tab(part.code, part.label, part.condition, counts[part.code]) for part in parts]


def chosen_tab(tabs: list[Tab], code: str) -> Tab:
    """The tab of the address, else the first that holds anything, else the first."""
    by_code = {tab.code: tab for tab in tabs}
    return by_code.get(code) or next((tab for tab in tabs if tab.count), tabs[0])


def with_frozen(filings: QuerySet[Filing]) -> QuerySet[Filing]:
    """Adds what a row needs: whose filing it is, the findings of its submitted versions and their judgements."""
    snapshots = Prefetch("snapshots", Snapshot.objects.received().defer("payload"))
    return filings.select_related(
        "obligation__cycle", "obligation__unit__region", "reviewer", "submitter"
    ).prefetch_related(snapshots, "reviews")


def rows_of(filings: Iterable[Filing], user: User, at: datetime) -> list[QueueRow]:
    """The rows of some filings as seen at ``at``."""
    known = list(filings)
    ids, current = [filing.pk for filing in known], digests_in_force(known)
    held_up = held_up_among(subject_kind="filing", subject_ids=ids, current=current)
    newest = {filing: _newest(filing) for filing in known}
    took_part = set(acts_for_unit().filter(actor=user, filing__in=known).values_list("filing", flat=True))
    waivers = waivers_by_filing((snapshot, _review(snapshot)) for snapshot in newest.values() if snapshot)
    return [
        _row_of(
            filing,
            newest[filing],
            waivers.get(filing.pk, ()),
            "read" if filing.pk in took_part else _act(filing, user),
            at,
            held_up=held_up.get(str(filing.pk)),
        )
        for filing in known
    ]


def _newest(filing: Filing) -> Snapshot | None:
    return max(filing.snapshots.all(), key=lambda snapshot: snapshot.version, default=None)


def _review(snapshot: Snapshot) -> Review | None:
    return review_of(snapshot.filing, snapshot.version)


def _row_of(
    filing: Filing,
    newest: Snapshot | None,
    waivers: Collection[GrantedWaiver],
    act: str,
    at: datetime,
    *,
    held_up: Job | None,
) -> QueueRow:
    set_aside = {waiver.rule for waiver in waivers}
    kept = newest.findings if newest else []
    found = Counter(finding["severity"] for finding in kept if finding["rule"] not in set_aside)
    return QueueRow(
        filing=filing,
        late_days=_late_days(filing),
        waiting_days=_waited(filing, at).days,
        must_change=found["error"],
        to_explain=found["warning"],
        notices=found["notice"],
        waived=len(set_aside),
        act=act,
        held_up=held_up,
    )


def _late_days(filing: Filing) -> int:
    """Working days after the due date; of an answered return, after the date it was asked for."""
    due = filing.answer_due_at if filing.version > 1 and filing.answer_due_at else filing.obligation.due_at
    if filing.received_at is None or filing.received_at < due:
        return 0
    return max(1, working_days_between(last_day_before(due), filing.received_at.astimezone(BEIJING).date()))


def _waited(filing: Filing, at: datetime) -> timedelta:
    return at - filing.received_at if filing.received_at else timedelta()


def _act(filing: Filing, user: User) -> str:
    """``take_up``, ``score`` or ``read``."""
    if may_move(user, filing, "take_up"):
        return "take_up"
    return "score" if may_score(user, filing) else "read"
