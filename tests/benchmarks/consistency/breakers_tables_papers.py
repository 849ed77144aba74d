"""Mistakes in budget tables and target tables (V00, V01, V05, V06, V16, V18 to V24)."""

from decimal import Decimal
from random import Random
from typing import Any

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.breaking_papers import Broken, broken, swapped
from tests.benchmarks.consistency.budgets_papers import Budget
from tests.benchmarks.consistency.cases_papers import Case
from tests.benchmarks.consistency.places_papers import FULL_NAMES

Table = dict[str, Any]


def _budget(case: Case) -> Budget | None:
    return case.budget


def _rows(table: Table, words: str) -> list[list[str]]:
    column = 1 if table["no"] in ("表一", "表八") else 0
    return [row for row in table["rows"] if words in row[column]]


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _reprint(budget: Budget, row: list[str]) -> None:
    """The row's percentage follows its figures."""
    if row[1] not in _BLANKS:
        row[3] = budget.share(_number(row[2]) if row[2] not in _BLANKS else Decimal(0), _number(row[1]))


_BLANKS = ("", "—", "-", "——", "/")


def _table(case: Case, index: int) -> Table:
    found: Table = case.file["tables"][index]
    return found


def unreadable_cell(random: Random, case: Case) -> Broken | None:
    """99,51,47; a letter; two figures."""
    table = _table(case, random.choice((1, 2, 4, 5)))
    rows = [row for row in table["rows"] if row[1] not in _BLANKS and row[2] not in _BLANKS]
    row, column = random.choice(rows), random.choice((1, 2))
    text = row[column]
    row[column] = random.choice((f"{text[:2]},{text[2:]},1", f"约{text}", f"{text[:-1]}l", f"{text}、{text}"))
    beside = "V01 V05 V06 V18 V20 V21 V22 V23 V24"
    return broken("V00", f"tables.{table['no']}.", beside=beside)


def wrong_percentage(random: Random, case: Case) -> Broken | None:
    """A printed percentage that is another one."""
    table = _table(case, random.choice((1, 2, 3, 4, 5, 6)))
    rows = [row for row in table["rows"] if "%" in row[3]]
    row = random.choice(rows)
    other = random.choice(rows)[3]
    text = random.choice((swapped(row[3]), other, f"{Decimal(row[3][:-1]) + random.choice((-7, -1, 1, 10))}%"))
    if text == row[3] or abs(Decimal(text[:-1]) - Decimal(row[3][:-1])) < Decimal("0.2"):
        return None
    row[3] = text
    return broken("V01", f"tables.{table['no']}.", beside="V22")


def wrong_total(random: Random, case: Case) -> Broken | None:
    """The total of all funds is off, with everything that follows from it in its own row."""
    budget = _budget(case)
    index = random.choice((1, 2, 3))
    table = _table(case, index)
    row = table["rows"][0]
    if budget is None or row[1] in _BLANKS:
        return None
    value = _number(row[1])
    row[1] = budget.print(value + random.choice((-90, -9, 10, 100, 900, 5000)))
    _reprint(budget, row)
    return broken("V05", f"tables.{table['no']}.", beside="V18 V22 V21")


def wrong_fund_in_column(random: Random, case: Case) -> Broken | None:
    """One fund of a column is off, its own percentage agreeing."""
    budget = _budget(case)
    if budget is None:
        return None
    fund = random.choice(budget.funds)
    index, words = random.choice(((1, "收入"), (2, "支出"), (3, "年末累计结余")))
    table = _table(case, index)
    row = _rows(table, f"{FULL_NAMES[fund]}基金{words}")[0]
    row[1] = budget.print(_number(row[1]) + random.choice((-3000, -400, 300, 2500)))
    _reprint(budget, row)
    return broken("V05", f"tables.{table['no']}.", beside="V18 V22")


def wrong_grand_total(random: Random, case: Case) -> Broken | None:
    """收入总计 or 支出总计 is off."""
    budget, table = _budget(case), _table(case, 0)
    row = _rows(table, "收入总计")[0]
    column = random.choice((2, 3, 6, 7))
    if budget is None:
        return None
    row[column] = budget.print(_number(row[column]) + random.choice((-1000, -90, 27, 300)))
    return broken("V05 V06", "tables.表一.", beside="V05 V06")


def wrong_closing(random: Random, case: Case) -> Broken | None:
    """A closing balance of all funds that does not follow, the same everywhere."""
    budget = _budget(case)
    if budget is None or "本级" in str(case.file["tables"][-1]):
        return None
    gap = Decimal(random.choice((-30000, -4000, 900, 12000)))
    row = _rows(_table(case, 0), "上年结余")[0]
    row[7] = budget.print(_number(row[7]) + gap)
    total = _table(case, 6)["rows"][0]
    total[2] = budget.print(_number(total[2]) + gap)
    _reprint(budget, total)
    return broken("V06", "tables.", beside="V05 V20 V22 V24")


def wrong_closing_of_fund(random: Random, case: Case) -> Broken | None:
    """A fund's closing balance does not follow; the totals do."""
    budget = _budget(case)
    if budget is None or len(budget.funds) < 2:
        return None
    first, second = random.sample(budget.funds, 2)
    gap = Decimal(random.choice((-23185, -2909, 5335, 700)))
    table = _table(case, 6)
    for fund, step in ((first, gap), (second, -gap)):
        row = _rows(table, f"{FULL_NAMES[fund]}基金年末")[0]
        row[2] = budget.print(_number(row[2]) + step)
        _reprint(budget, row)
    return broken("V20", "tables.表七.", beside="V24 V22 V18")


def part_beyond_whole(random: Random, case: Case) -> Broken | None:
    """Benefits or premiums above their fund, in tables whose figures are in no other table."""
    budget = _budget(case)
    if budget is None:
        return None
    fund = random.choice(budget.funds)
    index, item, words = random.choice(((1, "保险费收入", "收入"), (2, "待遇支出", "支出")))
    table = _table(case, index)
    at = table["rows"].index(_rows(table, f"{FULL_NAMES[fund]}基金{words}")[0])
    row = next(each for each in table["rows"][at + 1 :] if item in each[0])
    row[1] = budget.print(_number(table["rows"][at][1]) * random.randint(103, 140) / 100)
    _reprint(budget, row)
    return broken("V18", f"tables.{table['no']}.", beside="V05 V22")


def own_beyond_whole(random: Random, case: Case) -> Broken | None:
    """本级 above 全地区."""
    budget = _budget(case)
    if budget is None or len(case.file["tables"]) < 14:
        return None
    fund = random.choice(budget.funds)
    whole = _rows(_table(case, 1), f"{FULL_NAMES[fund]}基金收入")[0]
    row = _rows(_table(case, 8), f"{FULL_NAMES[fund]}基金收入")[0]
    row[1] = budget.print(_number(whole[1]) * random.randint(108, 150) / 100)
    _reprint(budget, row)
    return broken("V18", "tables.", beside="V05 V22")


def wrong_opening(random: Random, case: Case) -> Broken | None:
    """The opening balance is not last year's closing one, in the balance table."""
    budget = _budget(case)
    if budget is None:
        return None
    table = _table(case, 0)
    row = _rows(table, "上年结余")[0]
    gap = Decimal(random.choice((-36911, -500, 2400)))
    row[3] = budget.print(_number(row[3]) + gap)
    total = _rows(table, "收入总计")[0]
    total[3] = budget.print(_number(total[3]) + gap)
    return broken("V19", "tables.表一.", beside="V06 V05")


def wrong_opening_since(random: Random, case: Case) -> Broken | None:
    """Last year's papers close with another balance than this year's open with."""
    budget = _budget(case)
    if budget is None or not case.last_year:
        return None
    row = case.last_year["tables"][3]["rows"][0]
    row[2] = budget.print(_number(row[2]) + random.choice((-9000, 1200, 30000)))
    cell = _rows(case.last_year["tables"][0], "上年结余")[0]
    cell[6] = row[2]
    return broken("V19", "tables.表一.", beside="V20 V06")


def other_table_differs(random: Random, case: Case) -> Broken | None:
    """The same figure in 表五 or 表六 as in 表二 or 表三, but not the same."""
    budget = _budget(case)
    if budget is None:
        return None
    fund = random.choice(budget.funds)
    index, words = random.choice(((4, "收入"), (5, "支出")))
    item = random.choice(("", "part"))
    table = _table(case, index)
    at = table["rows"].index(_rows(table, f"{FULL_NAMES[fund]}基金{words}")[0])
    row = table["rows"][at + (1 if item else 0)]
    if row[1] in _BLANKS:
        return None
    text = random.choice((swapped(row[1]), budget.print(_number(row[1]) - 250)))
    if text == row[1]:
        return None
    row[1] = text
    _reprint(budget, row)
    return broken("V21", "tables.", beside="V05 V18 V06 V19 V20 V22 V25")


def blank_beside(random: Random, case: Case) -> Broken | None:
    """大病保险支出 is blank in one table and filled in the other."""
    table = _table(case, 2)
    rows = _rows(table, "大病保险支出")
    if not rows or rows[0][2] in _BLANKS:
        return None
    rows[0][2], rows[0][3] = "", "" if rows[0][1] in _BLANKS else "0.00%"
    return broken("V21", "tables.", beside="V22 V18")


def leap(random: Random, case: Case) -> Broken | None:
    """A figure more than twice its base, or less than half of it."""
    budget = _budget(case)
    if budget is None:
        return None
    table = _table(case, 1)
    rows = [row for row in _rows(table, "利息收入")[1:] if row[1] not in _BLANKS and row[2] not in _BLANKS]
    if not rows:
        return None
    row = random.choice(rows)
    row[1] = budget.print(_number(row[2]) * random.choice((31, 42, 260)) / 100)
    _reprint(budget, row)
    return broken("V22", f"tables.{table['no']}.", beside="V05 V18")


def _target(random: Random, case: Case) -> tuple[int, Table, Fund] | None:
    if not case.file.get("targets") or case.budget is None:
        return None
    number = random.randrange(len(case.file["targets"]))
    return number, case.file["targets"][number], case.budget.funds[number]


def wrong_target_amount(random: Random, case: Case) -> Broken | None:
    """亿元 that do not follow from 万元: exchanged digits, another fund's, a moved point."""
    found = _target(random, case)
    if not found:
        return None
    number, target, _fund = found
    key = random.choice(("income_budget", "expenditure_budget"))
    value = Decimal(target[key])
    text = random.choice((swapped(target[key]), f"{value * 10}", f"{value + Decimal('0.35')}", f"{value / 10:.2f}"))
    if abs(Decimal(text) - value) < Decimal("0.02"):
        return None
    target[key] = text
    return broken("V23", f"targets[{number}].{key}", beside="V24 V25")


def missed_target(random: Random, case: Case) -> Broken | None:
    """The budget breaks a limit, a share, a number of months or a band set beside it."""
    found = _target(random, case)
    if not found or case.budget is None:
        return None
    number, target, fund = found
    money = {item: value / 10000 for item, value in case.budget.money[fund]["next"].items()}
    rows = {row["level3"]: (index, row) for index, row in enumerate(target["indicators"])}
    kind = "医疗保险" if "医疗" in target["fund_name"] else "社会保险"
    share = int(money["premium"] / money["income"] * 100)
    lasting = int(money["closing"] / money["spending"] * 12)
    rest = (money["spending"] - money["benefit"] - money.get("serious", Decimal(0))) / money["spending"] * 100
    name, text = random.choice(
        (
            (f"{kind}待遇支出", f"≤{money['benefit'] * Decimal('0.9'):.2f}亿元"),
            (f"{kind}费收入", f"≥{money['premium'] * Decimal('1.1'):.2f}亿元"),
            (f"{kind}费收入", f"{money['premium'] * Decimal('1.15'):.2f}亿元±5%"),
            ("社会保险费收入占基金收入比重", f"≥{min(share + 4, 110)}%"),
            ("其他支出占基金支出比重", f"≤{rest / 2:.2f}%"),
            ("基金静态可支付月数", f"≥{lasting + 5}个月"),
        )
    )
    index, row = rows[name]
    row["target"] = text
    return broken("V24", f"targets[{number}].indicators[{index}]", beside="V23")


def wrong_target_department(random: Random, case: Case) -> Broken | None:
    """A department that does not run the fund, or one that is named twice over."""
    found = _target(random, case)
    if not found:
        return None
    number, target, _fund = found
    key = "prefecture_departments"
    if random.random() < 0.5:
        swap = {"医疗保障局": "人力资源和社会保障局", "人力资源和社会保障局": "医疗保障局"}
        own = next(each for each in swap if each in target[key])
        target[key] = target[key].replace(own, swap[own])
    else:
        key = "provincial_departments"
        first, *rest = target[key].split("、")
        tail = "医疗保障局" if "医疗" in first else "人力资源和社会保障厅"
        target[key] = "、".join([f"{first}{tail}", *rest])
    return broken("V16", f"targets[{number}].{key}")


def wrong_target_fund(random: Random, case: Case) -> Broken | None:
    """A title that names another fund than the table."""
    found = _target(random, case)
    if not found:
        return None
    number, target, fund = found
    other = random.choice([each for each in FULL_NAMES if each is not fund])
    place = case.file["region"]
    target["title"] = f"{place}{FULL_NAMES[other]}基金绩效目标表"
    return broken("V16", f"targets[{number}].", beside="V23")


def malformed_in_target(random: Random, case: Case) -> Broken | None:
    """A target table's target that cannot be read or points the wrong way."""
    found = _target(random, case)
    if not found:
        return None
    number, target, _fund = found
    index = len(target["indicators"]) - 1
    target["indicators"][index]["target"] = random.choice(("≤90%", "105%≤≥95%", "95%-90%"))
    return broken("V09", f"targets[{number}].indicators[{index}]", beside="V24")


TABLE_BREAKERS = {
    "V00": (unreadable_cell,),
    "V01": (wrong_percentage,),
    "V05": (wrong_total, wrong_fund_in_column, wrong_grand_total),
    "V06": (wrong_closing,),
    "V09": (malformed_in_target,),
    "V16": (wrong_target_department, wrong_target_fund),
    "V18": (part_beyond_whole, own_beyond_whole),
    "V19": (wrong_opening, wrong_opening_since),
    "V20": (wrong_closing_of_fund,),
    "V21": (other_table_differs, blank_beside),
    "V22": (leap,),
    "V23": (wrong_target_amount,),
    "V24": (missed_target,),
}
