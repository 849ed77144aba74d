"""Days that a text names and that there are none of: 2022年2月29日, 6月31日, 2022-13-01 (V29)."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator

_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:度)?)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
    r"|(?<![\d.])(?P<y>20\d\d)(?P<joint>[-/.])(?P<m>\d{1,2})(?P=joint)(?P<d>\d{1,2})(?![\d.])",
    re.ASCII,
)
_YEAR = re.compile(r"((?:19|20)\d\d)年", re.ASCII)
#: A year holds for the days that follow it in the same sentence.
_SENTENCE = re.compile(r"[。；;]")


def missing_days(text: str, year: int | None = None) -> Iterator[tuple[int, int]]:
    """The places of days in ``text`` (half-width) that do not exist.

    A day without a year is of the sentence's last one; without that it may be of ``year``, the one before or the one
    after, or of any where ``year`` is None.
    """
    for found in _DAY.finditer(text):
        month, day = int(found["month"] or found["m"]), int(found["day"] or found["d"])
        stated = found["year"] or found["y"] or _year_before(text, found.start())
        if not any(_exists(each, month, day) for each in _years(stated, year)):
            yield found.span()


def _year_before(text: str, position: int) -> str:
    sentence = _SENTENCE.split(text[max(0, position - 60) : position])[-1]
    years = _YEAR.findall(sentence)
    return str(years[-1]) if years else ""


def _years(stated: str, year: int | None) -> tuple[int, ...]:
    if stated:
        return (int(stated),)
    return (2000,) if year is None else (year - 1, year, year + 1)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 and isleap(year) else monthrange(2001, month)[1])
