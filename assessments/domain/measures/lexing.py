"""A text as tokens: numbers, units, comparisons, range signs and words (forms.md §2).

Every token has a one-letter sort; the grammar matches the string of sorts. Scanning is linear in the text.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.units import UNIT_OR_RATIO_PATTERN, UNIT_PATTERN


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of text and its sort."""

    sort: str
    text: str


#: Sorts of comparisons: at least, more than, at most, less than.
AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN = "g", "m", "l", "s"
#: 或, between two limits.
EITHER = "h"

_NUMBER = r"[0-9]+(?:[.,]+[0-9]+)*"
_SIGNED = r"[+-]?" + _NUMBER
#: 次, 次/年, （万元）, :1.
_UNIT = rf"{UNIT_OR_RATIO_PATTERN}|\({UNIT_PATTERN}\)"

_SORTS: tuple[tuple[str, str], ...] = (
    (AT_LEAST, r"大于或等于|大于等于|大等于|高于或等于|不低于|不少于|不小于|至少|最低|≥=?|≧|⩾|≮|>=|=>|>\s=|=\s>"),
    (AT_MOST, r"小于或等于|小于等于|低于或等于|不高于|不超过|不超出|不多于|不大于|至多|最多|≤=?|≦|⩽|≯|<=|=<|<\s=|=\s<"),
    (MORE_THAN, r"大于|超过|高于|多于|>"),
    (LESS_THAN, r"小于|低于|少于|不足|不到|<"),
    ("V", r"以上\(不含\)|\(不含\)以上"),
    ("W", r"以下\(不含\)|\(不含\)以下"),
    ("U", r"(?:\(含\))?及?以上(?:\(含\))?"),
    ("D", r"(?:\(含\))?及?(?:以下|以内|之内)(?:\(含\))?|内"),
    ("B", r"之间|间"),
    ("p", r"±|\+/-|\+-|正负"),
    ("L", r"[已均]?(?:达到?|完成|实现|为)|累计|共计?|合计|控制在|保持在|介于|是|在"),
    ("e", r"等于|="),
    (EITHER, "或"),
    ("u", _UNIT),
    ("r", r"[-–—―‒‐~〜∼]+|至|到"),
    ("c", r"[、;,/]|和|与|及|且|并且|同时"),
    (" ", r"\s+|\(含(?:本数)?\)"),
)
_REST = r"(?P<o>[^\W\d_])|(?P<x>[\s\S])"


def _scanner(number: str) -> re.Pattern[str]:
    names = {" ": "blank"}
    sorts = "|".join(f"(?P<{names.get(sort, sort)}>{pattern})" for sort, pattern in (("n", number), *_SORTS))
    return re.compile(f"{sorts}|{_REST}")


#: A minus is a sign only where no number or unit stands before it; elsewhere it is a range.
_SCANNERS = {True: _scanner(_SIGNED), False: _scanner(_NUMBER)}


def tokens(text: str) -> tuple[Lexeme, ...]:
    """Every piece of ``text`` (half-width) in order, blanks left out."""
    found: list[Lexeme] = []
    position = 0
    while position < len(text):
        sign_may_follow = not found or found[-1].sort not in "nu"
        match = _SCANNERS[sign_may_follow].match(text, position)
        if match is None or match.lastgroup is None:
            break
        position = match.end()
        if match.lastgroup != "blank":
            found.append(Lexeme(match.lastgroup, _symbol(match[0]) if match.lastgroup == "u" else match[0]))
    return tuple(found)


def _symbol(unit: str) -> str:
    return unit.strip("()").replace(" ", "")


_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SIMPLE = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")

#: More digits than any amount of a fund has; longer numbers are typing errors and are said to be too long.
MOST_DIGITS, MOST_DECIMALS = 18, 8


def is_number(text: str) -> bool:
    """True if ``text`` is a number with well-formed thousands separators or without any."""
    return bool(_SIMPLE.fullmatch(text) or _GROUPED.fullmatch(text))


def is_too_long(text: str, digits: int = MOST_DIGITS, decimals: int = MOST_DECIMALS) -> bool:
    """True if a number has more digits before or after the point than are allowed."""
    before, _point, after = text.replace(",", "").lstrip("+-").partition(".")
    return len(before.lstrip("0")) > digits or len(after) > decimals


def number_of(text: str) -> Decimal:
    """The value of a text for which :func:`is_number` holds."""
    return Decimal(text.replace(",", ""))
