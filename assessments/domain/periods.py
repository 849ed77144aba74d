"""Years and months as they stand in the squares 监控时点 and year: 2020年9月, 2020年1-9月, 2020.09, 二〇二〇年九月."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.facts import Facts
from assessments.domain.kinds import KINDS
from assessments.domain.measures.spelling import bare

_MONTHS = Decimal(12)
_LONGEST = 60
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
#: The last month named is the point in time: 1-9月, 2020.01-2020.09, 2020年9月30日.
_NAMED = re.compile(r"([0-9]{1,2})月")
_DOTTED = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}[-./]([0-9]{1,2})(?![0-9])")
#: Two months behind one year: 2020.1-9, 2020/01—09, 2020年1-9; 2020-09-30 is a day.
_SPAN = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:年|(?P<sign>[-./]))[0-9]{1,2}(?!(?P=sign))[-–—―~〜至到]+([0-9]{1,2})(?![0-9./月])"
)
_JOINED = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])")
_JOINED_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])")
_WORDS = (
    (re.compile(r"(?<!下)半年|第?[二2]季度"), 6),
    (re.compile(r"第?[一1]季度"), 3),
    (re.compile(r"前?第?[三3]个?季度"), 9),
    (re.compile(r"第?[四4]季度|下半年|全年|年度|年底|年末"), 12),
)

_CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"[一二][〇○零一二三四五六七八九]{3}(?=年)")
_CHINESE_MONTH = re.compile(r"(十?)([一二三四五六七八九]?)(?=月)")


@dataclass(frozen=True, slots=True)
class Period:
    """A year and the month up to which it is looked at; None where the text does not say."""

    year: int | None = None
    month: int | None = None


def read_period(text: str) -> Period:
    """The year and month that ``text`` names; blank parts are None. Never raises."""
    plain = _in_digits(bare(text[:_LONGEST]))
    year = _YEAR.search(plain) or _JOINED_YEAR.search(plain)
    return Period(int(year[1]) if year else None, _month(plain))


def _in_digits(plain: str) -> str:
    """二〇二〇年十二月 → 2020年12月."""
    with_year = _CHINESE_YEAR.sub(lambda found: found[0].translate(_CHINESE), plain)
    return _CHINESE_MONTH.sub(_month_in_digits, with_year)


def _month_in_digits(found: re.Match[str]) -> str:
    ten, ones = found[1], found[2].translate(_CHINESE)
    return f"1{ones or 0}" if ten else ones


def _month(plain: str) -> int | None:
    for pattern in (_NAMED, _SPAN, _DOTTED, _JOINED):
        if found := list(pattern.finditer(plain)):
            month = int(found[-1][pattern.groups])
            return month if 1 <= month <= 12 else None
    return next((month for pattern, month in _WORDS if pattern.search(plain)), None)


def time_progress(facts: Facts) -> Decimal | None:
    """The part of the year that is over: month / 12, 1 for a whole year; None for monitoring without a month."""
    if facts.month is not None:
        return facts.month / _MONTHS
    kind = KINDS.get(facts.form)
    return None if kind and kind.monthly else Decimal(1)
