"""Writes true figures into a phrasing, in one of many spellings, and spoils one of them."""

import re
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.figure import Figure
from tests.benchmarks.consistency.phrasing import Phrasing
from tests.benchmarks.consistency.world import NAMES, World

_OPEN = re.compile(r"\{([^{}]+)\}")
_FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
_CHINESE = "一二三四五六七八九十"
#: Rules by which a figure is only wrong if it falls short of its target.
_MISSED = frozenset({"V08"})
#: Rules by which a part is only wrong if it exceeds its whole.
_EXCEEDED = frozenset({"V18"})
_YEARS = {"y": 0, "y-1": 1, "y-2": 2, "y+1": -1}
_POWERS = {"元": -4, "万": 0, "亿": 4}
_PLAN_WORDS = {2021: "开局之年", 2025: "收官之年"}


@dataclass(frozen=True)
class Style:
    """How the figures of one statement are spelt."""

    power: int
    places: int
    unit: str
    rate_places: int
    grouped: bool
    full_width: bool
    blanks: bool
    heads: str = "人"

    @classmethod
    def drawn(cls, random: Random) -> "Style":
        power, places, unit = random.choice(
            (
                (0, 0, "万元"),
                (0, 2, "万元"),
                (0, 0, "万元"),
                (4, 4, "亿元"),
                (4, 3, "亿元"),
                (-4, 0, "元"),
                (-4, 2, "元"),
            )
        )
        return cls(
            power,
            places,
            unit,
            random.choice((1, 2, 2, 2)),
            random.random() < 0.25,
            random.random() < 0.1,
            random.random() < 0.25,
        )

    def spell(self, figure: Figure) -> str:
        """The figure as printed."""
        text = self._number(figure)
        if self.full_width:
            return text.translate(_FULL_WIDTH)
        return f" {text} " if self.blanks else text

    def _number(self, figure: Figure) -> str:
        value = figure.value
        if figure.sort == "money":
            return f"{self._grouped(_rounded(value.scaleb(-self.power), self.places))}{self.unit}"
        if figure.sort == "heads":
            if self.heads == "万人":
                return f"{_rounded(value.scaleb(-4), self.places)}万人"
            return f"{self._grouped(_rounded(value, 0))}人"
        if figure.sort == "rate":
            return f"{_rounded(value * 100, self.rate_places)}%"
        if figure.sort == "months":
            return f"{_rounded(value, 1)}个月"
        if figure.sort == "points":
            return f"{_rounded(value * 100, self.rate_places)}个百分点"
        if figure.sort == "times":
            return f"{_rounded(value, 2)}倍"
        if figure.sort == "yuan":
            return f"{self._grouped(_rounded(value, 2))}元"
        return f"{_rounded(value, 2)}:1"

    def instead(self, unit: str) -> "Style":
        """This style with the unit that a slot asks for: ``亿2``, ``万0``, ``元2``, ``万人2``, blank for its own."""
        if not unit:
            return self
        if unit.startswith("万人"):
            return replace(self, heads="万人", places=int(unit[2:]))
        return replace(
            self, power=_POWERS[unit[0]], places=int(unit[1:]), unit="元" if unit[0] == "元" else f"{unit[0]}元"
        )

    def _grouped(self, number: Decimal) -> str:
        return f"{number:,f}" if self.grouped else f"{number:f}"


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass
class Statement:
    """A phrasing filled in; ``spoilt`` names the figure that is wrong, blank where all are right."""

    phrasing: Phrasing
    text: str
    fund: Fund
    spoilt: str = ""
    printed: str = ""
    names: dict[str, str] = field(default_factory=dict)


def write(random: Random, world: World, fund: Fund, phrasing: Phrasing, *, spoil: str = "") -> Statement:
    """The phrasing about ``fund``; with ``spoil`` the (last) figure of that name is not the true one."""
    style = Style.drawn(random)
    last = max((found.start() for found in _OPEN.finditer(phrasing.text) if _name_of(found[1]) == spoil), default=-1)
    statement = Statement(phrasing, "", fund, spoil)

    def fill(found: re.Match[str]) -> str:
        spoilt = bool(spoil) and found.start() == last
        text = filled(random, world, fund, found[1], style, spoilt, phrasing.breaks.get(spoil, frozenset()))
        if spoilt:
            statement.printed = text.strip()
        return text

    statement.text = _OPEN.sub(fill, phrasing.text)
    return statement


def _name_of(slot: str) -> str:
    """``{inc@亿2}`` is spoilt as ``inc``, ``{plan:14}`` and ``{sec:3}`` as ``plan`` and ``sec``."""
    return slot.partition("@")[0] if "@" in slot else slot.partition(":")[0]


def filled(
    random: Random, world: World, fund: Fund, name: str, style: Style, spoilt: bool, rules: frozenset[str]
) -> str:
    """What a slot of a phrasing is filled with; ``spoilt`` so that one of ``rules`` is broken."""
    if name in _YEARS or name.startswith(("w:", "w2:", "w3:", "wb:", "wa:", "plan:", "sec:")):
        return _words(world, fund, name, spoilt)
    if name in ("F", "A", "B"):
        return random.choice(NAMES[_fund(world, fund, name)])
    name, _at, unit = name.partition("@")
    figure, style = _figure(world, fund, name), style.instead(unit)
    return style.spell(_wrong(random, figure, name, rules) if spoilt else figure)


def _wrong(random: Random, figure: Figure, name: str, rules: frozenset[str]) -> Figure:
    """The figure spoilt, so that one of ``rules`` is broken."""
    if rules == _MISSED:
        return Figure(figure.value * Decimal(random.randint(30, 65)) / 100, figure.sort)
    if rules == _EXCEEDED:
        return Figure(figure.value * Decimal(random.randint(300, 900)) / 100, figure.sort)
    if name.rpartition(".")[2][:2] in ("d_", "b_", "a_", "p_"):
        return Figure(figure.value * Decimal(random.randint(150, 600)) / 100, figure.sort)
    return _spoilt(random, figure)


def _words(world: World, fund: Fund, name: str, spoilt: bool) -> str:
    if name in _YEARS:
        return str(world.year - _YEARS[name])
    if name.startswith("plan:"):
        right = _PLAN_WORDS.get(world.year, "实施之年")
        wrong = "收官之年" if world.year != 2025 else "开局之年"
        return wrong if spoilt else right
    if name.startswith("sec:"):
        return _CHINESE[int(name[4:]) + (1 if spoilt else 0) - 1]
    return _direction(world, fund, name)


def _direction(world: World, fund: Fund, name: str) -> str:
    """``w:inc|增加|减少`` against last year, ``w3:`` the one before, ``wb:`` the budget, ``wa:`` of the adjustment."""
    head, up, down, *mixed = name.split("|")
    kind, _colon, slots = head.partition(":")
    ups = {_rises(world, fund, kind, slot) for slot in slots.split(",")}
    return mixed[0] if len(ups) > 1 and mixed else (up if True in ups else down)


def _rises(world: World, fund: Fund, kind: str, slot: str) -> bool:
    whose, _dot, slot = slot.rpartition(".")
    bases = {"wb": (slot, f"bud_{slot}"), "wa": (f"adj_{slot}", f"bud_{slot}"), "w3": (slot, f"{slot}_before")}
    base = bases.get(kind, (slot, f"{slot}_prev"))
    now, before = (_figure(world, fund, f"{whose}.{name}" if whose else name).value for name in base)
    return now >= before


def _fund(world: World, fund: Fund, name: str) -> Fund:
    first, second = world.funds
    return {"F": fund, "A": first, "B": second}[name]


def _figure(world: World, fund: Fund, name: str) -> Figure:
    if name.startswith("T_"):
        return world.total(name[2:])
    if name[1:2] == ".":
        return world.funds[_fund(world, fund, name[0])][name[2:]]
    return world.funds[fund][name]


def _spoilt(random: Random, figure: Figure) -> Figure:
    """A figure that no rounding can explain."""
    if figure.sort == "rate":
        step = Decimal(random.choice((-1, 1)) * random.randint(120, 900)) / 10000
        if figure.value > Decimal("0.98"):
            step = -abs(step)
        return Figure(abs(figure.value + step) or Decimal("0.05"), "rate")
    share = Decimal(random.choice((-1, 1)) * random.randint(90, 450)) / 1000
    if random.random() < 0.2:
        return Figure(figure.value * 10, figure.sort)
    return Figure(figure.value * (1 + share), figure.sort)
