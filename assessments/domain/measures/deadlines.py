"""Deadlines as people write them: 每月25日前, 12月底前, 5日内 (forms.md §2)."""

import re
from calendar import monthrange

from assessments.domain.measures.kinds import Deadline
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_BEFORE = r"(?:之前|以前|前)"
_DAY = r"(?P<day>\d{1,2})[日号]"
_YEAR = r"(?:(?P<year>\d{4})年度?)?"
_MONTH = r"(?P<month>\d{1,2})月"
_SPAN = r"(?P<unit>个?工作日|日|天|小时|个月|周|年)"

#: Pattern, canonical text, sentence. The first that fits the whole text is it.
_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(rf"[于在]?{pattern}", re.ASCII), canonical, sentence)
    for pattern, canonical, sentence in (
        (rf"每个?月的?{_DAY}{_BEFORE}?", "每月{day}日前", _("不晚于每月 {day} 日")),
        (rf"次月的?{_DAY}{_BEFORE}", "次月{day}日前", _("不晚于次月 {day} 日")),
        (rf"{_YEAR}{_MONTH}{_DAY}{_BEFORE}", "{date}{month}月{day}日前", _("不晚于 {when}{month} 月 {day} 日")),
        (rf"{_YEAR}{_MONTH}[份底末]+{_BEFORE}", "{date}{month}月底前", _("不晚于 {when}{month} 月底")),
        (rf"每个?月[底末]{_BEFORE}", "每月底前", _("不晚于每月最后一日")),
        (rf"[当本]?月[底末]{_BEFORE}", "月底前", _("不晚于月底")),
        (rf"每个?季度?[底末]{_BEFORE}", "每季度末前", _("不晚于每季度最后一日")),
        (rf"(?P<year>\d{{4}})年度?年?[底末]{_BEFORE}", "{year}年底前", _("不晚于 {year} 年底")),
        (rf"[当本]?年[底末]{_BEFORE}", "年底前", _("不晚于年底")),
        (rf"当?月?{_DAY}{_BEFORE}", "{day}日前", _("不晚于 {day} 日")),
        (rf"(?P<count>\d{{1,4}}){_SPAN}(?:之内|以内|内)", "{count}{unit}内", _("不超过 {count} {unit}")),
    )
)
_OF_YEAR = _("{year} 年 ")
_NO_SUCH_DAY = _("“{text}”里的日期不存在，请核对")

#: 2022年, 9月30日, 9月份, 2022.9.30, 2022-09, 1-9月: points in time that are no amounts.
_DATES = re.compile(
    r"(?<!\d)(?:19|20)\d\d年"
    r"|\d{1,2}月(?:份|\d{1,2}[日号])"
    r"|(?<!\d)(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)"
    r"|^(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])$"
    r"|(?<!\d)\d{1,2}(?:[-–—―~〜至到]+)\d{1,2}月",
    re.ASCII,
)

#: What stands for a part that was not written; in a leap year February may have 29 days.
_USUAL = (("year", "2000"), ("month", "1"), ("day", "1"))
_LONGEST, _LONGEST_DATE = 20, 60


def read_deadline(text: str) -> tuple[Deadline, Message | None] | None:
    """The deadline that ``text`` (without blanks) is, with what is wrong with its date; None where it is none."""
    if len(text) > _LONGEST:
        return None
    for pattern, canonical, sentence in _FORMS:
        if match := pattern.fullmatch(text):
            parts = ((name, value) for name, value in match.groupdict().items() if value)
            values = {name: str(int(value)) if value.isascii() else value for name, value in parts}
            values["date"] = f"{values['year']}年" if "year" in values else ""
            problem = None if _exists(values) else Message(_NO_SUCH_DAY, {"text": text})
            when = Message(_OF_YEAR, {"year": values["year"]}) if "year" in values else ""
            return Deadline(canonical.format(**values), Message(sentence, values | {"when": when})), problem
    return None


def mentions_date(text: str) -> bool:
    """True if a date stands in ``text`` (without blanks), so that its numbers are no amounts."""
    return len(text) <= _LONGEST_DATE and _DATES.search(text) is not None


def _exists(values: dict[str, str]) -> bool:
    year, month, day = (int(values.get(name, usual)) for name, usual in _USUAL)
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
