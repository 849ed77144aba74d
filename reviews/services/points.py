"""Points as they are printed."""

from decimal import Decimal


def printed_points(points: Decimal | int) -> str:
    """Points without needless zeros: 30, 28.5."""
    value = Decimal(points)
    return str(value.quantize(Decimal(1))) if value == value.to_integral_value() else str(value.normalize())
