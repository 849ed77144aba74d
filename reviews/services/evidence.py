"""The evidence of a judgement: the version that is judged, its findings, the papers beside it, the waivers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assessments.domain.facts import Facts
from assessments.models import Filing, Snapshot
from assessments.queries import facts_of_snapshot
from assessments.services.answered_findings import AnsweredFinding, GrantedWaiver
from assessments.services.snapshot_findings import findings_of
from reviews.models import Review
from reviews.services.cross_checks import papers_beside
from reviews.services.waivers import counting_waivers


@dataclass(frozen=True, slots=True)
class Evidence:
    """One submitted version: its frozen facts and findings, these with the waivers that count for it now.

    ``beside`` are the unit's other papers of the cycle as they were received last, ``waivers`` those that count.
    """

    snapshot: Snapshot
    facts: Facts
    findings: tuple[AnsweredFinding, ...]
    beside: tuple[Facts, ...]
    waivers: tuple[GrantedWaiver, ...]


def evidence_of(filing: Filing, version: int, review: Review | None) -> Evidence | None:
    """The evidence on ``version`` in a constant number of queries; None where it was never submitted.

    ``review`` is the judgement of it where somebody took it up. ``filing`` has its snapshots prefetched.
    """
    snapshot = next((item for item in filing.snapshots.all() if item.version == version), None)
    if snapshot is None:
        return None
    waivers = counting_waivers(snapshot, review)
    return Evidence(
        snapshot=snapshot,
        facts=facts_of_snapshot(snapshot),
        findings=tuple(under(waivers, item) for item in findings_of(snapshot)),
        beside=papers_beside(filing),
        waivers=waivers,
    )


def evidence_for(review: Review) -> Evidence:
    """The evidence that ``review`` rests on."""
    found = evidence_of(review.filing, review.version, review)
    if found is None:
        raise LookupError(f"{review} judges a version that was never submitted")
    return found


def under(waivers: Iterable[GrantedWaiver], item: AnsweredFinding) -> AnsweredFinding:
    """``item`` with those of ``waivers`` that set its rule aside, in place of those that it was kept with."""
    return replace(item, waivers=tuple(waiver for waiver in waivers if waiver.rule == item.rule))
