"""Mistakes in tables of other layouts: a table for each fund, funds side by side, columns with growth."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from tests.benchmarks.consistency.breaking_papers import Broken, broken
from tests.benchmarks.consistency.cases_papers import Case
from tests.benchmarks.consistency.layouts_papers import funds_side_by_side, table_of_each_fund, whole_book, with_growth
from tests.benchmarks.consistency.rows_papers import half_up

Table = dict[str, Any]
Maker = Callable[[Random], Case]
Spoiler = Callable[[Random, Case], Broken | None]


def _spoil(random: Random, row: list[str], column: int) -> bool:
    """Changes a figure by some percent; False where there is none."""
    text = row[column].replace(",", "")
    if not text or not Decimal(text):
        return False
    value = Decimal(text)
    wrong = half_up(value * random.choice((88, 93, 107, 112)) / 100, len(text.partition(".")[2]))
    row[column] = f"{wrong:,f}" if "," in row[column] else f"{wrong:f}"
    return wrong != value


def _row(table: Table, words: tuple[str, ...], side: int = 0) -> list[str]:
    found: list[str] = next(row for row in table["rows"] if any(word in row[side] for word in words))
    return found


def kind_of_fund(random: Random, case: Case) -> Broken | None:
    """A kind of income of one fund, its total left as it was."""
    table = random.choice(case.file["tables"])
    row = _row(table, ("保险费收入", "个人缴费收入", "利息收入"))
    return broken("V05", f"tables.{table['no']}.") if _spoil(random, row, random.choice((1, 2))) else None


def closing_of_fund(random: Random, case: Case) -> Broken | None:
    """年末滚存结余 that does not follow."""
    table = random.choice(case.file["tables"])
    row = _row(table, ("年末滚存",), 3)
    return broken("V20", f"tables.{table['no']}.") if _spoil(random, row, 5) else None


def opening_of_fund(random: Random, case: Case) -> Broken | None:
    """上年结余 that is not last year's closing balance."""
    table = random.choice(case.file["tables"])
    row = _row(table, ("上年结余",))
    return broken("V19", f"tables.{table['no']}.", beside="V20") if _spoil(random, row, 2) else None


def total_of_funds(random: Random, case: Case) -> Broken | None:
    """合计 of all funds."""
    (table,) = case.file["tables"]
    row = random.choice((table["rows"][1], table["rows"][3], table["rows"][7]))
    return broken("V05", f"tables.{table['no']}.", beside="V18") if _spoil(random, row, 1) else None


def balance_of_fund(random: Random, case: Case) -> Broken | None:
    """本年收支结余 of one fund."""
    (table,) = case.file["tables"]
    row = _row(table, ("本年收支结余",))
    done = _spoil(random, row, random.randrange(2, len(row)))
    return broken("V06", f"tables.{table['no']}.", beside="V05") if done else None


def part_of_fund(random: Random, case: Case) -> Broken | None:
    """Benefits above the expenditure of their fund."""
    (table,) = case.file["tables"]
    row, column = _row(table, ("待遇支出",)), random.randrange(2, len(table["rows"][0]))
    whole = Decimal(_row(table, ("二、支出",))[column].replace(",", ""))
    row[column] = f"{half_up(whole * random.randint(104, 150) / 100, 0)}"
    return broken("V18", f"tables.{table['no']}.", beside="V05")


def fund_in_two_tables(random: Random, case: Case) -> Broken | None:
    """A fund's income in the table of all funds and in its own."""
    table = case.file["tables"][0]
    row = random.choice((_row(table, ("一、收入",)), _row(table, ("保险费收入",))))
    done = _spoil(random, row, random.randrange(2, len(row)))
    return broken("V21", "tables.", beside="V05 V06 V18 V20 V19") if done else None


def wrong_growth(random: Random, case: Case) -> Broken | None:
    """比上年增长% or 为预算的% of another row."""
    (table,) = case.file["tables"]
    column = random.choice((4, 5))
    row, other = random.sample(table["rows"], 2)
    if abs(Decimal(row[column][:-1]) - Decimal(other[column][:-1])) < Decimal("0.4"):
        return None
    row[column] = other[column]
    return broken("V01", f"tables.{table['no']}.")


LAYOUT_BREAKERS: dict[str, tuple[tuple[Spoiler, Maker], ...]] = {
    "V01": ((wrong_growth, with_growth),),
    "V05": ((kind_of_fund, table_of_each_fund), (total_of_funds, funds_side_by_side)),
    "V06": ((balance_of_fund, funds_side_by_side),),
    "V18": ((part_of_fund, funds_side_by_side),),
    "V19": ((opening_of_fund, table_of_each_fund),),
    "V20": ((closing_of_fund, table_of_each_fund),),
    "V21": ((fund_in_two_tables, whole_book),),
}
