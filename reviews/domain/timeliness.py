"""按时报送: how late a filing came, in working days, and which returns were answered late (forms.md §4).

Instants are judged in Beijing's time: the date D ends at D+1 00:00 Asia/Shanghai.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assessments.domain.working_days import is_published, working_days_after, working_days_between

__all__ = ["BEIJING", "AnswerToReturn", "Timeliness", "answer_due", "deadline_of", "judge", "working_days_after"]

BEIJING = ZoneInfo("Asia/Shanghai")
#: Working days for answering a return, unless the reviewer says otherwise.
USUAL_ANSWER_DAYS = 2
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class AnswerToReturn:
    """A return's own due instant and the instant at which the corrected filing was received."""

    due_at: datetime
    received_at: datetime

    @property
    def is_late(self) -> bool:
        return self.received_at >= self.due_at


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Working days late, returns answered late, and the years judged without a published calendar."""

    days_late: int = 0
    late_answers: int = 0
    unpublished: tuple[int, ...] = ()


def deadline_of(day: date) -> datetime:
    """The instant at which ``day`` ends in Beijing."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), BEIJING)


def answer_due(returned_at: datetime, days: int = USUAL_ANSWER_DAYS) -> datetime:
    """Until when a return is to be answered: the end of the ``days``-th working day after it."""
    return deadline_of(working_days_after(returned_at.astimezone(BEIJING).date(), days))


def judge(*, due_at: datetime, received_at: datetime, answers: Iterable[AnswerToReturn] = ()) -> Timeliness:
    """The timeliness of a filing.

    ``due_at`` is the first instant that is too late, ``received_at`` the last reception that was not withdrawn and
    did not answer a return; both aware. The days counted are the working days after the due date up to the day of
    reception.
    """
    last_day = (due_at - _MOMENT).astimezone(BEIJING).date()
    received = received_at.astimezone(BEIJING).date()
    late = received_at >= due_at
    years = range(last_day.year, received.year + 1) if late else range(0)
    return Timeliness(
        days_late=working_days_between(last_day, received) if late else 0,
        late_answers=sum(answer.is_late for answer in answers),
        unpublished=tuple(year for year in years if not is_published(year)),
    )
