"""Other layouts of a yearly budget: a table for each fund, funds side by side, and columns with growth."""

from decimal import Decimal
from random import Random
from typing import Any

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.budgets_papers import Budget, drawn
from tests.benchmarks.consistency.cases_papers import Case
from tests.benchmarks.consistency.places_papers import FULL_NAMES, MEDICAL_FUNDS
from tests.benchmarks.consistency.rows_papers import half_up, percent

_CHINESE = "一二三四五六七八九十"
_UNITS = {"万元": 0, "元": -4, "亿元": 4}


def _head(budget: Budget, tables: list[dict[str, Any]]) -> Case:
    file = {"region": budget.name, "scope": "whole_prefecture", "tables": tables}
    return Case("other budget", file, budget=budget)


def _print(budget: Budget, value: Decimal, power: int) -> str:
    """An amount of 万元 in another unit, so exact that sums still hold."""
    if not value:
        return ""
    places = max(0, budget.places + power)
    number = half_up(value.scaleb(-power), places)
    return f"{number:,f}" if budget.grouped else f"{number:f}"


def whole_book(random: Random) -> Case:
    """社预01表 with all funds, and a table for each of them behind it."""
    case = funds_side_by_side(random)
    if case.budget:
        case.file["tables"] += table_of_each_fund(random, case.budget).file["tables"]
        case.file["amount_unit"] = "万元"
    return case


def table_of_each_fund(random: Random, given: Budget | None = None) -> Case:
    """社预02表 and on: income beside expenditure of one fund, every kind of both, and its balances."""
    budget = given or drawn(random)
    unit = "万元" if given else random.choice(("万元", "万元", "元", "亿元"))
    made = [_of_fund(random, budget, fund, number, unit) for number, fund in enumerate(budget.funds, 2)]
    case = _head(budget, made)
    case.file["amount_unit"] = unit
    return case


def _of_fund(random: Random, budget: Budget, fund: Fund, number: int, unit: str) -> dict[str, Any]:
    year, power = budget.year, _UNITS[unit]
    medical = fund in MEDICAL_FUNDS
    income = [("保险费收入", "premium"), ("财政补贴收入", "subsidy"), ("利息收入", "interest"), ("其他收入", "others")]
    if fund is Fund.RESIDENT_PENSION:
        income[0:2] = [("个人缴费收入", "premium"), ("政府补贴收入", "subsidy")]
    kind = "基本医疗保险待遇支出" if medical else "社会保险待遇支出"
    spending = [(kind, "benefit"), ("其他支出", "other_out")]
    if fund is Fund.RESIDENT_MEDICAL:
        spending.insert(1, ("大病保险支出", "serious"))
    if fund is Fund.EMPLOYEE_MEDICAL:
        spending[0] = ("基本医疗保险待遇支出", "benefit")
    left = [(f"{_CHINESE[at]}、{label}", item) for at, (label, item) in enumerate(income)]
    right = [(f"{_CHINESE[at]}、{label}", item) for at, (label, item) in enumerate(spending)]
    total = random.choice(
        (("本年收入合计", "本年支出合计"), ("本年收入小计", "本年支出小计"), ("收入合计", "支出合计"))
    )
    left += [("", "")] * (len(right) - len(left)) + [(total[0], "income"), ("上年结余", "opening")]
    right += [("", "")] * (len(left) - 2 - len(right)) + [(total[1], "spending"), ("年末滚存结余", "closing")]

    def pair(label: str, item: str) -> list[str]:
        money = budget.money[fund]
        return [label, *(_print(budget, money[stage].get(item, Decimal(0)), power) for stage in ("this", "next"))]

    rows = [[*pair(*one), *pair(*other)] for one, other in zip(left, right, strict=True)]
    heads = ["项目", f"{year}年预计执行数", f"{year + 1}年预算数"]
    return {
        "no": f"社预{number:02}表",
        "title": f"{budget.name}{year + 1}年{FULL_NAMES[fund]}基金收支预算表",
        "columns": [*heads, *heads],
        "rows": rows,
    }


def funds_side_by_side(random: Random) -> Case:
    """社预01表: a column for each fund, the kinds of income and expenditure below each other."""
    budget = drawn(random)
    funds: list[Fund | None] = [None, *budget.funds]
    heads = ["项目", "合计", *(f"{FULL_NAMES[fund]}基金" for fund in budget.funds)]
    labels = (
        ("一、收入", "income"),
        ("其中：1.保险费收入", "premium"),
        ("2.财政补贴收入", "subsidy"),
        ("3.利息收入", "interest"),
        ("二、支出", "spending"),
        ("其中：1.社会保险待遇支出", "benefit"),
        ("三、本年收支结余", "current"),
        ("四、年末滚存结余", "closing"),
    )
    rows = [[label, *(budget.print(_value(budget, fund, item)) for fund in funds)] for label, item in labels]
    title = f"{budget.name}{budget.year + 1}年社会保险基金收支预算总表"
    return _head(budget, [{"no": "社预01表", "title": title, "columns": heads, "rows": rows}])


def _value(budget: Budget, fund: Fund | None, item: str) -> Decimal:
    if item == "current":
        return (budget.value(fund, "next", "income") or Decimal(0)) - (budget.value(fund, "next", "spending") or 0)
    if item == "benefit" and fund in (None, Fund.RESIDENT_MEDICAL):
        serious = budget.value(fund, "next", "serious") or Decimal(0)
        return (budget.value(fund, "next", "benefit") or Decimal(0)) + serious
    return budget.value(fund, "next", item) or Decimal(0)


def with_growth(random: Random) -> Case:
    """An income table that prints the share of the budget and the growth since last year."""
    budget = drawn(random)
    year = budget.year
    before = {
        fund: {
            item: half_up(value * random.randint(800, 990) / 1000, budget.places)
            for item, value in stages["this"].items()
        }
        for fund, stages in budget.money.items()
    }
    heads = ["项目", f"{year - 1}年执行数", f"{year}年预算数", f"{year}年执行数", "为预算的%", "比上年增长%"]
    rows = []
    for label, fund in [("收入合计", None), *((f"{FULL_NAMES[fund]}基金收入", fund) for fund in budget.funds)]:
        chosen = budget.funds if fund is None else (fund,)
        last = sum((before[each]["income"] for each in chosen), Decimal(0))
        planned = budget.value(fund, "adjusted", "income") or Decimal(0)
        done = budget.value(fund, "this", "income") or Decimal(0)
        amounts = [budget.print(value) for value in (last, planned, done)]
        rows.append([label, *amounts, percent(done / planned, 1), percent(done / last - 1, 1)])
    title = f"{budget.name}{year}年社会保险基金收入决算表"
    return _head(budget, [{"no": "表1", "title": title, "columns": heads, "rows": rows}])


LAYOUTS = (table_of_each_fund, funds_side_by_side, whole_book, with_growth)


def other_budget(random: Random) -> Case:
    """One of the other layouts."""
    return random.choice(LAYOUTS)(random)
