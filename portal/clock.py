"""Time as the portal counts it: instants from the database's clock, days in Beijing."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import connection

BEIJING = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The database's clock (aware); receptions and deadlines are judged by this one clock, whichever host asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (instant,) = cursor.fetchone()
    return instant


def beijing_day(at: datetime) -> date:
    """The day in Beijing that ``at`` is in."""
    return at.astimezone(BEIJING).date()


def beginning_of(day: date) -> datetime:
    """The instant at which ``day`` begins in Beijing."""
    return datetime.combine(day, time(), BEIJING)


def end_of(day: date) -> datetime:
    """The instant at which ``day`` ends in Beijing: 00:00 of the next day."""
    return beginning_of(day + timedelta(days=1))


def last_day_before(deadline: datetime) -> date:
    """The Beijing day that ``deadline`` closes: 00:00 of the 16th closes the 15th."""
    return (deadline.astimezone(BEIJING) - timedelta(microseconds=1)).date()
