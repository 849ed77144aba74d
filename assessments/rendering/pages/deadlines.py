"""Deadlines in words and as a strip of days, all in Beijing time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import dateformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.domain.working_days import is_made_up, is_published, is_working_day
from portal.clock import BEIJING, last_day_before

#: More days than this do not fit beside each other; the strip then shows the last of them.
MOST_DAYS = 21


@dataclass(frozen=True, slots=True)
class Day:
    """One bar of the strip: its label and how it is drawn."""

    label: str
    looks: str


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    """The words on a due instant at a moment: time left, the due day in words, the strip."""

    left: str
    late: bool
    words: str
    days: tuple[Day, ...]
    working_days_left: int
    calendar_published: bool


def deadline(*, opens_at: datetime, due_at: datetime, at: datetime) -> DeadlineWords:
    """The deadline ``due_at`` as seen at ``at``."""
    today, due = at.astimezone(BEIJING).date(), last_day_before(due_at)
    left = sum(is_working_day(today + timedelta(days=step)) for step in range((due - today).days + 1))
    return DeadlineWords(
        left=time_left(due_at - at),
        late=at >= due_at,
        words=_("%(day)s（%(weekday)s）24:00 前报送，北京时间")
        % {"day": day_in_words(due, today), "weekday": weekday(due)},
        days=strip(opens_at.astimezone(BEIJING).date(), due, today),
        working_days_left=left,
        calendar_published=is_published(due.year),
    )


def time_left(left: timedelta) -> str:
    """还剩 2 天 9 小时, 还剩 3 小时, or how long it has been overdue."""
    seconds = int(abs(left).total_seconds())
    days, hours = seconds // 86400, seconds % 86400 // 3600
    if left <= timedelta():
        if not days:
            return _("已逾期")
        return ngettext("已逾期 %(days)s 天", "已逾期 %(days)s 天", days) % {"days": days}
    if days:
        return _("还剩 %(days)s 天 %(hours)s 小时") % {"days": days, "hours": hours}
    if hours:
        return _("还剩 %(hours)s 小时") % {"hours": hours}
    return _("还剩不到 1 小时")


def day_in_words(day: date, today: date) -> str:
    """10月15日; with the year where it is not this year's."""
    if day.year != today.year:
        return dateformat.format(day, _("Y年n月j日"))
    return dateformat.format(day, _("n月j日"))


def weekday(day: date) -> str:
    """The day's name."""
    names = (_("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"))
    return names[day.weekday()]


def strip(first: date, due: date, today: date) -> tuple[Day, ...]:
    """One bar for each day from ``first`` to ``due``, the last :data:`MOST_DAYS` of them."""
    first = max(first, due - timedelta(days=MOST_DAYS - 1))
    count = (due - first).days + 1
    return tuple(_bar(first + timedelta(days=step), first, due, today) for step in range(max(count, 0)))


def _bar(day: date, first: date, due: date, today: date) -> Day:
    number = f"{day.month}/{day.day}" if day == first or day.day == 1 else str(day.day)
    looks = []
    if not is_working_day(day):
        looks.append("off")
    elif day > today:
        looks.append("to")
    if day == today:
        looks.append("now")
        number = _("今天 %(day)s") % {"day": day.day}
    if day == due:
        looks.append("due")
        number = _("%(day)s 截止") % {"day": day.day}
    elif is_made_up(day):
        number = _("%(day)s 调休") % {"day": day.day}
    return Day(number, " ".join(looks))
