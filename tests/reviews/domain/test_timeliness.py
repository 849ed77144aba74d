"""How late a filing came, in Beijing's time and the State Council's working days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reviews.domain.timeliness import BEIJING, AnswerToReturn, Timeliness, answer_due, deadline_of, judge

DUE = deadline_of(date(2020, 9, 30))


def _beijing(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2020, month, day, hour, minute, tzinfo=BEIJING)


def test_a_day_ends_at_midnight_in_beijing() -> None:
    assert datetime(2020, 9, 30, 16, tzinfo=UTC) == DUE


@pytest.mark.parametrize(
    ("received", "days"),
    [
        (_beijing(9, 1), 0),
        (_beijing(9, 30, 23, 59), 0),
        (_beijing(10, 1, 0, 0), 0),
        (_beijing(10, 8), 0),
        (_beijing(10, 9), 1),
        (_beijing(10, 10), 2),
        (_beijing(10, 11), 2),
        (_beijing(10, 12), 3),
    ],
)
def test_working_days_are_counted_over_the_national_holiday(received: datetime, days: int) -> None:
    assert judge(due_at=DUE, received_at=received) == Timeliness(days_late=days)


def test_the_clock_of_another_time_zone_changes_nothing() -> None:
    due = deadline_of(date(2020, 9, 24))
    urumqi = datetime(2020, 9, 24, 21, 59, 59, tzinfo=UTC) - timedelta(hours=6)
    assert judge(due_at=due, received_at=urumqi).days_late == 0
    assert judge(due_at=due, received_at=urumqi + timedelta(seconds=1)).days_late == 1


def test_the_first_instant_of_the_next_working_day_is_a_day_late() -> None:
    due = deadline_of(date(2020, 9, 24))
    assert judge(due_at=due, received_at=due).days_late == 1
    assert judge(due_at=due, received_at=due - timedelta(microseconds=1)).days_late == 0


def test_a_year_without_a_published_calendar_is_named() -> None:
    due = deadline_of(date(2090, 9, 28))
    late = judge(due_at=due, received_at=datetime(2090, 10, 2, 9, tzinfo=BEIJING))
    assert late == Timeliness(days_late=2, unpublished=(2090,))
    assert judge(due_at=due, received_at=due - timedelta(days=1)).unpublished == ()


def test_each_return_has_its_own_due_date() -> None:
    answers = [
        AnswerToReturn(DUE, DUE),
        AnswerToReturn(DUE, DUE - timedelta(seconds=1)),
        AnswerToReturn(DUE, DUE + timedelta(days=3)),
    ]
    assert judge(due_at=DUE, received_at=_beijing(9, 1), answers=answers).late_answers == 2


def test_a_return_is_to_be_answered_within_two_working_days() -> None:
    assert answer_due(_beijing(9, 30)) == deadline_of(date(2020, 10, 10))
    assert answer_due(_beijing(9, 23, 23, 30), 1) == deadline_of(date(2020, 9, 24))
    assert answer_due(datetime(2020, 9, 22, 16, 30, tzinfo=UTC), 1) == deadline_of(date(2020, 9, 24))
