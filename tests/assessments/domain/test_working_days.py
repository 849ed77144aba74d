"""Working days by the State Council's calendar."""

from datetime import date

import pytest

from assessments.domain.working_days import (
    is_made_up,
    is_published,
    is_working_day,
    working_days_after,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2020, 9, 25), True),
        (date(2020, 9, 26), False),
        (date(2020, 9, 27), True),
        (date(2020, 10, 1), False),
        (date(2020, 10, 8), False),
        (date(2020, 10, 9), True),
        (date(2020, 10, 10), True),
    ],
)
def test_holidays_rest_and_made_up_weekends_work(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_a_made_up_weekend_day_is_named() -> None:
    assert is_made_up(date(2020, 9, 27))
    assert not is_made_up(date(2020, 9, 28))


def test_a_year_not_yet_published_counts_monday_to_friday() -> None:
    assert not is_published(2090)
    assert is_working_day(date(2090, 10, 2))
    assert not is_working_day(date(2090, 9, 30))


def test_days_are_counted_over_the_holiday() -> None:
    assert working_days_after(date(2020, 9, 30), 2) == date(2020, 10, 10)
    assert working_days_between(date(2020, 9, 30), date(2020, 10, 10)) == 2
    assert working_days_between(date(2020, 9, 30), date(2020, 10, 8)) == 0
    assert working_days_between(date(2020, 10, 10), date(2020, 9, 30)) == 0
