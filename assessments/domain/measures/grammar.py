"""From the sorts of tokens to a meaning: one table of shapes, tried in order (forms.md §2)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assessments.domain.measures.kinds import Kind, Measure
from assessments.domain.measures.lexing import AT_LEAST, AT_MOST, LESS_THAN, MORE_THAN, Lexeme, number_of
from assessments.domain.measures.spelling import quoted
from assessments.domain.units import PERCENT, Quantity, unit_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_MEANT = _("“{text}”的写法不规范，应为 {meant}")
_REVERSED = _("“{text}”的下限大于上限，应为 {meant}")
_UNITS_DIFFER = _("“{text}”里的两个数单位不同，请用同一单位")

_KINDS = {AT_LEAST: Kind.AT_LEAST, MORE_THAN: Kind.MORE_THAN, AT_MOST: Kind.AT_MOST, LESS_THAN: Kind.LESS_THAN}
_SUFFIXES = {"U": AT_LEAST, "V": MORE_THAN, "D": AT_MOST, "W": LESS_THAN}
_SIGNS = {AT_LEAST: "≥", MORE_THAN: ">", AT_MOST: "≤", LESS_THAN: "<"}
_LOWER, _STRICT = (AT_LEAST, MORE_THAN), (MORE_THAN, LESS_THAN)


def quantities(found: tuple[Lexeme, ...]) -> Iterator[Quantity]:
    """The numbers among tokens, each with the unit that stands right behind it."""
    for index, token in enumerate(found):
        if token.sort == "n":
            following = found[index + 1] if index + 1 < len(found) else None
            unit = unit_of(following.text) if following and following.sort == "u" else None
            yield Quantity(number_of(token.text), unit)


class _Reading:
    """The tokens of one text while a shape is tried on them."""

    def __init__(self, raw: str, text: str, found: tuple[Lexeme, ...]) -> None:
        self.raw, self.text = raw, text
        self.sorts = [token.sort for token in found]
        self.numbers = tuple(quantities(found))

    def suffixes(self) -> list[str]:
        return [_SUFFIXES[sort] for sort in self.sorts if sort in _SUFFIXES]

    def limits(self) -> list[str]:
        return [_SUFFIXES.get(sort, sort) for sort in self.sorts if sort in _KINDS or sort in _SUFFIXES]

    def _unreadable(self, template: str) -> Measure:
        return Measure(self.raw, Kind.UNREADABLE, self.raw, problem=Message(template, {"text": quoted(self.text)}))

    def value(self) -> Measure:
        (quantity,) = self.numbers
        return Measure(self.raw, Kind.VALUE, quantity.printed(), self.numbers, low=quantity.value, high=quantity.value)

    def _limit(self, sort: str) -> Measure:
        (quantity,) = self.numbers
        low, high = (quantity.value, None) if sort in _LOWER else (None, quantity.value)
        is_open = sort in _STRICT
        canonical = f"{_SIGNS[sort]}{quantity.printed()}"
        return Measure(self.raw, _KINDS[sort], canonical, self.numbers, low, high, open_low=is_open, open_high=is_open)

    def limit(self) -> Measure | None:
        before = [sort for sort in self.sorts if sort in _KINDS]
        stated = before + self.suffixes()
        if len({sort in _LOWER for sort in stated}) != 1:
            return None
        measure = self._limit(stated[0])
        return self._respelt(measure) if len(before) > 1 else measure

    def _respelt(self, measure: Measure, template: str = _MEANT) -> Measure:
        problem = Message(template, {"text": quoted(self.text), "meant": measure.canonical})
        return replace(measure, malformed=True, problem=problem)

    def _pair(self) -> tuple[Quantity, Quantity] | None:
        first, second = self.numbers
        first, second = replace(first, unit=first.unit or second.unit), replace(second, unit=second.unit or first.unit)
        return (first, second) if first.dimension == second.dimension else None

    def band(self) -> Measure:
        pair = self._pair()
        if pair is None:
            return self._unreadable(_UNITS_DIFFER)
        low, high = sorted(pair, key=lambda quantity: quantity.value)
        joint = "至" if high.number < 0 else "–"
        canonical = f"{low.printed()}{joint}{high.printed()}"
        measure = Measure(self.raw, Kind.BAND, canonical, (low, high), low=low.value, high=high.value)
        return measure if pair[0].value <= pair[1].value else self._respelt(measure, _REVERSED)

    def spoilt_band(self) -> Measure:
        measure = self.band()
        return measure if measure.kind is Kind.UNREADABLE else self._respelt(replace(measure, malformed=False))

    def tolerance(self) -> Measure | None:
        base, room = self.numbers
        if room.number < 0:
            return None
        relative = room.dimension == PERCENT and base.dimension != PERCENT
        if not relative and room.unit and room.dimension != base.dimension:
            return self._unreadable(_UNITS_DIFFER)
        width = abs(base.value) * room.value if relative else replace(room, unit=room.unit or base.unit).value
        canonical = f"{base.printed()}±{room.printed()}"
        return Measure(self.raw, Kind.BAND, canonical, (base, room), low=base.value - width, high=base.value + width)

    def both_limits(self) -> Measure | None:
        """``≥95%且≤105%``, ``95%以上105%以下`` and ``95%≤x≤105%``; ``105%≤x≥95%`` is a band spelt wrongly."""
        first, second = self.limits()
        around = self.sorts[0] == "n" and not self.suffixes()
        one_way = (first in _LOWER) == (second in _LOWER)
        if around and not one_way:
            return self.spoilt_band()
        if not around and one_way:
            return None
        lower_first = (first in _LOWER) != around
        return self._bounded(lower_first, *((first, second) if lower_first else (second, first)))

    def either(self) -> Measure | None:
        """``≥90%或≤110%`` is said of a band; ``≤90%或≥110%`` is all but one, and no target that can be read."""
        measure = self.both_limits()
        return None if measure is None or measure.malformed else measure

    def _bounded(self, lower_first: bool, lower: str, upper: str) -> Measure:
        measure, pair = self.band(), self._pair()
        if pair is None:
            return measure
        low, high = measure.quantities
        open_low, open_high = lower in _STRICT, upper in _STRICT
        measure = replace(measure, open_low=open_low, open_high=open_high, malformed=False, problem=None)
        if open_low or open_high:
            canonical = f"{'>' if open_low else '≥'}{low.printed()}且{'<' if open_high else '≤'}{high.printed()}"
            measure = replace(measure, canonical=canonical)
        in_order = pair[0].value == pair[1].value or (pair[0].value < pair[1].value) == lower_first
        return measure if in_order else self._respelt(measure, _REVERSED)

    def multiple(self) -> Measure:
        canonical = "、".join(quantity.printed() for quantity in self.numbers)
        return Measure(self.raw, Kind.MULTIPLE, canonical, self.numbers)


_Q = "nu?"
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[_Reading], Measure | None]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (f"[Le]{{0,2}}{_Q}", _Reading.value),
        (f"[Le]?[gmls]{{1,2}}{_Q}[UVDW]?", _Reading.limit),
        (f"L?{_Q}[UVDW]", _Reading.limit),
        (f"[Le]?{_Q}r{_Q}[BD]?", _Reading.band),
        (f"[Le]?{_Q}p{_Q}[BD]?", _Reading.tolerance),
        (f"L?{_Q}c{_Q}B", _Reading.band),
        (f"L?[gmls]{_Q}c?L?[gmls]{_Q}", _Reading.both_limits),
        (f"L?{_Q}[UVDW]c?{_Q}[UVDW]", _Reading.both_limits),
        (f"L?[gmls]{_Q}c?{_Q}[UVDW]", _Reading.both_limits),
        (f"L?{_Q}[UVDW]c?L?[gmls]{_Q}", _Reading.both_limits),
        (f"L?[gm]{_Q}hL?[ls]{_Q}", _Reading.either),
        (f"L?{_Q}[UV]h{_Q}[DW]", _Reading.either),
        (f"{_Q}[gmls][oxuLe]{{1,20}}[gmls]{_Q}", _Reading.both_limits),
        (f"{_Q}[gmls]{{1,2}}{_Q}", _Reading.spoilt_band),
        (f"{_Q}(?:c{_Q})+", _Reading.multiple),
    )
)


def meaning(raw: str, text: str, found: tuple[Lexeme, ...]) -> Measure | None:
    """The meaning of a text whose numbers are all well formed; None where it is no figure at all."""
    sorts = "".join(token.sort for token in found)
    for shape, build in _SHAPES:
        if shape.fullmatch(sorts):
            return build(_Reading(raw, text, found))
    return None
