"""Years and months as they stand in the squares 监控时点 and year: 2020年9月, 2020年1-9月, 2020.09."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.facts import Facts, Form
from assessments.domain.measures.spelling import bare

_MONTHS = Decimal(12)
_LONGEST = 60
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
#: The last month named is the point in time: 1-9月, 2020.01-2020.09, 2020年9月30日.
_NAMED = re.compile(r"([0-9]{1,2})月")
_DOTTED = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}[-./]([0-9]{1,2})(?![0-9])")
_JOINED = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])")
_JOINED_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])")
_WORDS = (
    (re.compile(r"上半年|第?[二2]季度"), 6),
    (re.compile(r"第?[一1]季度"), 3),
    (re.compile(r"前?第?[三3]个?季度"), 9),
    (re.compile(r"第?[四4]季度|下半年|全年|年度|年底|年末"), 12),
)


@dataclass(frozen=True, slots=True)
class Period:
    """A year and the month up to which it is looked at; None where the text does not say."""

    year: int | None = None
    month: int | None = None


def read_period(text: str) -> Period:
    """The year and month that ``text`` names; blank parts are None. Never raises."""
    plain = bare(text[:_LONGEST])
    year = _YEAR.search(plain) or _JOINED_YEAR.search(plain)
    return Period(int(year[1]) if year else None, _month(plain))


def _month(plain: str) -> int | None:
    for pattern in (_NAMED, _DOTTED, _JOINED):
        if found := pattern.findall(plain):
            month = int(found[-1])
            return month if 1 <= month <= 12 else None
    return next((month for pattern, month in _WORDS if pattern.search(plain)), None)


def time_progress(facts: Facts) -> Decimal | None:
    """How much of the year has passed: month / 12, 1 for a whole year; None for a monitoring form without a month."""
    if facts.month is not None:
        return facts.month / _MONTHS
    return None if facts.form is Form.MONITORING_REPORT else Decimal(1)
