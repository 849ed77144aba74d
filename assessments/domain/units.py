"""Units of measure as people write them behind a number: dimension, power of ten and spelling (forms.md §2)."""

from dataclasses import dataclass
from decimal import Decimal

MONEY = "元"
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Unit:
    """One spelling of a unit.

    ``dimension`` is what can be compared with each other (万元 and 亿元 are both 元); ``power`` is the power of ten
    that leads to it; ``counted`` says that whole numbers of it are exact (人, 户), not rounded.
    """

    symbol: str
    dimension: str
    power: int = 0
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed, with its unit."""

    number: Decimal
    unit: Unit | None = None

    @property
    def dimension(self) -> str:
        """What it measures; blank for a bare number."""
        return self.unit.dimension if self.unit else ""

    @property
    def power(self) -> int:
        return self.unit.power if self.unit else 0

    @property
    def value(self) -> Decimal:
        """The number in its dimension's own unit: ``2.36亿元`` → 236000000 (元), ``95%`` → 0.95."""
        return self.number.scaleb(self.power)

    @property
    def places(self) -> int:
        """Printed decimals."""
        return max(0, -int(self.number.as_tuple().exponent))

    @property
    def half_unit(self) -> Decimal:
        """Half of the last printed digit, in the dimension's own unit; 0 for whole counts, which are exact."""
        if self.unit and self.unit.counted and not self.unit.power and not self.places:
            return Decimal(0)
        return Decimal((0, (5,), self.power - self.places - 1))

    @property
    def is_bare_zero(self) -> bool:
        """A 0 without a unit, which fits any unit (V07)."""
        return self.unit is None and not self.number

    def printed(self) -> str:
        """The canonical text: no separators, no blanks."""
        return f"{self.number:f}{self.unit.symbol if self.unit else ''}"

    def fits(self, other: "Quantity") -> bool:
        """Whether both can be compared.

        A bare 0 fits any unit. A unit beside a number without one is accepted only on the actual's side
        and only where it does not change the number (``124.07`` against ``161.46元``).
        """
        if self.is_bare_zero or other.is_bare_zero or self.dimension == other.dimension:
            return True
        return other.unit is None and self.power == 0 and self.dimension != ""


def _scaled(base: str, *, counted: bool = False, powers: tuple[tuple[str, int], ...]) -> list[Unit]:
    return [Unit(f"{prefix}{base}", base, power, counted) for prefix, power in powers]


_LARGE = (("", 0), ("万", 4), ("亿", 8))
_MONEY_POWERS = (("", 0), ("百", 2), ("千", 3), ("万", 4), ("百万", 6), ("千万", 7), ("亿", 8), ("万亿", 12))
_COUNTED = (
    "人",
    "户",
    "人次",
    "次",
    "件",
    "例",
    "起",
    "家",
    "个",
    "所",
    "项",
    "份",
    "期",
    "场",
    "批",
    "名次",
    "条",
    "台",
    "套",
)
_PLAIN = ("个月", "天", "年", "小时", "分钟", "周", "季度", "倍", "岁", "分", "个工作日", "个百分点")
_PER = ("人", "月", "年", "人·月", "人·年", "人/月", "人/年", "人·次", "人次", "户", "天", "件")
#: Other spellings of one unit → the unit that they mean.
_SAME = {"日": "天", "月": "个月", "工作日": "个工作日", "名": "人", "位": "人", "人民币元": "元", "百分点": "个百分点"}


def _table() -> dict[str, Unit]:
    units = _scaled(MONEY, powers=_MONEY_POWERS)
    for base in _COUNTED:
        units += _scaled(base, counted=True, powers=_LARGE)
    units += [Unit(symbol, symbol) for symbol in _PLAIN]
    units += [Unit(f"元/{per}", f"元/{per}") for per in _PER]
    units += [Unit("%", PERCENT, -2), Unit("‰", PERCENT, -3), Unit("万", "", 4), Unit("亿", "", 8)]
    table = {unit.symbol: unit for unit in units}
    return table | {spelling: table[symbol] for spelling, symbol in _SAME.items()}


UNITS: dict[str, Unit] = _table()


def money_unit(symbol: str) -> Unit:
    """The unit that a form's head names (金额单位：万元); an unknown one stands for itself."""
    return UNITS.get(symbol) or Unit(symbol, symbol)
