"""The one rounding rule of the portal: ROUND_HALF_UP, on Decimal, at the moment of printing (forms.md §3)."""

from decimal import MAX_EMAX, MIN_EMIN, ROUND_DOWN, ROUND_HALF_UP, Context, Decimal


def _context(value: Decimal, rounding: str) -> Context:
    return Context(prec=len(value.as_tuple().digits) + 2, rounding=rounding, Emin=MIN_EMIN, Emax=MAX_EMAX)


def _to_places(value: Decimal, places: int, rounding: str) -> Decimal:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -places:
        return value
    return value.quantize(Decimal((0, (1,), -places)), context=_context(value, rounding))


#: More digits than any amount or unit has, fewer than a division leaves.
_KEPT = Context(prec=26, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX)


def without_residue(value: Decimal) -> Decimal:
    """``value`` without the last digits, in which a division leaves its mark: 54 × (2 ÷ 12) is 9, not 9.000…002.

    To be used before a quotient is compared with a border; amounts of up to 26 digits are unchanged.
    """
    return _KEPT.plus(value)


def half_up(value: Decimal, places: int) -> Decimal:
    """``value`` rounded half up (away from zero) to ``places`` decimals.

    A value that has no more decimals than that is returned unchanged, whatever its size; never raises.
    """
    return _to_places(value, places, ROUND_HALF_UP)


def truncated(value: Decimal, places: int) -> Decimal:
    """``value`` cut off after ``places`` decimals, as some filers do instead of rounding; never raises."""
    return _to_places(value, places, ROUND_DOWN)


def without_zeros(number: Decimal) -> str:
    """The digits of ``number`` without zeros that say nothing: 12.50 → 12.5."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def whole(value: Decimal) -> int:
    """``value`` rounded half up to a whole number, as points are."""
    return int(half_up(value, 0))


def percentage(ratio: Decimal, places: int) -> Decimal:
    """A ratio (1 = 100 %) as a percentage with exactly ``places`` decimals, half up."""
    scaled = ratio.scaleb(2, context=_context(ratio, ROUND_HALF_UP))
    rounded = half_up(scaled, places)
    missing = int(rounded.as_tuple().exponent) + places
    if missing <= 0 or rounded.adjusted() > _LONGEST:
        return rounded
    wide = Context(prec=len(rounded.as_tuple().digits) + missing + 1, Emin=MIN_EMIN, Emax=MAX_EMAX)
    return rounded.quantize(Decimal((0, (1,), -places)), context=wide)


#: Beyond this many digits a rate is no rate; it is printed with an exponent.
_LONGEST = 40


def printed_rate(value: Decimal, places: int) -> str:
    """A ratio as an edition prints it: ``printed_rate(Decimal("0.77228"), 2) == "77.23%"``."""
    rounded = percentage(value, places)
    return f"{rounded:f}%" if rounded.adjusted() <= _LONGEST else f"{rounded:.2E}%"
