"""When a filing was received, as the rubric wants to know it."""

from datetime import timedelta

from assessments.models import Filing, Mark
from assessments.services.marks import add_mark, answer_mark
from assessments.services.moves import move
from reviews.domain.timeliness import Timeliness
from reviews.models import Review
from reviews.services.receptions import timeliness_of
from reviews.services.reviews import return_for_revision, take_up
from tests.factories.assessments import NOW
from tests.factories.reviews import Court

DAY = timedelta(days=1)


def returned(court: Court, review: Review, *, at: object = NOW) -> Filing:
    """Marked and returned one hour after it was taken up, to be answered in a day."""
    later = review.started_at + timedelta(hours=1)
    add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=later)
    return return_for_revision(review=review, reason="", answer_due_at=later + DAY, actor=court.reviewer, at=later)


def answered(court: Court, filing: Filing, after: timedelta) -> Filing:
    """Every mark answered and the filing sent again."""
    at = NOW + after
    for mark in Mark.objects.filter(filing=filing, state=Mark.State.OPEN):
        answer_mark(mark=mark, kind=Mark.Answer.CORRECTED, text="", actor=court.clerk, at=at)
    sent = move(filing=filing, name="send_to_head", actor=court.clerk, at=at)
    return move(filing=sent, name="submit", actor=court.head, at=at)


def test_a_filing_before_its_due_instant_is_on_time(court: Court) -> None:
    at = court.cycle.due_at - timedelta(microseconds=1)
    assert timeliness_of(court.submitted(at=at), 1) == Timeliness()


def test_a_filing_at_its_due_instant_is_late(court: Court) -> None:
    found = timeliness_of(court.submitted(at=court.cycle.due_at), 1)
    assert found == Timeliness(days_late=1)


def test_a_withdrawn_submission_was_not_received(court: Court) -> None:
    filing = move(filing=court.submitted(), name="withdraw", actor=court.head, at=NOW)
    at = court.cycle.due_at
    sent = move(filing=filing, name="send_to_head", actor=court.clerk, at=at)
    again = move(filing=sent, name="submit", actor=court.head, at=at)
    assert again.version == 2
    assert timeliness_of(again, 2) == Timeliness(days_late=1)


def test_a_return_answered_in_time_costs_nothing_even_after_the_due_date(court: Court) -> None:
    court.cycle.due_at = NOW + timedelta(hours=6)
    court.cycle.save()
    filing = answered(court, returned(court, court.in_review()), timedelta(hours=20))
    assert timeliness_of(filing, 2) == Timeliness()


def test_each_return_is_held_against_its_own_date(court: Court) -> None:
    filing = answered(court, returned(court, court.in_review()), timedelta(days=3))
    review = take_up(filing=filing, reviewer=court.reviewer, at=NOW + timedelta(days=3))
    mark = filing.marks.get()
    mark.state = Mark.State.CLOSED
    mark.save()
    again = answered(court, returned(court, review), timedelta(days=3, hours=5))
    assert timeliness_of(again, 2) == Timeliness(late_answers=1)
    assert timeliness_of(again, 3) == Timeliness(late_answers=1)
