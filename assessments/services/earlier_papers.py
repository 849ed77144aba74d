"""The papers of the year before, as the prefecture received them last, and the text that was sent with them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from assessments.domain.bounded_cache import Kept
from assessments.domain.facts import Facts
from assessments.domain.payloads import from_payload
from assessments.models import Cycle, Snapshot
from portal.accounts.models import Unit
from portal.text.door import clean_all

#: Characters of versions whose facts a process keeps (about six bytes each): those of some fifty units at work.
_MOST = 1_200_000
#: By id and digest. A version is never changed, so that what was read of it stays true.
_kept: Kept[tuple[int, str], Facts] = Kept(_MOST)


@dataclass(frozen=True, slots=True)
class EarlierPaper:
    """The newest received version of a paper, whose it is, and what was sent with it; ``text`` None without any."""

    snapshot: int
    digest: str
    unit: int
    cycle: int
    fund: str
    kind: str
    year: int
    month: int | None
    text_version: int | None
    text: str | None

    def is_year_before(self, cycle: Cycle) -> bool:
        """True if it was called for as ``cycle`` calls, a year earlier."""
        return (self.kind, self.month, self.year) == (cycle.kind, cycle.month, cycle.year - 1)


_COLUMNS = (
    "pk",
    "digest",
    "filing__obligation__unit_id",
    "filing__obligation__cycle_id",
    "filing__obligation__fund",
    "filing__obligation__cycle__kind",
    "filing__obligation__cycle__year",
    "filing__obligation__cycle__month",
    "narrative__version",
    "narrative__text",
)


def earlier_papers(owners: Iterable[tuple[Cycle, Unit]], behind: Mapping[int, Collection[int]]) -> list[EarlierPaper]:
    """Every paper of the same units, and of those they took over from (``behind``), one year before; one query."""
    wanted = [
        Q(
            filing__obligation__unit__in=[unit.pk, *behind.get(unit.pk, ())],
            filing__obligation__cycle__kind=cycle.kind,
            filing__obligation__cycle__year=cycle.year - 1,
        )
        for cycle, unit in owners
    ]
    if not wanted:
        return []
    theirs = Snapshot.objects.received().filter(reduce(or_, wanted))
    newest = theirs.order_by("filing_id", "-version").distinct("filing_id")
    return [EarlierPaper(*row) for row in newest.values_list(*_COLUMNS)]


def papers_of_unit(
    unit: Unit, papers: Collection[EarlierPaper], behind: Mapping[int, Collection[int]]
) -> list[EarlierPaper]:
    """The unit's own papers, and of funds of which it has none the one paper of those that it took over from."""
    own = [each for each in papers if each.unit == unit.pk]
    before = behind.get(unit.pk, ())
    theirs = [each for each in papers if each.unit in before]
    count = Counter((each.cycle, each.fund) for each in (*own, *theirs))
    return own + [each for each in theirs if count[each.cycle, each.fund] == 1]


def facts_of_earlier(papers: Iterable[EarlierPaper]) -> dict[EarlierPaper, Facts]:
    """The facts of each paper; those that this process has not read yet come in one query."""
    found = {paper: _kept.get((paper.snapshot, paper.digest)) for paper in papers}
    missing = {paper.snapshot: paper for paper, facts in found.items() if facts is None}
    if missing:
        for pk, payload in Snapshot.objects.filter(pk__in=missing).values_list("pk", "payload"):
            paper, facts = missing[pk], from_payload(clean_all(payload))
            _kept.put((pk, paper.digest), facts, weight=len(repr(payload)))
            found[paper] = facts
    return {paper: facts for paper, facts in found.items() if facts is not None}
