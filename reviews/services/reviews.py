"""The holder of a filing's judgement: taking up, giving back, handing over, returning the filing, opening it again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.models import Filing
from assessments.services.moves import move
from portal.accounts.models import User
from portal.audit.services import record
from reviews.domain.rubric import Part
from reviews.models import Review, ReviewSheet, Score
from reviews.permissions import may_be_reviewer, may_reassign, may_release, may_rescore, may_score
from reviews.services.errors import ReviewRefused
from reviews.services.proposals import note_proposals
from reviews.services.sheet_course import supersede


@transaction.atomic
def take_up(*, filing: Filing, reviewer: User, at: datetime) -> Review:
    """Takes a submitted filing up: its current version gets a review with four scores, each with its proposal.

    Drafts of a colleague who gave the same version back are kept. Raises MoveRefused.
    """
    taken = move(filing=filing, name="take_up", actor=reviewer, at=at)
    review, made = Review.objects.get_or_create(
        filing=taken, version=taken.version, defaults={"reviewer": reviewer, "started_at": at}
    )
    if made:
        Score.objects.bulk_create([Score(review=review, part=part.value) for part in Part])
    else:
        _hand_to(review, reviewer)
    note_proposals(review)
    return review


@transaction.atomic
def release(*, filing: Filing, actor: User, at: datetime) -> Filing:
    """Gives a filing back to the queue; its drafts stay. Raises MoveRefused, ReviewRefused."""
    if not may_release(actor, filing):
        raise ReviewRefused(_("只有本表的审核员或处室领导可以放回待审。"))
    return move(filing=filing, name="release", actor=actor, at=at)


@transaction.atomic
def reassign(*, filing: Filing, to: User, actor: User, at: datetime) -> Review:
    """Hands a review with its drafts over to another reviewer of the prefecture; raises ReviewRefused."""
    held = (
        Filing.objects.select_for_update(of=("self",)).select_related("obligation__cycle", "reviewer").get(pk=filing.pk)
    )
    if not may_reassign(actor, held):
        raise ReviewRefused(_("只有处室领导可以转办正在审核的表。"))
    if not may_be_reviewer(to, held):
        raise ReviewRefused(_("%(name)s 不能审核本表，请选择本地区财政局的审核员。") % {"name": to})
    before = held.reviewer
    Filing.objects.filter(pk=held.pk).update(reviewer=to)
    review = Review.objects.get(filing=held, version=held.version)
    _hand_to(review, to)
    details = {"from": str(before or ""), "to": str(to)}
    record(actor=actor, verb="reassign", subject_kind="filing", subject_id=held.pk, at=at, details=details)
    return review


@transaction.atomic
def return_for_revision(*, review: Review, reason: str, answer_due_at: datetime, actor: User, at: datetime) -> Filing:
    """Returns the filing with the marks on it, to be answered before ``answer_due_at``.

    Raises MoveRefused without a mark that is new, without a reason, or where the answer would be due in the past.
    """
    _require_current(review)
    returned = move(
        filing=review.filing,
        name="return_for_revision",
        actor=actor,
        at=at,
        reason=reason,
        answer_due_at=answer_due_at,
    )
    review.returned_at, review.answer_due_at = at, answer_due_at
    review.save(update_fields=["returned_at", "answer_due_at"])
    return returned


@transaction.atomic
def rescore(*, filing: Filing, actor: User, at: datetime) -> Review:
    """Opens the scores of a filing again while no sheet with it has been sent; raises ReviewRefused, MoveRefused."""
    if not may_rescore(actor, filing):
        raise ReviewRefused(_("只有评分的审核员可以在送签之前重新评分。"))
    if filing.sheet_rows.filter(sheet__state=ReviewSheet.State.AWAITING_SIGNATURE).exists():
        raise ReviewRefused(_("本表所在的审核表已送签，须由处室领导退回后才能重新评分。"))
    return reopen_scores(move(filing=filing, name="rescore", actor=actor, at=at))


@transaction.atomic
def reopen(*, filing: Filing, reason: str, actor: User, at: datetime) -> Filing:
    """Takes a concluded filing into review again; signed sheets that hold it are superseded. Raises MoveRefused."""
    reopened = move(filing=filing, name="reopen", actor=actor, at=at, reason=reason)
    reopen_scores(reopened)
    signed = ReviewSheet.objects.filter(rows__filing=reopened, state=ReviewSheet.State.SIGNED)
    for sheet in signed.select_related("cycle__prefecture"):
        supersede(sheet=sheet, reason=reason, actor=actor, at=at, because_of=reopened)
    return reopened


def reopen_scores(filing: Filing) -> Review:
    """Makes the scores of the current version drafts again; the points and reasons stay."""
    review = Review.objects.get(filing=filing, version=filing.version)
    review.submitted_at = None
    review.save(update_fields=["submitted_at"])
    return review


def claim(review: Review, actor: User) -> Review:
    """The review with its filing's row locked, if the actor scores it now; raises ReviewRefused."""
    rows = Review.objects.select_for_update(of=("filing",)).select_related(
        "filing__obligation__cycle", "filing__reviewer"
    )
    held = rows.get(pk=review.pk)
    _require_current(held)
    if not may_score(actor, held.filing):
        raise ReviewRefused(
            _("本表现在是“%(state)s”，只有正在审核它的审核员可以评分。") % {"state": held.filing.state_name}
        )
    return held


def _require_current(review: Review) -> None:
    if review.version != review.filing.version:
        raise ReviewRefused(_("单位已报送新的版本，请按最新一版审核。"))


def _hand_to(review: Review, reviewer: User) -> None:
    review.reviewer = reviewer
    review.save(update_fields=["reviewer"])
