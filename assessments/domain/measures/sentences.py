"""A reading said back to the filer, in the line under a square."""

from decimal import Decimal
from typing import TYPE_CHECKING

from assessments.domain.measures.spelling import bare
from assessments.domain.rounding import without_zeros
from assessments.domain.units import MONEY, Quantity
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

if TYPE_CHECKING:
    from assessments.domain.measures.kinds import Measure

_YI, _WAN = Decimal(10) ** 8, Decimal(10) ** 4

_ONE = {
    "value": _("{low}"),
    "at_least": _("不低于 {low}"),
    "more_than": _("大于 {low}"),
    "at_most": _("不超过 {high}"),
    "less_than": _("小于 {high}"),
}
_BAND = _("{low}–{high}")
_MALFORMED = _("读作 {meant}")
_MULTIPLE = _("{count} 个数：{numbers}")
_WORDING = _("文字指标")


def _scaled(value: Decimal) -> tuple[str, str]:
    """An amount in 元 as number and the unit in which it reads best."""
    size = abs(value)
    power, symbol = (8, "亿元") if size >= _YI else (4, "万元") if size >= _WAN else (0, MONEY)
    return without_zeros(value.scaleb(-power)), symbol


def phrase(quantity: Quantity) -> str:
    """A quantity as said: thousands separators, a blank before the unit, amounts in 亿元 or 万元."""
    number, symbol = f"{quantity.number:f}", quantity.unit.symbol if quantity.unit else ""
    if quantity.dimension == MONEY and quantity.number:
        number, symbol = _scaled(quantity.value)
    joint = "" if symbol in ("%", "‰", "") or symbol.startswith(":") else " "
    return f"{Decimal(number):,f}{joint}{symbol}"


def _said(measure: "Measure") -> Message | None:
    if measure.malformed and not measure.deadline:
        return Message(_MALFORMED, {"meant": measure.canonical})
    if template := _ONE.get(measure.kind):
        said = phrase(measure.quantities[0])
        return Message(template, {"low": said, "high": said})
    if measure.kind == "band" and measure.low is not None and measure.high is not None:
        return _band(_bound(measure, measure.low), _bound(measure, measure.high))
    if measure.kind == "multiple":
        numbers = "、".join(phrase(quantity) for quantity in measure.quantities)
        return Message(_MULTIPLE, {"count": len(measure.quantities), "numbers": numbers})
    return None


def _band(low: str, high: str) -> Message:
    number, blank, symbol = low.partition(" ")
    return Message(_BAND, {"low": number if blank and high.endswith(f" {symbol}") else low, "high": high})


def _bound(measure: "Measure", value: Decimal) -> str:
    unit = measure.unit
    number = Decimal(without_zeros(value.scaleb(-unit.power if unit else 0)))
    return phrase(Quantity(number, unit))


def reading(measure: "Measure") -> Message | None:
    """The sentence that says back how a text was read; None where it adds nothing to it."""
    if measure.kind == "blank":
        return None
    if measure.kind == "wording":
        return Message(_WORDING)
    if measure.kind == "unreadable":
        return measure.problem
    if measure.deadline:
        return measure.problem or measure.deadline.sentence
    said = _said(measure)
    return None if said is None or bare(str(said)) == bare(measure.raw) else said
