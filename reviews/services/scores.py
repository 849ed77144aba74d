"""Scoring the four parts: drafts that save by themselves, then the four of them handed in at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.domain.scoring import printed_points
from assessments.models import Filing, Mark
from assessments.services.marks import accept_answer
from assessments.services.moves import move
from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.models import User
from portal.audit.services import record
from portal.text.telling import taken_in
from reviews.domain.red_lights import red_parts
from reviews.domain.rubric import MAXIMA, Part
from reviews.models import Review, Score
from reviews.services.decisions import Decision, Due, Judgement, due_for, judgement_of, usual_reason
from reviews.services.errors import ScoredMeanwhile, ScoreRefused, Standing
from reviews.services.evidence import Evidence, evidence_for
from reviews.services.proposals import note_proposals
from reviews.services.reviews import claim

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class GivenScore:
    """The reviewer's points for one part (None while not scored) and the reason.

    ``was`` is what the page held of the part; without it whatever stands is replaced.
    """

    points: Decimal | None
    reason: str = ""
    was: "GivenScore | None" = None

    @property
    def pair(self) -> tuple[Decimal | None, str]:
        """Points and reason, which belong together."""
        return self.points, self.reason

    @property
    def is_touched(self) -> bool:
        """True if it is another than the page held."""
        return self.was is None or self.was.pair != self.pair


@transaction.atomic
def score_part(*, review: Review, part: Part, given: GivenScore, actor: User, at: datetime) -> Judgement:
    """Saves one part as a draft; a reason may still be missing.

    Raises ReviewRefused, ScoreRefused; ScoredMeanwhile where the part is not as the reviewer read it.
    """
    held = claim(review, actor)
    evidence = evidence_for(held)
    _save(held, {part: given}, evidence, actor, at)
    return judgement_of(held, evidence)


@transaction.atomic
def score_parts(
    *, review: Review, given: Mapping[Part, GivenScore], actor: User, at: datetime, to_submit: bool = False
) -> None:
    """Saves several parts as drafts, all or none; raises ReviewRefused, ScoreRefused, ScoredMeanwhile.

    Before they are handed in (``to_submit``) the parts that were not touched must be as they were read, too.
    """
    held = claim(review, actor)
    _save(held, given, evidence_for(held), actor, at, to_submit=to_submit)


@transaction.atomic
def submit_scores(*, review: Review, actor: User, at: datetime, accept_answers: bool = False) -> Filing:
    """Hands the four scores in.

    Raises ScoreRefused unless each part has its points, and a reason where one is due: for a deduction, for a departure
    from the proposal, for full marks on a red light (V27). Marks that were never sent stand in the way, and so do
    answers that nobody has judged, unless the reviewer says that they are accepted with the scores.
    """
    held = claim(review, actor)
    note_proposals(held)
    decisions = judgement_of(held).decisions
    _require_complete(decisions)
    _settle_marks(held.filing, actor, at, accept_answers=accept_answers)
    held.submitted_at = at
    held.save(update_fields=["submitted_at"])
    scored = move(filing=held.filing, name="score", actor=actor, at=at)
    points = {part.value: decision.points for part, decision in decisions.items()}
    record(
        actor=actor,
        verb="submit_scores",
        subject_kind="filing",
        subject_id=scored.pk,
        at=at,
        details={"version": held.version, "points": points},
    )
    return scored


def _save(
    review: Review,
    given: Mapping[Part, GivenScore],
    evidence: Evidence,
    actor: User,
    at: datetime,
    *,
    to_submit: bool = False,
) -> None:
    given = {part: replace(value, reason=taken_in(value.reason).strip()) for part, value in given.items()}
    problems = {part: _refusal(part, value) for part, value in given.items()}
    refused = {part.value: problem for part, problem in problems.items() if problem}
    if refused:
        raise ScoreRefused(next(iter(refused.values())), refused)
    judgement = judgement_of(review, evidence)
    lagging = red_parts(judgement.computed)
    touched = {part: value for part, value in given.items() if to_submit or value.is_touched}
    _refuse_unread(review, touched, judgement, actor)
    for part, value in touched.items():
        before = judgement.decisions[part]
        reason = _reason(value, before, lags=part in lagging)
        changes = {"points": value.points, "reason": reason, "scored_by": actor, "scored_at": at}
        Score.objects.filter(review=review, part=part.value).update(**changes)


def _refuse_unread(review: Review, given: Mapping[Part, GivenScore], judgement: Judgement, actor: User) -> None:
    """Raises ScoredMeanwhile for parts that were scored otherwise on another page than the reviewer read and gives."""
    stands = {part: GivenScore(decision.points, decision.words) for part, decision in judgement.decisions.items()}
    unread = {
        part.value: stands[part]
        for part, value in given.items()
        if value.was and stands[part].pair not in (value.was.pair, value.pair)
    }
    if unread:
        scores = review.scores.filter(part__in=unread).select_related("scored_by")
        raise ScoredMeanwhile({score.part: _standing(score, unread[score.part], actor) for score in scores})


def _standing(score: Score, shown: GivenScore, reader: User) -> Standing:
    own = score.scored_by_id == reader.pk
    points = "" if shown.points is None else printed_points(shown.points)
    return Standing(points, shown.reason, str(score.scored_by or ""), own, score.scored_at)


def _reason(given: GivenScore, before: Decision, *, lags: bool) -> str:
    """The words given; what follows the proposal takes its arithmetic where a reason is due, a departure never does.

    That is a deduction, and full marks beside a red light (V27): the proposal itself needs nobody's words. Words belong
    to what they were written for: where the points change so that a reason is due for something else, or for nothing,
    the words that stood there before do not stay with them.
    """
    proposal = before.proposal
    usual = usual_reason(proposal)
    due, was_due = (due_for(before.part, one, proposal.points, lags=lags) for one in (given.points, before.points))
    outlived = given.reason == before.reason and given.points is not None and due is not was_due
    said = "" if outlived or given.reason == usual else given.reason
    follows = given.points is not None and given.points == proposal.points and due is not Due.NOTHING
    return usual if follows and not said else said


def _refusal(part: Part, given: GivenScore) -> str:
    if given.points is not None and not _possible(given.points, MAXIMA[part]):
        return _("满分 %(maximum)s 分，请填 0–%(maximum)s，最多一位小数。") % {"maximum": MAXIMA[part]}
    problem = text_refusal(_("理由"), given.reason, LONGEST_REASON)
    return in_words(problem) if problem else ""


def _possible(points: Decimal, maximum: int) -> bool:
    return points.is_finite() and 0 <= points <= maximum and points == points.quantize(Decimal("0.1"))


def _require_complete(decisions: Mapping[Part, Decision]) -> None:
    problems = {part.value: decision.missing for part, decision in decisions.items() if decision.missing}
    if problems:
        raise ScoreRefused(_("还不能提交：四项都要有得分，扣分和偏离建议要写明理由。"), problems)


def _settle_marks(filing: Filing, actor: User, at: datetime, *, accept_answers: bool) -> None:
    unsent = filing.marks.filter(sent_at__isnull=True).count()
    if unsent:
        message = ngettext(
            "有 %(count)d 条批注还没有退回给单位：请退回修改，或先删除批注。",
            "有 %(count)d 条批注还没有退回给单位：请退回修改，或先删除批注。",
            unsent,
        )
        raise ScoreRefused(message % {"count": unsent})
    answered = list(filing.marks.filter(state=Mark.State.ANSWERED))
    if answered and not accept_answers:
        message = ngettext(
            "有 %(count)d 条单位答复还没有处理：请逐条接受，或勾选“连同评分一并接受”。",
            "有 %(count)d 条单位答复还没有处理：请逐条接受，或勾选“连同评分一并接受”。",
            len(answered),
        )
        raise ScoreRefused(message % {"count": len(answered)})
    for mark in answered:
        mark.filing = filing
        accept_answer(mark=mark, actor=actor, at=at)
