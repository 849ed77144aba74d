"""Amounts as ledgers write them: understood, so that a refusal can say what to write (forms.md §2).

Nothing is corrected silently: a square keeps what was typed, and what it would be is offered.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.measures.blanks import is_nothing
from assessments.domain.measures.lexing import is_number, number_of
from assessments.domain.measures.reading import read
from assessments.domain.measures.spelling import bare, quoted
from assessments.domain.units import MONEY, Unit
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_NOTHING = _("“{text}”不是金额：是 0 请填 0，没有这笔钱请留空")
_MEANT = _("“{text}”请写成 {number}")
_OTHER_UNIT = _("“{text}”请按{unit}填写：{number}")
_WHICH_UNIT = _("“{text}”看不出是元还是{unit}，请按{unit}只填数字：{same}，若原是元则填 {converted}")
_NEGATIVE = _("“{text}”是负数 {number}，这里的金额不能小于 0")

_CURRENCY = re.compile(r"[¥￥]|RMB|CNY|人民币", re.IGNORECASE)
_MINUS = re.compile(r"\((?P<brackets>.+)\)|[-△▲▽](?P<before>.+)|(?P<after>.+)-")
#: Two numbers beside each other are no amount; thousands may be set apart by blanks.
_APART = re.compile(r"[0-9]\s+[0-9]")
_IN_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:\s[0-9]{3})+(?![0-9])")
_LOOSE_POINT = re.compile(r"(?P<whole>[0-9,]*)\.(?P<rest>[0-9]*)")


@dataclass(frozen=True, slots=True)
class Respelt:
    """An amount in another spelling: what to say of it, and the plain number where there is only one that it can be."""

    say: Message
    number: str = ""


def respelt(text: str, unit: Unit, *, allow_negative: bool) -> Respelt | None:
    """The right spelling of ``text`` (half-width) in a square of ``unit``; None where it is no amount at all."""
    if is_nothing(text):
        return Respelt(Message(_NOTHING, {"text": quoted(text)}))
    if _APART.search(_IN_THOUSANDS.sub("", text)):
        return None
    plain, is_negative = _without_minus(_CURRENCY.sub("", bare(text)))
    figure = _with_whole_point(plain.removesuffix(unit.symbol))
    if is_number(figure):
        number, template = number_of(figure), _MEANT
    elif (converted := _converted(plain, unit)) is not None:
        number, template = converted, _OTHER_UNIT
    else:
        return None
    is_negative = is_negative and number != 0
    shown = f"{-number if is_negative else number:f}"
    values: dict[str, object] = {"text": quoted(text), "unit": unit.symbol, "number": shown}
    if is_negative and not allow_negative:
        return Respelt(Message(_NEGATIVE, values))
    has_unit = template == _OTHER_UNIT or plain.endswith(unit.symbol)
    if _CURRENCY.search(text) and unit.power and not has_unit:
        return Respelt(_which_unit(values, Decimal(shown), unit))
    return Respelt(Message(template, values), shown)


def _without_minus(text: str) -> tuple[str, bool]:
    match = _MINUS.fullmatch(text)
    return (next(filter(None, match.groups())), True) if match else (text, False)


def _with_whole_point(figure: str) -> str:
    """``596.`` as 596 and ``.5`` as 0.5."""
    match = _LOOSE_POINT.fullmatch(figure)
    if match is None or not (match["whole"] or match["rest"]):
        return figure
    return f"{match['whole'] or '0'}.{match['rest']}".rstrip("." if not match["rest"] else "")


def _converted(text: str, unit: Unit) -> Decimal | None:
    """An amount in another unit of money as a number of ``unit``; ``1.2亿`` is ``1.2亿元``."""
    typed = read(text).quantity
    if typed is None or unit.dimension != MONEY or not (typed.dimension == MONEY or typed.is_short):
        return None
    number = typed.value.scaleb(-unit.power).normalize()
    return number if number >= 0 else None


def _which_unit(values: dict[str, object], number: Decimal, unit: Unit) -> Message:
    converted = number.scaleb(-unit.power).normalize()
    return Message(_WHICH_UNIT, {**values, "same": f"{number:f}", "converted": f"{converted:f}"})
