"""A year of a county's funds, made up so that every figure agrees with every other one."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.figure import Figure
from tests.benchmarks.consistency.further import further

#: What each fund may be called in a report.
NAMES: dict[Fund, tuple[str, ...]] = {
    Fund.GOV_PENSION: ("机关事业单位基本养老保险", "机关事业单位养老保险", "机关养老保险", "机关事业养老保险（改革）"),
    Fund.RESIDENT_PENSION: ("城乡居民基本养老保险", "城乡居民养老保险", "居民养老保险", "城乡居民社会养老保险"),
    Fund.EMPLOYEE_PENSION: ("企业职工基本养老保险", "企业职工养老保险", "企业养老保险"),
    Fund.EMPLOYEE_MEDICAL: ("职工基本医疗保险", "城镇职工基本医疗保险", "职工医保"),
    Fund.RESIDENT_MEDICAL: ("城乡居民基本医疗保险", "居民医保", "城乡居民医疗保险"),
    Fund.WORK_INJURY: ("工伤保险",),
    Fund.UNEMPLOYMENT: ("失业保险",),
}
_PARTS_IN = ("prem", "sub", "int", "tra_in", "oth_in")
_PARTS_OUT = ("base", "acct", "fune", "tra_out", "oth_out")
_COUNTS = ("act", "ret", "con", "rec")
_CENT = Decimal("0.01")
_LEAST_GAP = Decimal("1234.56")


def _money(random: Random, low: int, high: int) -> Decimal:
    return Decimal(random.randint(low * 100, high * 100)) / 100


def _near(random: Random, value: Decimal) -> Decimal:
    """Some 3 to 30 % beside ``value``."""
    share = Decimal(random.choice((-1, 1)) * random.randint(30, 300)) / 1000
    return (value * (1 + share)).quantize(_CENT, ROUND_HALF_UP)


def _within_band(random: Random, value: Decimal) -> Decimal:
    """A budget of which ``value`` is between 95 and 105 %."""
    share = Decimal(random.choice((-1, 1)) * random.randint(5, 42)) / 1000
    return (value * (1 + share)).quantize(_CENT, ROUND_HALF_UP)


def fund_year(random: Random, *, deficit: bool = False) -> dict[str, Figure]:
    """Every named figure of one fund in one year; with ``deficit`` more was spent than came in."""
    money: dict[str, Decimal] = {
        "prem": _money(random, 3000, 40000),
        "sub": _money(random, 1500, 9000),
        "int": _money(random, 80, 600),
        "tra_in": _money(random, 60, 400),
        "oth_in": _money(random, 30, 200),
        "tra_out": _money(random, 60, 400),
        "oth_out": _money(random, 30, 200),
        "base": _money(random, 2500, 14000),
        "acct": _money(random, 700, 3000),
        "fune": _money(random, 80, 400),
        "cum_prev": _money(random, 9000, 90000),
    }
    money["inc"] = sum((money[name] for name in _PARTS_IN), Decimal(0))
    money["ben"] = money["base"] + money["acct"] + money["fune"]
    money["exp"] = money["ben"] + money["tra_out"] + money["oth_out"]
    if money["exp"] >= money["inc"]:
        money["prem"] += money["exp"] - money["inc"] + 800
        money["inc"] = sum((money[name] for name in _PARTS_IN), Decimal(0))
    if deficit:
        money["base"] += money["inc"] - money["exp"] + _LEAST_GAP
        money["ben"] = money["base"] + money["acct"] + money["fune"]
        money["exp"] = money["ben"] + money["tra_out"] + money["oth_out"]
    money["rest_in"] = money["int"] + money["tra_in"] + money["oth_in"]
    money["rest2_in"] = money["tra_in"] + money["oth_in"]
    money["cur"] = money["inc"] - money["exp"]
    money["cum"] = money["cum_prev"] + money["cur"]
    for name in ("inc", "exp", "prem", "ben"):
        money[f"{name}_prev"] = _near(random, money[name])
    for name in ("inc", "exp", "prem", "sub"):
        money[f"bud_{name}"] = _within_band(random, money[name])
        money[f"adj_{name}"] = _near(random, money[f"bud_{name}"])
    heads = {name: Decimal(random.randint(1200, 30000)) for name in _COUNTS}
    heads["part"] = heads["act"] + heads["ret"]
    for name in (*_COUNTS, "part"):
        before = _near(random, heads[name]).quantize(Decimal(1))
        heads[f"{name}_prev"] = before
        heads[f"t_{name}"] = (heads[name] / Decimal(random.randint(101, 125)) * 100).quantize(Decimal(1))
    heads["t_rec_low"] = (heads["rec"] * Decimal(random.randint(70, 99)) / 100).quantize(Decimal(1))
    return _derived(random, money, heads)


def _derived(random: Random, money: dict[str, Decimal], heads: dict[str, Decimal]) -> dict[str, Figure]:
    found = {name: Figure(value, "money") for name, value in money.items()}
    found |= {name: Figure(value, "heads") for name, value in heads.items()}
    for name in ("inc", "exp", "prem", "ben", *_COUNTS, "part"):
        this, before = found[name], found[f"{name}_prev"]
        found[f"d_{name}"] = Figure(abs(this.value - before.value), this.sort)
        found[f"g_{name}"] = Figure(abs(this.value / before.value - 1), "rate")
    for name in ("inc", "exp", "prem", "sub"):
        now, budget, adjusted = money[name], money[f"bud_{name}"], money[f"adj_{name}"]
        found[f"r_{name}"] = Figure(now / budget, "rate")
        found[f"ra_{name}"] = Figure(now / adjusted, "rate")
        found[f"b_{name}"] = Figure(abs(now - budget), "money")
        found[f"gb_{name}"] = Figure(abs(now / budget - 1), "rate")
        found[f"a_{name}"] = Figure(abs(adjusted - budget), "money")
    for name in (*_COUNTS, "part"):
        found[f"c_{name}"] = Figure(heads[name] / heads[f"t_{name}"], "rate")
    found["s_prem"] = Figure(money["prem"] / money["inc"], "rate")
    found["s_sub"] = Figure(money["sub"] / money["inc"], "rate")
    found["s_ben"] = Figure(money["ben"] / money["exp"], "rate")
    found["dep"] = Figure(heads["act"] / heads["ret"], "ratio")
    found["months"] = Figure(money["cum"] / money["exp"] * 12, "months")
    found["sat"] = Figure(Decimal(random.randint(9850, 9999)) / 10000, "rate")
    return found | further(found)


@dataclass(frozen=True)
class World:
    """A county, a year, and its funds."""

    region: str
    year: int
    funds: dict[Fund, dict[str, Figure]]

    def total(self, name: str) -> Figure:
        """A figure of all funds together."""
        found = [figures[name] for figures in self.funds.values()]
        return Figure(sum((figure.value for figure in found), Decimal(0)), found[0].sort)


_REGIONS = (
    "喀什地区巴楚县",
    "巴音郭楞州和硕县",
    "安徽省池州市贵池区",
    "四川省达州市宣汉县",
    "江西省赣州市兴国县",
    "云南省红河州",
)


def world(random: Random, *, deficit: bool = False, funds: tuple[Fund, ...] = ()) -> World:
    """A county's year, with two funds or ``funds``; with ``deficit`` the first of them spent more than it took in."""
    funds = funds or tuple(random.sample(list(Fund), 2))
    region, year = random.choice(_REGIONS), random.randint(2017, 2024)
    return World(region, year, {fund: fund_year(random, deficit=deficit and fund is funds[0]) for fund in funds})
