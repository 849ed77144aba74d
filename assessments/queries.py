"""Reading filings: only what the person may see, and the frozen facts of a filing."""

from collections.abc import Collection, Iterable

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.http import Http404

from assessments.domain.exchange import from_payload
from assessments.domain.facts import Facts, Form, split_row_key
from assessments.domain.funds import fund_of
from assessments.domain.kinds import REVIEWED, WITH_NARRATIVE, Owner
from assessments.domain.workflow import BEHIND_CLOSED_DOORS, WITH_THE_PREFECTURE, WITH_THE_UNIT, Role, State
from assessments.models import (
    Cycle,
    Filing,
    Mark,
    Move,
    NarrativeReport,
    NarrativeVersion,
    Obligation,
    Snapshot,
    SquareChange,
    Waiver,
)
from assessments.models.squares import lists_of
from assessments.models.waiver import Waivers
from portal.accounts.models import Unit, User
from portal.text.door import clean_all


def obligations_visible_to(user: User) -> QuerySet[Obligation]:
    """The obligations that the person's unit has, had or took over, or that the person's prefecture has called for.

    Nothing is owed before its cycle is opened.
    """
    return Obligation.objects.filter(_own_or_of_prefecture(user, ""), cycle__opened_at__isnull=False)


def filings_visible_to(user: User) -> QuerySet[Filing]:
    """The filings of the person's unit and of those that it took over from; a prefecture's that it has received."""
    scope = _own_or_of_prefecture(user, "obligation__")
    if user.unit.kind != Unit.Kind.FINANCE:
        return Filing.objects.filter(scope)
    # what lies with the prefecture was received: the versions are looked up only of what its unit has
    received = Q(state__in=WITH_THE_PREFECTURE) | Exists(Snapshot.objects.received().filter(filing=OuterRef("pk")))
    return Filing.objects.filter(scope & (received | Q(obligation__unit=user.unit_id)))


def filings_with_papers(user: User) -> QuerySet[Filing]:
    """The filings whose papers the person may see, but for drafts and for :func:`versions_withheld_from` them.

    Of a filing that the prefecture has not received there is nothing else.
    """
    return Filing.objects.filter(_own_or_of_prefecture(user, "obligation__"))


def prefecture_of_filing(subject_id: str) -> int:
    """The id of the prefecture that called for the filing."""
    return Cycle.objects.values_list("prefecture", flat=True).get(obligations__filing=int(subject_id))


def versions_withheld_from(user: User) -> QuerySet[Snapshot]:
    """Versions that units of the person's prefecture took back before they were taken up; only the units see them."""
    if user.unit.kind != Unit.Kind.FINANCE:
        return Snapshot.objects.none()
    return Snapshot.objects.withdrawn().filter(_own_or_of_prefecture(user, "filing__obligation__"))


def cycles_visible_to(user: User) -> QuerySet[Cycle]:
    """The cycles of the person's prefecture; to a bureau only those that are open and concern it."""
    if user.unit.kind == Unit.Kind.FINANCE:
        return Cycle.objects.filter(prefecture=user.unit.region_id)
    return Cycle.objects.filter(_read_by_unit(user, "obligations__"), opened_at__isnull=False).distinct()


def reviewed_cycles(user: User) -> QuerySet[Cycle]:
    """Those of the visible cycles whose papers a prefecture reviews."""
    return cycles_visible_to(user).filter(kind__in=REVIEWED)


def with_progress(cycles: QuerySet[Cycle]) -> QuerySet[Cycle]:
    """Adds ``owed``, ``received`` and ``concluded``: how many papers each cycle asks for, has, and has settled."""
    received = Q(obligations__filing__state__in=WITH_THE_PREFECTURE)
    concluded = Q(obligations__filing__state=State.CONCLUDED)
    return cycles.annotate(
        owed=Count("obligations"),
        received=Count("obligations", filter=received),
        concluded=Count("obligations", filter=concluded),
    )


def waivers_visible_to(user: User) -> Waivers:
    """A unit's own waivers and requests, or those of the person's prefecture; with ``standing``, as it is today."""
    scope = _own_or_of_prefecture(user, "obligation__")
    return Waiver.objects.filter(scope, obligation__cycle__opened_at__isnull=False).with_standing()


def listed(waivers: Waivers) -> Waivers:
    """In the order of the list: what waits for an answer, what holds, what is over; each with what it is about."""
    asked = When(standing=Waiver.State.ASKED, then=Value(0))
    rank = Case(asked, When(standing=Waiver.State.GRANTED, then=Value(1)), default=Value(2))
    about = ("obligation__cycle", "obligation__unit__region", "asked_by", "approver")
    return waivers.select_related(*about).order_by(rank, "-id")


def requests_for(user: User) -> int:
    """The number of requests for a waiver that wait for this person's answer: none for anyone but an office head."""
    decides = user.has_role(Role.OFFICE_HEAD) and user.unit.kind == Unit.Kind.FINANCE
    return waivers_visible_to(user).open().count() if decides else 0


def narrative_cycles_of(user: User) -> QuerySet[Cycle]:
    """The cycles with a report of the person's own unit: open self-assessments in which it owes a form, or imports."""
    owed = Obligation.objects.filter(unit=user.unit_id, cycle=OuterRef("pk"))
    imported = NarrativeReport.objects.filter(unit=user.unit_id, cycle=OuterRef("pk"))
    own = Exists(owed) | Exists(imported)
    return Cycle.objects.filter(own, opened_at__isnull=False, kind__in=WITH_NARRATIVE)


def narrative_versions_visible_to(user: User) -> QuerySet[NarrativeVersion]:
    """The sent versions of a unit's own reports; to a prefecture those that came with a version it received."""
    came_along = Q(Exists(snapshots_with_narrative(user).filter(narrative=OuterRef("pk"))))
    if user.unit.kind != Unit.Kind.FINANCE:
        came_along |= Q(report__unit__in=units_read_by(user))
    return NarrativeVersion.objects.filter(came_along)


def snapshots_with_narrative(user: User) -> QuerySet[Snapshot]:
    """The versions of filings that carry a report: the unit's own, or those that the person's prefecture received."""
    carrying = Snapshot.objects.filter(_own_or_of_prefecture(user, "filing__obligation__"), narrative__isnull=False)
    return carrying.received() if user.unit.kind == Unit.Kind.FINANCE else carrying


def filing_for(user: User, pk: int) -> Filing:
    """The filing with all that its screens need, in constant queries; raises Http404 if it is not theirs."""
    filing = with_squares(filings_visible_to(user)).filter(pk=pk).first()
    if filing is None:
        raise Http404
    return filing


def moves_of_unit(user: User) -> QuerySet[Move]:
    """The steps of the papers that are, were or became those of the person's unit, as far as they may know them."""
    return moves_visible_to(user).filter(_read_by_unit(user, "filing__obligation__"))


def square_changes_of(user: User, filing_id: int, key: str) -> QuerySet[SquareChange]:
    """The changes to a square of the unit's own filing, and to its row, the newest first, with who made them."""
    mine = filings_visible_to(user).filter(pk=filing_id, obligation__unit=user.unit_id)
    row = split_row_key(key)
    keys = [key, f"{row.name}[{row.ref}]"] if row else [key]
    changes = SquareChange.objects.filter(filing__in=mine.values("pk"), key__in=keys)
    return changes.select_related("actor").order_by("-id")


def marks_of_square(user: User, filing_id: int, key: str) -> QuerySet[Mark]:
    """The remarks on a square of the unit's own filing that were sent to it, with who wrote and who answered."""
    mine = filings_visible_to(user).filter(pk=filing_id, obligation__unit=user.unit_id)
    sent = Mark.objects.filter(filing__in=mine.values("pk"), key=key, sent_at__isnull=False)
    return sent.select_related("author", "answered_by")


def moves_visible_to(user: User) -> QuerySet[Move]:
    """The steps of the filings that the person may see; a unit is not told what happens inside the prefecture."""
    moves = Move.objects.filter(filing__in=filings_visible_to(user).values("pk"))
    return moves if user.unit.kind == Unit.Kind.FINANCE else moves.exclude(name__in=BEHIND_CLOSED_DOORS)


def sent_back_by(filing: Filing) -> Move | None:
    """The step that gave the filing back to its clerk, where words came with it."""
    newest = filing.moves.order_by("-id").first()
    return newest if newest and newest.reason else None


def with_squares(filings: QuerySet[Filing]) -> QuerySet[Filing]:
    """Adds the rows from which :func:`facts_of` builds the facts."""
    return filings.select_related(
        "obligation__cycle__prefecture", "obligation__unit__region", "preparer", "submitter", "reviewer", "saved_by"
    ).prefetch_related("squares", "list_rows")


def facts_of(filing: Filing) -> Facts:
    """The filing's squares as they stand now; those of the system say what is true while the paper is written."""
    cycle = filing.obligation.cycle
    typed = {square.key: square.raw for square in filing.squares.all()}
    return Facts(
        form=Form(cycle.kind),
        edition=filing.edition,
        fund=fund_of(filing.obligation.fund),
        year=cycle.year,
        month=cycle.month,
        amount_unit=filing.amount_unit,
        imported=filing.imported,
        squares=typed if filing.imported else typed | filing.locked_squares,
        lists=lists_of(filing.list_rows.all()),
        extras=filing.extras,
    )


def digests_in_force(filings: Iterable[Filing]) -> QuerySet[Snapshot, str]:
    """The digests of the versions of some filings that lie with the prefecture."""
    sent = [filing.pk for filing in filings if filing.state not in WITH_THE_UNIT]
    return Snapshot.objects.filter(filing__in=sent, version=F("filing__version")).values_list("digest", flat=True)


def facts_of_snapshot(snapshot: Snapshot) -> Facts:
    """The facts that were submitted; versions from before the door was built are shown as they are read."""
    return from_payload(clean_all(snapshot.payload))


def latest_snapshot(filing: Filing) -> Snapshot | None:
    """The version that was received last; None where nothing was submitted."""
    return Snapshot.objects.received().filter(filing=filing).order_by("-version").first()


def _own_or_of_prefecture(user: User, path: str) -> Q:
    if user.unit.kind == Unit.Kind.FINANCE:
        return Q(**{f"{path}cycle__prefecture": user.unit.region_id})
    return _read_by_unit(user, path)


def units_read_by(user: User) -> list[int]:
    """The person's unit, and those that it took over from."""
    return [user.unit_id, *user.inherited_units]


def _read_by_unit(user: User, path: str) -> Q:
    """What is, was or became the papers of the person's unit; ``path`` leads to what is owed."""
    return Q(**{f"{path}unit__in": units_read_by(user)}) | Q(**{f"{path}former_unit": user.unit_id})


def filers_of(cycle: Cycle) -> QuerySet[Unit]:
    """The units in use that can owe a paper in the cycle: the bureaus of prefecture and counties, or its own office."""
    here = Q(region=cycle.prefecture_id) | Q(region__parent=cycle.prefecture_id)
    office = Q(kind=Unit.Kind.FINANCE)
    owners = office if cycle.paper.owner is Owner.PREFECTURE else ~office
    return Unit.objects.filter(here & owners, active=True).select_related("region__parent")


def obligations_of(cycle: Cycle) -> QuerySet[Obligation]:
    """The obligations of the cycle, with the filings that answer them."""
    return cycle.obligations.select_related("cycle", "unit__region", "filing")


def names_of_filings(ids: Collection[str]) -> dict[str, str]:
    """The names of some filings in the record, by id: county, fund and cycle."""
    found = Filing.objects.filter(pk__in=ids).select_related("obligation__cycle", "obligation__unit__region")
    return {
        str(filing.pk): f"{filing.region_name}　{filing.obligation.fund_name}　{filing.obligation.cycle.name}"
        for filing in found
    }


def names_of_cycles(ids: Collection[str]) -> dict[str, str]:
    """The names of some cycles, by id."""
    return {str(cycle.pk): cycle.name for cycle in Cycle.objects.filter(pk__in=ids)}


def names_of_waivers(ids: Collection[str]) -> dict[str, str]:
    """The subjects of some waivers, by id: rule, county, fund and cycle."""
    found = Waiver.objects.filter(pk__in=ids).select_related("obligation__cycle", "obligation__unit__region")
    return {
        str(waiver.pk): f"{waiver.rule}　{owed.unit.region.name}　{owed.fund_name}　{owed.cycle.name}"
        for waiver in found
        for owed in [waiver.obligation]
    }
