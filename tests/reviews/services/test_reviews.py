"""Who holds a review: taken up, given back, handed over, returned, opened again."""

from datetime import timedelta

import pytest

from assessments.domain.workflow import State
from assessments.models import Filing, Mark
from assessments.services.errors import MoveRefused
from assessments.services.marks import add_mark
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.audit.models import Entry
from reviews.domain.rubric import Part
from reviews.forms.reviews import ReassignForm
from reviews.models import Review, ReviewSheet
from reviews.rendering.queue import rows_of
from reviews.services.errors import ReviewRefused
from reviews.services.review_sheets import send_for_signature, sign
from reviews.services.reviews import reassign, release, reopen, rescore, return_for_revision, take_up
from tests.factories.accounts import ReviewerFactory, UserFactory
from tests.factories.assessments import NOW
from tests.factories.reviews import Court, give

TWO_DAYS = NOW + timedelta(days=2)


def state_of(filing: Filing) -> str:
    return Filing.objects.get(pk=filing.pk).state


def test_taking_up_makes_four_unscored_scores_with_their_proposals(court: Court) -> None:
    review = court.in_review()
    scores = list(review.scores.values_list("part", "points"))
    assert scores == [(part.value, None) for part in Part]
    assert review.scores.filter(proposed__isnull=False).count() == len(Part)
    assert (review.filing.state, review.filing.reviewer) == (State.IN_REVIEW, court.reviewer)


def test_two_reviewers_cannot_take_up_the_same_filing(court: Court) -> None:
    filing = court.submitted()
    take_up(filing=filing, reviewer=court.reviewer, at=NOW)
    with pytest.raises(MoveRefused):
        take_up(filing=filing, reviewer=court.colleague, at=NOW)
    assert Review.objects.get().reviewer == court.reviewer


def test_a_reviewer_of_another_prefecture_cannot_take_up(court: Court) -> None:
    filing, stranger = court.submitted(), Court().reviewer
    with pytest.raises(MoveRefused):
        take_up(filing=filing, reviewer=stranger, at=NOW)
    assert not Review.objects.exists()


def test_nobody_reviews_the_own_unit(court: Court) -> None:
    filing = court.submitted()
    both = UserFactory.create(unit=court.bureau, roles=["clerk", "reviewer"])
    with pytest.raises(MoveRefused):
        take_up(filing=filing, reviewer=both, at=NOW)
    assert state_of(filing) == State.SUBMITTED


def test_drafts_stay_when_a_filing_is_given_back_and_taken_up_by_another(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer, budget_execution="12")
    release(filing=review.filing, actor=court.reviewer, at=NOW)
    again = take_up(filing=review.filing, reviewer=court.colleague, at=NOW)
    assert (again.pk, again.reviewer) == (review.pk, court.colleague)
    assert again.scores.get(part="budget_execution").points == 12


def test_only_the_holder_or_the_office_head_gives_back(court: Court) -> None:
    review = court.in_review()
    with pytest.raises(ReviewRefused):
        release(filing=review.filing, actor=court.colleague, at=NOW)
    assert release(filing=review.filing, actor=court.office_head, at=NOW).state == State.SUBMITTED


def test_the_office_head_hands_a_review_over(court: Court) -> None:
    review = court.in_review()
    handed = reassign(filing=review.filing, to=court.colleague, actor=court.office_head, at=NOW)
    assert (handed.reviewer, handed.filing.reviewer_id) == (court.colleague, court.colleague.pk)
    assert Entry.objects.filter(verb="reassign", subject_id=str(review.filing_id)).count() == 1


def test_a_reviewer_does_not_hand_over(court: Court) -> None:
    review = court.in_review()
    with pytest.raises(ReviewRefused):
        reassign(filing=review.filing, to=court.colleague, actor=court.reviewer, at=NOW)


@pytest.mark.parametrize("active", [True, False])
def test_a_review_is_handed_only_to_an_active_reviewer_of_the_prefecture(court: Court, active: bool) -> None:
    review = court.in_review()
    unit = Court().reviewer.unit if active else court.reviewer.unit
    unfit = ReviewerFactory.create(unit=unit, is_active=active)
    with pytest.raises(ReviewRefused):
        reassign(filing=review.filing, to=unfit, actor=court.office_head, at=NOW)
    assert Filing.objects.get().reviewer == court.reviewer


def test_a_return_needs_a_mark(court: Court) -> None:
    review = court.in_review()
    with pytest.raises(MoveRefused):
        return_for_revision(review=review, reason="", answer_due_at=TWO_DAYS, actor=court.reviewer, at=NOW)
    assert state_of(review.filing) == State.IN_REVIEW


def test_a_return_sends_its_marks_and_keeps_its_own_answer_date(court: Court) -> None:
    review = court.in_review()
    add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    filing = return_for_revision(review=review, reason="", answer_due_at=TWO_DAYS, actor=court.reviewer, at=NOW)
    review.refresh_from_db()
    assert (filing.state, filing.answer_due_at) == (State.RETURNED, TWO_DAYS)
    assert (review.returned_at, review.answer_due_at) == (NOW, TWO_DAYS)
    assert Mark.objects.get().sent_at == NOW


def test_an_answer_cannot_be_due_before_the_return(court: Court) -> None:
    review = court.in_review()
    add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    with pytest.raises(MoveRefused):
        return_for_revision(review=review, reason="", answer_due_at=NOW, actor=court.reviewer, at=NOW)
    assert Mark.objects.get().sent_at is None


def test_scores_open_again_with_their_points(court: Court) -> None:
    filing = court.scored()
    points = list(Review.objects.get().scores.values_list("points", flat=True))
    review = rescore(filing=filing, actor=court.reviewer, at=NOW)
    assert (review.submitted_at, state_of(filing)) == (None, State.IN_REVIEW)
    assert list(review.scores.values_list("points", flat=True)) == points


def test_another_reviewer_does_not_score_again(court: Court) -> None:
    filing = court.scored()
    with pytest.raises(ReviewRefused):
        rescore(filing=filing, actor=court.colleague, at=NOW)


def test_scores_stay_while_their_sheet_waits_for_the_signature(court: Court) -> None:
    filing = court.scored()
    send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    with pytest.raises(ReviewRefused):
        rescore(filing=filing, actor=court.reviewer, at=NOW)
    assert state_of(filing) == State.SCORED


def test_opening_a_concluded_filing_again_supersedes_its_sheet(court: Court) -> None:
    filing = court.scored()
    sheet = send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    sign(sheet=sheet, actor=court.office_head, at=NOW)
    reopened = reopen(filing=filing, reason="县局来函更正执行数。", actor=court.admin, at=NOW)
    assert reopened.state == State.IN_REVIEW
    assert ReviewSheet.objects.get().state == ReviewSheet.State.SUPERSEDED
    assert Review.objects.get().submitted_at is None


def test_opening_again_needs_a_reason(court: Court) -> None:
    filing = court.scored()
    sign(sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW)
    with pytest.raises(MoveRefused):
        reopen(filing=filing, reason=" ", actor=court.admin, at=NOW)
    assert ReviewSheet.objects.get().state == ReviewSheet.State.SIGNED


def moved_to_finance(court: Court) -> User:
    """The head who submitted now works in the finance bureau as a reviewer."""
    court.head.unit, court.head.roles = court.reviewer.unit, [Role.REVIEWER.value, Role.OFFICE_HEAD.value]
    court.head.save()
    return User.objects.get(pk=court.head.pk)


def test_who_submitted_does_not_review_wherever_they_work_now(court: Court) -> None:
    filing = court.submitted()
    late = moved_to_finance(court)
    with pytest.raises(MoveRefused, match=r"^您曾代表单位送审或报送本表，须由他人审核。$"):
        take_up(filing=filing, reviewer=late, at=NOW)
    assert [row.act for row in rows_of([filing], late, NOW)] == ["read"]


def test_a_review_is_not_handed_to_who_submitted(court: Court) -> None:
    review = court.in_review()
    late = moved_to_finance(court)
    with pytest.raises(ReviewRefused):
        reassign(filing=review.filing, to=late, actor=court.office_head, at=NOW)
    choices = ReassignForm(filing=review.filing).fields["reviewer"]
    assert list(choices.queryset) == [court.colleague]  # type: ignore[attr-defined]


def test_who_submitted_does_not_sign_the_sheet_with_it(court: Court) -> None:
    court.scored()
    sheet = send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    with pytest.raises(MoveRefused):
        sign(sheet=sheet, actor=moved_to_finance(court), at=NOW)
