"""The figures of a filing's version that its public page shows: the totals and rates at the head of the paper."""

from collections.abc import Iterator, Sequence

from assessments.domain.computed import compute
from assessments.domain.facts import Facts
from assessments.editions import edition_named
from assessments.models import Snapshot
from assessments.queries import facts_of_snapshot
from assessments.sheets.contents import SquareKind
from portal.documents.papers.comparison_figures import Figure

#: What follows from the paper as a whole; an edition has some of it.
_RESULTS = ("execution_rate", "overall_completion_rate", "total_score")


def figures_of(subject_id: str, digest: str) -> Sequence[Figure]:
    """The figures of the version with ``digest``, as they are printed; blank ones are left out."""
    if not subject_id.isdecimal():
        return ()
    snapshot = Snapshot.objects.filter(filing_id=int(subject_id), digest=digest).first()
    return tuple(_figures(facts_of_snapshot(snapshot))) if snapshot else ()


def _figures(facts: Facts) -> Iterator[Figure]:
    edition, computed = edition_named(facts.edition), compute(facts)
    for key in (*edition.data, *_RESULTS):
        box, result = edition.box(key), computed.results.get(key)
        if box is None:
            continue
        value = facts.value(key) if result is None or facts.imported else edition.printed(box, result.value)
        label = f"{box.label}（{facts.amount_unit}）" if box.kind is SquareKind.MONEY else box.label
        if value:
            yield Figure(label, value)
