"""``read_amount``: a square of the money block, where only a plain number is right (forms.md §2)."""

import re
from functools import lru_cache

from assessments.domain.measures.accounting import respelt
from assessments.domain.measures.kinds import Kind, Measure
from assessments.domain.measures.lexing import is_number, is_too_long, number_of
from assessments.domain.measures.spelling import half_width, has_broken_characters, quoted
from assessments.domain.units import Quantity, Unit, money_unit
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

#: What the database's column holds.
DIGITS, DECIMALS = 14, 6

_BROKEN = _("这里有不能显示的字符，请删去后重新输入")
_NO_AMOUNT = _("“{text}”不是金额，请只填数字，例如 14158 或 14158.5")
_GROUPS = _("“{text}”里的千分位不对，请写成 1234 或 1,234")
_TOO_LONG = _("“{text}”的位数太多，整数最多 {digits} 位，小数最多 {decimals} 位")
_NEGATIVE = _("“{text}”是负数，这里的金额不能小于 0")

_MOST_TEXT = 60
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*")


@lru_cache(maxsize=4096)
def _cached(text: str, unit: str, allow_negative: bool) -> Measure:
    return _read_amount(text, unit, allow_negative)


def read_amount(text: str, unit: str = "万元", *, allow_negative: bool = False) -> Measure:
    """An amount in the form's ``unit``: VALUE, BLANK or UNREADABLE with a message that says what would be right.

    Full-width digits, well-formed thousands separators and the form's own unit are accepted; letters, ``1_000``,
    ``1e5``, ``NaN``, other scripts' digits, another unit, more than 14 whole digits or 6 decimals are not. Where only
    one number can be meant, ``correction`` holds it. A blank is blank, never 0. ``number`` is in
    ``unit``, ``value`` in 元. Never raises.
    """
    return (_cached if len(text) <= _MOST_TEXT else _read_amount)(text, unit, allow_negative)


def _read_amount(raw: str, symbol: str, allow_negative: bool) -> Measure:
    if has_broken_characters(raw):
        return Measure(raw, Kind.UNREADABLE, raw, problem=Message(_BROKEN))
    text, unit = half_width(raw), money_unit(symbol)
    if not text:
        return Measure(raw, Kind.BLANK)
    figure = text.removesuffix(symbol).rstrip() if symbol else text
    if is_number(figure) and not figure.startswith("+"):
        problem, meant = _out_of_bounds(text, figure, allow_negative), ""
    else:
        problem, meant = _misspelt(text, figure, unit, allow_negative)
    if problem:
        return Measure(raw, Kind.UNREADABLE, raw, problem=problem, correction=meant)
    quantity = Quantity(number_of(figure), unit)
    return Measure(raw, Kind.VALUE, f"{quantity.number:f}", (quantity,), low=quantity.value, high=quantity.value)


def _out_of_bounds(text: str, figure: str, allow_negative: bool) -> Message | None:
    if is_too_long(figure, DIGITS, DECIMALS):
        return Message(_TOO_LONG, {"text": quoted(text), "digits": DIGITS, "decimals": DECIMALS})
    if figure.startswith("-") and not allow_negative:
        return Message(_NEGATIVE, {"text": quoted(text)})
    return None


def _misspelt(text: str, figure: str, unit: Unit, allow_negative: bool) -> tuple[Message, str]:
    """What is wrong with a text that is no plain number, and the number to offer for it where there is one."""
    found = respelt(text, unit, allow_negative=allow_negative) if len(text) <= _MOST_TEXT else None
    if found is None:
        return Message(_GROUPS if _PLAIN_NUMBER.fullmatch(figure) else _NO_AMOUNT, {"text": quoted(text)}), ""
    beyond = _out_of_bounds(text, found.number, allow_negative) if found.number else None
    return (beyond, "") if beyond else (found.say, found.number)
