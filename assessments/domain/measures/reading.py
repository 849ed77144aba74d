"""``read``: any text to its :class:`Measure`."""

import re
from dataclasses import replace
from functools import lru_cache

from assessments.domain.measures.deadlines import mentions_date, read_deadline
from assessments.domain.measures.grammar import meaning, quantities
from assessments.domain.measures.kinds import Kind, Measure
from assessments.domain.measures.lexing import EITHER, Lexeme, is_number, is_too_long, tokens
from assessments.domain.measures.spelling import bare, half_width, has_broken_characters, quoted
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_BROKEN = _("这里有不能显示的字符，请删去后重新输入")
_TOO_LONG = _("“{text}”的位数太多，请核对")
_GROUPS = _("“{text}”里的数字写法不对，请写成 1234 或 1,234")
_UNREADABLE = _("“{text}”读不出数值，请填一个数，例如 96.4%")

#: No figure is longer; longer texts are words, and only their beginning is searched for numbers.
_LONGEST = 200
_NOT_NUMBERS = frozenset({"nan", "inf", "infinity"})
#: Signs that wait for their number: ≥, %, ≥%.
_EMPTY_FIGURE = re.compile(r"[≥≤<>=%‰±\s]*[≥≤<>%‰±][≥≤<>=%‰±\s]*")
#: [95%,105%] is 95%-105%.
_INTERVAL = re.compile(r"^[\[(]\s*([0-9.]{1,20}%?)\s*,\s*([0-9.]{1,20}%?)\s*[\])]$")
#: 3:2 is a proportion with which nothing is compared; 1.5:1 is a figure (``units.TO_ONE``).
_PROPORTION = re.compile(r"[0-9]\s*:\s*[0-9]")
#: A figure with a remark in brackets behind it.
_REMARKED = re.compile(r"([^()]{1,60})\(([^()]{1,120})\)")
#: Sorts of words that make a figure another one: limits, ±, ranges.
_CHANGING = frozenset("gmlsUVDWp")
#: What a remark may hold a figure against.
_AGAINST = re.compile(r"目标|计划|预期|年初|上年|去年|同期|指标值")
_TURNING = re.compile(r"浮动|上下|左右|单位|^(?:同比)?(?:下降|减少|降低|负增长)$|每[人年月户次]|[/／]")
_FULL_STOPS = "。.;；,，、 "


def read(text: str) -> Measure:
    """The meaning of ``text``.

    Total on any text, in time linear in its length; never raises. The raw text is kept; ``printed()`` of the result
    reads as the same. Units are normalised (万元 → 元, % → ratio) in ``low``, ``high`` and ``value``.
    Source: forms.md §2.
    """
    return _read_short(text) if len(text) <= _LONGEST else _read(text)


@lru_cache(maxsize=8192)
def _read_short(text: str) -> Measure:
    return _read(text)


def _read(raw: str) -> Measure:
    if has_broken_characters(raw):
        return Measure(raw, Kind.UNREADABLE, raw, problem=Message(_BROKEN))
    text = half_width(raw).rstrip(_FULL_STOPS)
    if not text:
        return Measure(raw, Kind.BLANK) if not half_width(raw) else Measure(raw, Kind.WORDING, raw)
    if found := read_deadline(bare(text)):
        deadline, problem = found
        return Measure(
            raw, Kind.DEADLINE, deadline.printed, deadline=deadline, malformed=problem is not None, problem=problem
        )
    return _read_figure(raw, _INTERVAL.sub(r"\1-\2", text))


def _read_figure(raw: str, text: str) -> Measure:
    pieces = tokens(text[:_LONGEST])
    spoilt = next((token.text for token in pieces if token.sort == "n" and _spoilt(token.text)), None)
    is_date = mentions_date(bare(text))
    if len(text) <= _LONGEST and spoilt is None and not is_date and (measure := meaning(raw, text, pieces)):
        return measure
    if (remarked := _REMARKED.fullmatch(text)) and (measure := _without_remark(raw, *remarked.groups())):
        return measure
    if is_date or _is_wording(text, pieces):
        sound = tuple(token for token in pieces if token.sort != "n" or not _spoilt(token.text))
        return Measure(raw, Kind.WORDING, raw, tuple(quantities(sound)))
    return Measure(raw, Kind.UNREADABLE, raw, problem=_why_unreadable(text, spoilt))


def _without_remark(raw: str, figure: str, remark: str) -> Measure | None:
    """The figure in front of words in brackets that leave it as it is: 96.4%(问卷300份), 2977人(其中女性1200人).

    A remark that may change the figure (上下浮动5%, 单位:万元) is no mere remark.
    """
    said = tokens(remark)
    sorts = {token.sort for token in said}
    if "o" not in sorts or (sorts & _CHANGING and not _AGAINST.match(remark)) or _TURNING.search(remark):
        return None
    measure = read(figure)
    if not measure.is_numeric or measure.malformed or ("u" in sorts and measure.unit is None):
        return None
    return replace(measure, raw=raw)


def _spoilt(number: str) -> bool:
    return not is_number(number) or is_too_long(number)


def _is_wording(text: str, pieces: tuple[Lexeme, ...]) -> bool:
    if any(token.sort in ("o", EITHER) and token.text.isalpha() and not token.text.isascii() for token in pieces):
        return True
    if _PROPORTION.search(text):
        return True
    if any(char.isdigit() for char in text) or text.lower() in _NOT_NUMBERS:
        return False
    return not _EMPTY_FIGURE.fullmatch(text)


def _why_unreadable(text: str, spoilt: str | None) -> Message:
    if spoilt is None:
        return Message(_UNREADABLE, {"text": quoted(text)})
    return Message(_TOO_LONG if is_number(spoilt) else _GROUPS, {"text": quoted(text)})
