"""Units of measure as people write them behind a number: dimension, power of ten and spelling (forms.md §2)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

MONEY = "元"
PERCENT = "%"
#: So many to one: 抚养比 1.8:1.
TO_ONE = ":1"


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
        """The dimension that it measures; blank for a bare number."""
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

    @property
    def is_short(self) -> bool:
        """A number in 万 or 亿 whose unit was left out (``3.59亿`` for ``3.59亿元``)."""
        return self.unit is not None and not self.dimension

    def fits(self, other: "Quantity") -> bool:
        """True if this actual can be compared with a target's number ``other``.

        A bare 0 fits any unit, and no case at all (0起) any counted one; 个 counts what has its own word (36家);
        ``3.6亿`` is ``3.6亿元``. A unit beside a number without one is accepted only on the actual's side and only
        where it does not change the number (``124.07`` against ``161.46元``). 元 answers 元/人, and 次 answers 次/年.
        """
        if self.is_bare_zero or other.is_bare_zero or self.dimension == other.dimension:
            return True
        if _is_per(other.dimension, self.dimension):
            return True
        if _are_counted(self, other):
            return not self.number or _GENERIC in (self.dimension, other.dimension)
        if self.is_short or other.is_short:
            return PERCENT not in (self.dimension, other.dimension) and None not in (self.unit, other.unit)
        return other.unit is None and self.power == 0 and self.dimension != ""


def _is_per(joined: str, dimension: str) -> bool:
    """Whether a figure in ``dimension`` answers one in ``joined``: an amount per head, a count per year."""
    base, _stroke, per = joined.partition("/")
    return bool(per) and base == dimension and (base == MONEY or per == "年")


def _are_counted(first: Quantity, second: Quantity) -> bool:
    return all(quantity.unit and quantity.unit.counted for quantity in (first, second))


def _scaled(base: str, *, counted: bool = False, powers: tuple[tuple[str, int], ...]) -> list[Unit]:
    return [Unit(f"{prefix}{base}", base, power, counted) for prefix, power in powers]


#: What counts anything.
_GENERIC = "个"
_POWERS = (("", 0), ("百", 2), ("千", 3), ("万", 4), ("百万", 6), ("千万", 7), ("亿", 8), ("万亿", 12))
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
    "批次",
    "场次",
    "台次",
    "户次",
    "家次",
    "件次",
    "例次",
    "人天",
    "名次",
    "条",
    "台",
    "套",
    "张",
    "辆",
    "本",
    "册",
    "篇",
    "处",
    "座",
    "栋",
    "宗",
    "笔",
    "枚",
    "箱",
    "盒",
    "袋",
    "瓶",
    "床",
    "床位",
    "种",
    "类",
    "村",
    "社区",
    "乡镇",
    "车次",
    "班次",
    "轮次",
    "课时",
    "学时",
)
#: What is measured, not counted: a whole number of them is rounded.
_MEASURED = ("吨", "公斤", "千克", "米", "公里", "平方米", "立方米", "亩")
_PLAIN = ("个月", "天", "年", "小时", "分钟", "周", "季度", "倍", "岁", "分", "个工作日", "个百分点")
#: Other spellings of one unit → the unit that they mean.
_SAME = {
    "日": "天",
    "月": "个月",
    "工作日": "个工作日",
    "名": "人",
    "位": "人",
    "周岁": "岁",
    "人民币元": "元",
    "百分点": "个百分点",
}


def _table() -> dict[str, Unit]:
    units = _scaled(MONEY, powers=_POWERS)
    for base in _COUNTED:
        units += _scaled(base, counted=True, powers=_POWERS)
    for base in _MEASURED:
        units += _scaled(base, powers=_POWERS)
    units += [Unit(symbol, symbol) for symbol in _PLAIN]
    units += [Unit("%", PERCENT, -2), Unit("‰", PERCENT, -3), Unit("万", "", 4), Unit("亿", "", 8)]
    table = {unit.symbol: unit for unit in units}
    return table | {spelling: table[symbol] for spelling, symbol in _SAME.items()}


UNITS: dict[str, Unit] = _table()
_ONE = f"(?:{'|'.join(re.escape(symbol) for symbol in sorted(UNITS, key=lambda symbol: (-len(symbol), symbol)))})"
#: One unit, or several joined: 次, 次/年, 元/人·月, 元/人月.
UNIT_PATTERN = rf"{_ONE}(?:/{_ONE}(?:[/·.]?{_ONE})*)?"
#: Of how many, behind a number: 1.8:1, 3:100.
UNIT_OR_RATIO_PATTERN = rf"{UNIT_PATTERN}|:\s?10{{0,4}}(?![0-9.:])"
_RATIOS = {f":1{'0' * zeros}": Unit(f":1{'0' * zeros}", TO_ONE, -zeros) for zeros in range(5)}
_ONE_UNIT = re.compile(_ONE)
_WHOLE = re.compile(UNIT_PATTERN)


@lru_cache(maxsize=1024)
def unit_of(symbol: str) -> Unit | None:
    """The unit that ``symbol`` spells, None for no known unit.

    Of joined units the order after the stroke and the signs between do not matter: 元/人·月 is 元/月/人.
    """
    if symbol in UNITS or not _WHOLE.fullmatch(symbol):
        return UNITS.get(symbol) or _RATIOS.get(symbol)
    first, *others = (UNITS[part] for part in _ONE_UNIT.findall(symbol))
    dimension = f"{first.dimension}/{'·'.join(sorted(unit.dimension for unit in others))}"
    power = first.power - sum(unit.power for unit in others)
    return Unit(symbol, dimension, power, counted=first.counted)


def money_unit(symbol: str) -> Unit:
    """The unit that a form's head names (金额单位：万元); an unknown one stands for itself."""
    return UNITS.get(symbol) or Unit(symbol, symbol)
