"""What the system proposes for a version under review."""

from assessments.domain.facts import Facts
from assessments.domain.pasted import is_pasted
from assessments.models import Filing, Snapshot
from assessments.queries import facts_of_snapshot
from reviews.domain.proposal import Proposal, propose
from reviews.models import Review
from reviews.services.receptions import timeliness_of


def proposal_of(review: Review) -> Proposal:
    """The proposal for the version that ``review`` judges, from its frozen facts."""
    return proposal_for(review.filing, review.version, judged_facts(review))


def judged_facts(review: Review) -> Facts:
    """The frozen facts that ``review`` judges."""
    frozen = (snapshot for snapshot in review.filing.snapshots.all() if snapshot.version == review.version)
    return facts_of_snapshot(next(frozen))


def proposal_for(filing: Filing, version: int, facts: Facts) -> Proposal:
    """The proposal for ``facts``, submitted as ``version`` of ``filing``."""
    pasted = is_pasted(facts, _siblings(filing))
    return propose(facts, timeliness_of(filing, version), pasted=pasted)


def note_proposals(review: Review) -> Proposal:
    """Writes the proposed points beside the scores, as they were when the reviewer decided."""
    proposal = proposal_of(review)
    for score in review.scores.all():
        points = next((found.points for part, found in proposal.parts.items() if part.value == score.part), None)
        if score.proposed != points:
            score.proposed = points
            score.save(update_fields=["proposed"])
    return proposal


def _siblings(filing: Filing) -> list[Facts]:
    """What the same unit submitted last for its other funds in the same cycle."""
    owed = filing.obligation
    others = Snapshot.objects.filter(
        filing__obligation__cycle=owed.cycle_id, filing__obligation__unit=owed.unit_id
    ).exclude(filing=filing)
    newest = others.order_by("filing_id", "-version").distinct("filing_id")
    return [facts_of_snapshot(snapshot) for snapshot in newest]
