"""Budget tables 表一–表七 made up whole: every sum, balance and percentage of them agrees (forms.md §1.6)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from assessments.domain.funds import NAMES, Fund
from assessments.domain.rounding import printed_rate

#: The order of the funds in 表二–表七, and the kinds of income and expenditure below each.
FUNDS = (
    Fund.EMPLOYEE_PENSION,
    Fund.RESIDENT_PENSION,
    Fund.GOV_PENSION,
    Fund.EMPLOYEE_MEDICAL,
    Fund.RESIDENT_MEDICAL,
    Fund.WORK_INJURY,
    Fund.UNEMPLOYMENT,
)
FILLED = (Fund.RESIDENT_PENSION, Fund.GOV_PENSION, Fund.EMPLOYEE_MEDICAL, Fund.RESIDENT_MEDICAL)
_NUMBERS = "一二三四五六七"
_INCOMES = ("其中：保险费收入", "财政补贴收入", "利息收入")
_STAGES = ("adjusted", "actual", "budget")

_Book = dict[tuple[Fund, str, str], int]


def budget_file(seed: int, year: int = 2022, **others: Any) -> dict[str, Any]:
    """A file of seven tables: ``year`` executed, the next one planned; the same for the same ``seed``."""
    book = _book(Random(seed))
    heads = {
        "execution": [f"{year}年预算调整数", f"{year}年预计执行数", "预计执行数为预算数的%"],
        "plan": [f"{year}年预计执行数", f"{year + 1}年预算数", "预算数为上年预计执行数的%"],
    }
    stages = {"execution": ("adjusted", "actual"), "plan": ("actual", "budget")}
    kinds = {"income": _incomes, "expenditure": _expenditures, "closing": _closings}
    order = [(when, kind) for when in ("execution", "plan") for kind in kinds]
    tables = [
        {
            "no": f"表{_NUMBERS[number + 1]}",
            "title": f"某地区{year + (when == 'plan')}年社会保险基金表",
            "columns": ["项目", *heads[when]],
            "rows": kinds[kind](book, stages[when]),
        }
        for number, (when, kind) in enumerate(order)
    ]
    return {"region": "某地区", "amount_unit": "万元", "tables": [_balance(book, year), *tables]} | others


def _book(random: Random) -> _Book:
    """Every figure of every fund; the closing balances follow."""
    book: _Book = {}
    for fund in FILLED:
        opening = random.randint(100_000, 600_000)
        for stage in _STAGES:
            parts = [random.randint(20_000, 300_000), random.randint(20_000, 60_000), random.randint(2_000, 5_000)]
            benefits = random.randint(30_000, 200_000)
            serious = random.randint(5_000, 9_000) if fund is Fund.RESIDENT_MEDICAL else 0
            income, expenditure = sum(parts) + random.randint(1, 900), benefits + serious + random.randint(1, 900)
            book |= {(fund, stage, f"income{at}"): part for at, part in enumerate(parts)}
            book[fund, stage, "income"], book[fund, stage, "expenditure"] = income, expenditure
            book[fund, stage, "benefits"], book[fund, stage, "serious"] = benefits, serious
            before = book[fund, "actual", "closing"] if stage == "budget" else opening
            book[fund, stage, "opening"], book[fund, stage, "closing"] = before, before + income - expenditure
    return book


def _sum(book: _Book, stage: str, item: str) -> int:
    return sum(book[fund, stage, item] for fund in FILLED)


def _row(label: str, figures: Sequence[int | None]) -> list[str]:
    first, second = figures
    if first is None or second is None:
        return [label, "", "", ""]
    return [label, str(first), str(second), printed_rate(Decimal(second) / Decimal(first), 2)]


def _figures(book: _Book, fund: Fund, stages: Sequence[str], item: str) -> list[int | None]:
    return [book.get((fund, stage, item)) for stage in stages]


def _fund_rows(book: _Book, stages: Sequence[str], item: str, words: str, parts: Mapping[str, str]) -> list[list[str]]:
    rows = []
    for number, fund in enumerate(FUNDS):
        label = f"{_NUMBERS[number]}、{NAMES[fund].full.removesuffix('（含生育保险）')}基金{words}"
        rows.append(_row(label, _figures(book, fund, stages, item)))
        rows += [_row(part, _figures(book, fund, stages, key)) for part, key in parts.items()]
        if item == "expenditure" and fund is Fund.RESIDENT_MEDICAL:
            rows.append(_row("大病保险支出", _figures(book, fund, stages, "serious")))
    return rows


def _incomes(book: _Book, stages: Sequence[str]) -> list[list[str]]:
    parts = {label: f"income{at}" for at, label in enumerate(_INCOMES)}
    total = [_row("全地区社会保险基金收入合计", [_sum(book, stage, "income") for stage in stages])]
    total += [_row(label, [_sum(book, stage, key) for stage in stages]) for label, key in parts.items()]
    return total + _fund_rows(book, stages, "income", "收入", parts)


def _expenditures(book: _Book, stages: Sequence[str]) -> list[list[str]]:
    total = [_row("全地区社会保险基金支出合计", [_sum(book, stage, "expenditure") for stage in stages])]
    total.append(_row("其中：社会保险待遇支出", [_sum(book, stage, "benefits") for stage in stages]))
    return total + _fund_rows(book, stages, "expenditure", "支出", {"其中：待遇支出": "benefits"})


def _closings(book: _Book, stages: Sequence[str]) -> list[list[str]]:
    total = [_row("全地区社会保险基金年末累计结余", [_sum(book, stage, "closing") for stage in stages])]
    return total + _fund_rows(book, stages, "closing", "年末累计结余", {})


def _balance(book: _Book, year: int) -> dict[str, Any]:
    stages = ("actual", "budget")
    rows = []
    for fund in sorted(FUNDS, key=lambda fund: NAMES[fund].income_code):
        name, sides = NAMES[fund].full, []
        for code, item, words in (
            (NAMES[fund].income_code, "income", "收入"),
            (NAMES[fund].expenditure_code, "expenditure", "支出"),
        ):
            figures = [book.get((fund, stage, item)) for stage in stages]
            sides += [code, f"{name}基金{words}", *("" if figure is None else str(figure) for figure in figures)]
        rows.append(sides)
    opening, closing = ([_sum(book, stage, item) for stage in stages] for item in ("opening", "closing"))
    whole = [_sum(book, stage, "income") + _sum(book, stage, "opening") for stage in stages]
    rows.append(["102", "社会保险基金收入合计", "", "", "209", "社会保险基金支出合计", "", ""])
    rows.append(
        [
            *("11008", "社会保险基金上年结余收入", *map(str, opening)),
            *("23009", "社会保险基金年终结余", *map(str, closing)),
        ]
    )
    rows.append(["", "收入总计", *map(str, whole), "", "支出总计", *map(str, whole)])
    heads = ["科目代码", "科目名称", f"{year}年执行数", f"{year + 1}年预算数"]
    return {"no": "表一", "title": f"某地区{year}年执行和{year + 1}年预算平衡表", "columns": heads * 2, "rows": rows}
