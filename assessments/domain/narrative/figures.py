"""The figures of a running text: a number with its unit, a limit or band, a ratio, or a number that says nothing sure.

The reading of numbers, units and limits is that of :mod:`assessments.domain.measures`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assessments.domain.measures import LIMITS, Measure, Quantity, read
from assessments.domain.measures.lexing import is_number, is_too_long, number_of
from assessments.domain.units import UNIT_PATTERN, unit_of


class Sure(StrEnum):
    """The kind of statement that a figure is; only values and limits are ever compared."""

    VALUE = "value"
    LIMIT = "limit"
    RATIO = "ratio"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed: ``quantity`` of a value, ``measure`` of a limit or band, ``ratio`` of ``3.2:1``."""

    sure: Sure
    end: int
    quantity: Quantity | None = None
    measure: Measure | None = None
    ratio: tuple[Decimal, Decimal] | None = None

    @property
    def dimension(self) -> str:
        """The dimension that it measures; blank where it has no unit or is no single number."""
        return self.quantity.dimension if self.quantity else ""


_NUMBER = r"[0-9]+(?:[.,]+[0-9]+)*"
_LIMIT = (
    r"大于或?等于|高于或?等于|小于或?等于|低于或?等于|不低于|不少于|不小于|不高于|不超过|不超出|不多于|不大于"
    r"|至少|至多|最低|最高|大于|小于|高于|低于|多于|少于|超过|不足|不到|[≥≤≧≦⩾⩽≮≯]=?|[<>]=?|=[<>]"
)
_ABOUT = r"大?约|将?近|逾|超|接近"
_JOINT = r"[-–—―‒~〜∼至到±]+"
_FIGURE = re.compile(
    rf"(?P<about>{_ABOUT})?(?P<limit>(?:{_LIMIT})*)(?P<about2>{_ABOUT})?(?P<minus>[-负])?(?P<number>{_NUMBER})"
    rf"(?P<odd>[余多几])?(?P<unit>{UNIT_PATTERN})?(?P<odd2>余|多(?![收支缴列征0-9])|左右|上下)?"
    rf"(?P<range>{_JOINT}(?:{_LIMIT})*{_NUMBER}(?:{UNIT_PATTERN})?)?"
    r"(?P<suffix>及?以上|及?以下|以内|之内|之间)?"
)
_SPOILT_BAND = re.compile(rf"{_NUMBER}%?(?:[≥≤≧≦<>]=?)+{_NUMBER}%?")
_RATIO = re.compile(rf"({_NUMBER})[:∶比]({_NUMBER})(?![0-9]|[.,][0-9]|{UNIT_PATTERN})")
#: A loss as accountants print it: (300)万元.
_LOSS = re.compile(rf"[(（]({_NUMBER})[)）]({UNIT_PATTERN})")
#: What may begin a figure.
BEGINS = frozenset("(（0123456789≥≤≧≦⩾⩽≮≯<>=-负约大将近逾超接不至最高低多少小")


def _value(text: str) -> Decimal | None:
    return number_of(text) if is_number(text) and not is_too_long(text) else None


def figure_at(text: str, position: int) -> Figure | None:
    """The figure that begins at ``position`` of a plain text; None where none does."""
    if text[position] in "(（":
        return _loss(text, position)
    return _ratio(text, position) or _spoilt_band(text, position) or _figure(text, position)


def _loss(text: str, position: int) -> Figure | None:
    match = _LOSS.match(text, position)
    number = _value(match[1]) if match else None
    if match is None or number is None:
        return None
    return Figure(Sure.VALUE, match.end(), quantity=Quantity(-number, unit_of(match[2])))


def _ratio(text: str, position: int) -> Figure | None:
    match = _RATIO.match(text, position)
    if match is None:
        return None
    first, second = _value(match[1]), _value(match[2])
    if not first or not second:
        return Figure(Sure.VAGUE, match.end())
    return Figure(Sure.RATIO, match.end(), ratio=(first, second))


def _spoilt_band(text: str, position: int) -> Figure | None:
    match = _SPOILT_BAND.match(text, position)
    return _limit(match[0], match.end()) if match else None


def _limit(words: str, end: int) -> Figure:
    measure = read(words)
    if measure.kind in LIMITS:
        return Figure(Sure.LIMIT, end, measure=measure)
    return Figure(Sure.VAGUE, end)


def _figure(text: str, position: int) -> Figure | None:
    match = _FIGURE.match(text, position)
    if match is None:
        return None
    end = match.end()
    if text.startswith("%", end):
        return Figure(Sure.VAGUE, end + 1)
    if any(match[name] for name in ("about", "about2", "odd", "odd2")):
        return Figure(Sure.VAGUE, end)
    if match["limit"] or match["range"] or match["suffix"]:
        return _limit(match[0], end)
    number = _value(match["number"])
    if number is None:
        return Figure(Sure.VAGUE, end)
    unit = unit_of(match["unit"]) if match["unit"] else None
    return Figure(Sure.VALUE, end, quantity=Quantity(-number if match["minus"] else number, unit))
