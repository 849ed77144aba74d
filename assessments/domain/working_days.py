"""Working days by the State Council's calendar, 调休 included.

A year whose calendar is not published yet counts Monday to Friday; :func:`is_published` says which it was.
"""

from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar


@lru_cache(maxsize=64)
def is_published(year: int) -> bool:
    """True if the State Council's calendar of ``year`` is known."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@lru_cache(maxsize=1)
def first_unpublished_year() -> int:
    """The first year after the known calendars."""
    year = 2020
    while is_published(year):
        year += 1
    return year


@lru_cache(maxsize=4096)
def is_working_day(day: date) -> bool:
    """True if offices work on ``day``."""
    if is_published(day.year):
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < 5


def is_made_up(day: date) -> bool:
    """True if ``day`` is a weekend day on which offices work (调休)."""
    return day.weekday() >= 5 and is_working_day(day)


def next_working_day(day: date) -> date:
    """``day`` itself where offices work on it, or else the first working day after it."""
    return day if is_working_day(day) else working_days_after(day, 1)


def working_days_after(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """The number of working days after ``first`` up to and including ``last``; 0 where ``last`` is not after it."""
    return sum(is_working_day(first + timedelta(days=step)) for step in range(1, (last - first).days + 1))
