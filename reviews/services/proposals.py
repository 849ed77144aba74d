"""The system's proposals for a version under review."""

from reviews.domain.proposal import Proposal, propose
from reviews.models import Review
from reviews.services.cross_checks import was_pasted
from reviews.services.evidence import Evidence, evidence_for
from reviews.services.receptions import timeliness_of


def proposal_of(review: Review, evidence: Evidence | None = None) -> Proposal:
    """The proposal for the version that ``review`` judges, from its ``evidence``.

    What the rules found when it was submitted and what received papers contradict since both count; what was waived
    takes no points.
    """
    evidence = evidence or evidence_for(review)
    return propose(
        evidence.facts,
        timeliness_of(review.filing, review.version),
        pasted=was_pasted(evidence.facts, evidence.beside, evidence.findings),
        waived=frozenset(item.rule for item in evidence.waivers),
    )


def note_proposals(review: Review) -> Proposal:
    """Writes the proposed points beside the scores, as they were when the reviewer decided."""
    proposal = proposal_of(review)
    for score in review.scores.all():
        points = next((found.points for part, found in proposal.parts.items() if part.value == score.part), None)
        if score.proposed != points:
            score.proposed = points
            score.save(update_fields=["proposed"])
    return proposal
