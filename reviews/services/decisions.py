"""The points given beside the proposal, and where a reason is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts
from assessments.domain.scoring import printed_points
from assessments.models import Filing
from assessments.services.wording import in_words
from portal.ui.language import official_language
from reviews.domain.proposal import PartProposal, Proposal
from reviews.domain.red_lights import red_parts
from reviews.domain.rubric import MAXIMA, Part
from reviews.models import Review
from reviews.services.evidence import Evidence, evidence_for
from reviews.services.proposals import proposal_of


class Stand(StrEnum):
    """未评, 采纳, 调整, or 已评 where nothing was proposed."""

    OPEN = "open"
    GIVEN = "given"
    ACCEPTED = "accepted"
    ADJUSTED = "adjusted"


@dataclass(frozen=True, slots=True)
class Decision:
    """One part: what was proposed and given; ``asks`` says for what a reason is due, blank where for nothing."""

    part: Part
    proposal: PartProposal
    points: Decimal | None
    reason: str
    asks: str

    @property
    def stand(self) -> Stand:
        """The points beside the proposal, in words."""
        if self.points is None:
            return Stand.OPEN
        if self.proposal.points is None:
            return Stand.GIVEN
        return Stand.ACCEPTED if self.points == self.proposal.points else Stand.ADJUSTED

    @property
    def words(self) -> str:
        """The reason that somebody wrote; blank where it is the arithmetic of the proposal."""
        return "" if self.reason == usual_reason(self.proposal) else self.reason

    @property
    def missing(self) -> str:
        """The things to do before the scores can be handed in; blank where there are none."""
        if self.points is None:
            return _("请给出得分。")
        return self.asks if self.asks and not self.reason.strip() else ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The version under review with all that follows from it, and the four decisions."""

    review: Review
    facts: Facts
    computed: Computed
    proposal: Proposal
    decisions: Mapping[Part, Decision]

    @property
    def total(self) -> Decimal | None:
        """The sum of the four parts; None while one is not scored."""
        points = [decision.points for decision in self.decisions.values()]
        return None if None in points else sum((value for value in points if value is not None), Decimal(0))


def judgement_of(review: Review, evidence: Evidence | None = None) -> Judgement:
    """The judgement as it stands now; ``evidence`` spares asking again for what the page knows already."""
    given = {score.part: (score.points, score.reason) for score in review.scores.all()}
    return _judgement(review, evidence or evidence_for(review), given)


def unscored_judgement_of(filing: Filing, evidence: Evidence | None = None) -> Judgement:
    """The proposal of today for an import of which no scores were published; nothing of it is stored."""
    review = Review(filing=filing, version=evidence.snapshot.version if evidence else filing.version)
    return _judgement(review, evidence or evidence_for(review), {part.value: (None, "") for part in MAXIMA})


def _judgement(review: Review, evidence: Evidence, given: Mapping[str, tuple[Decimal | None, str]]) -> Judgement:
    computed = compute(evidence.facts)
    proposal = proposal_of(review, evidence)
    red = red_parts(computed)
    decisions = {}
    for part, proposed in proposal.parts.items():
        points, reason = given[part.value]
        asks = reason_due(part, points, proposed.points, lags=part in red)
        decisions[part] = Decision(part, proposed, points, reason, asks)
    return Judgement(review, evidence.facts, computed, proposal, decisions)


def usual_reason(proposal: PartProposal) -> str:
    """The reason for a deduction that follows the proposal: its arithmetic, in Chinese, because it is kept."""
    with official_language():
        return _("采纳建议：%(sum)s") % {"sum": in_words(proposal.sum_line)} if proposal.sum_line else ""


class Due(StrEnum):
    """For what a reason is due (V27): a departure upwards or downwards, a deduction, full marks on a red light."""

    NOTHING = ""
    MORE = "more"
    LESS = "less"
    DEDUCTION = "deduction"
    LAG = "lag"


def due_for(part: Part, points: Decimal | None, proposed: int | None, *, lags: bool) -> Due:
    """For what points take a reason; ``lags`` says that something in this part is red."""
    if points is None:
        return Due.NOTHING
    if proposed is not None and points != proposed:
        return Due.MORE if points > proposed else Due.LESS
    if points < MAXIMA[part]:
        return Due.DEDUCTION
    return Due.LAG if lags else Due.NOTHING


def reason_due(part: Part, points: Decimal | None, proposed: int | None, *, lags: bool) -> str:
    """The request for a reason: for a departure from the proposal, a deduction, full marks on a red light (V27).

    ``lags`` says that something in this part is red. Blank where no reason is due.
    """
    due = due_for(part, points, proposed, lags=lags)
    if points is None or due is Due.NOTHING:
        return ""
    if due is Due.LAG:
        return _("有指标滞后仍给满分，请写明理由")
    if due is Due.DEDUCTION:
        return _("扣 %(points)s 分，请写明理由") % {"points": printed_points(MAXIMA[part] - points)}
    departure = printed_points(abs(points - (proposed or 0)))
    words = _("比建议高 %(points)s 分，请写明理由") if due is Due.MORE else _("比建议低 %(points)s 分，请写明理由")
    return words % {"points": departure}
