"""The figures of a filing's version that its public page shows: the totals and rates at the head of the paper."""

from collections.abc import Iterator, Sequence

from assessments.domain.computed import compute
from assessments.domain.facts import Facts
from assessments.domain.results import Result
from assessments.domain.rounding import printed_rate
from assessments.editions import edition_named
from assessments.models import Snapshot
from assessments.queries import facts_of_snapshot
from assessments.sheets.contents import SquareKind
from portal.documents.papers.comparison_figures import Figure

#: In the order of the paper; an edition has some of them.
_AMOUNTS = ("adjusted_budget.total", "budget.total", "received.total", "executed.total")
_RATES = ("execution_rate", "overall_completion_rate")


def figures_of(subject_id: str, digest: str) -> Sequence[Figure]:
    """The figures of the version with ``digest``, as they are printed; blank ones are left out."""
    if not subject_id.isdecimal():
        return ()
    snapshot = Snapshot.objects.filter(filing_id=int(subject_id), digest=digest).first()
    return tuple(_figures(facts_of_snapshot(snapshot))) if snapshot else ()


def _figures(facts: Facts) -> Iterator[Figure]:
    sheet, computed = edition_named(facts.edition), compute(facts)
    rates = dict(zip(_RATES, (computed.execution_rate, computed.overall), strict=True))
    for key in (*_AMOUNTS, *_RATES):
        box = sheet.box(key)
        if box is None:
            continue
        rate = rates.get(key)
        value = facts.value(key) if rate is None or facts.imported else _printed(rate, sheet.places)
        label = f"{box.label}（{facts.amount_unit}）" if box.kind is SquareKind.MONEY else box.label
        if value:
            yield Figure(label, value)


def _printed(rate: Result, places: int) -> str:
    return "" if rate.value is None else printed_rate(rate.value, places)
