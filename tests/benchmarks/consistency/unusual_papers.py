"""Unusual ways of writing in which a paper is still right: nothing may be said of them."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.cases_papers import Case
from tests.benchmarks.consistency.fillings_forms import Form
from tests.benchmarks.consistency.rows_papers import half_up, percent

Unusual = Callable[[Random, Case], bool]


def _any_form(random: Random, case: Case) -> Form:
    return random.choice(case.forms)


def numbered_names(random: Random, case: Case) -> bool:
    """指标1： before every indicator."""
    for number, row in enumerate(_any_form(random, case).filing["indicators"], 1):
        row["level3"] = f"指标{number}：{row['level3']}"
    return True


def weighted_levels(random: Random, case: Case) -> bool:
    """产出指标（50分）."""
    for row in _any_form(random, case).filing["indicators"]:
        row["level1"] = f"{row['level1']}（{random.choice((10, 30, 50))}分）"
    return True


def explained_miss(random: Random, case: Case) -> bool:
    """A target missed, with its reason and measure where the paper has a place for them."""
    form = _any_form(random, case)
    found = [number for number, row in enumerate(form.rows) if row.sort == "plain_count" and row.name.endswith("人数")]
    if not found:
        return False
    number = random.choice(found)
    row, printed = form.rows[number], form.filing["indicators"][number]
    actual = (row.number * random.randint(820, 940) / 1000).quantize(Decimal(1))
    printed["actual"] = f"{actual}人"
    printed["target"] = f"{row.number}人"
    form.filing["goal_actual" if form.month == 12 else "goal_progress"] = "各项待遇按时足额发放。"
    if form.month != 12:
        printed["completion_rate"] = percent(actual / row.number)
        words = f"{row.name}比预期少，主要是部分人员转出，后期将加大扩面力度。"
        form.filing["deviation_and_measures"] = words
        form.filing["overall_completion_rate"] = ""
        _forget_overall(case, form)
        return True
    printed["deviation_reason"] = "部分人员跨统筹区转出，人数比预计减少。"
    printed["corrective_measure"] = "加强扩面征缴，提高测算的准确性。"
    return True


def _forget_overall(case: Case, form: Form) -> None:
    sheet = case.file.get("review_sheet")
    if sheet:
        sheet["rows"][case.forms.index(form)]["overall_completion_rate"] = ""


def short_office(random: Random, case: Case) -> bool:
    """A text calls the office by its usual short name."""
    form = _any_form(random, case)
    unit = form.filing["reporting_unit"]
    kind = "医保" if "医" in unit else "社保"
    short = f"{kind}局" if unit.endswith("局") else f"{kind}中心"
    if "人力资源" in unit:
        short = "人社局"
    where = "goal_actual" if form.month == 12 else "goal_progress"
    form.filing[where] = f"{random.choice(('县', '我', '本'))}{short}严格执行政策，各项待遇按时足额发放。"
    return True


def longest_unit(random: Random, case: Case) -> bool:
    """The office with its province in front in one form only."""
    form = _any_form(random, case)
    if not form.filing["reporting_unit"].startswith(form.place.full):
        return False
    form.filing["reporting_unit"] = f"{form.place.province}{form.filing['reporting_unit']}"
    return "review_sheet" not in case.file


def full_width_money(random: Random, case: Case) -> bool:
    """Amounts typed full width."""
    form = _any_form(random, case)
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    block = form.filing["executed"]
    block["total"] = block["total"].translate(wide)
    return True


def unit_in_money(random: Random, case: Case) -> bool:
    """23160万元 in a square of a form in 万元."""
    form = _any_form(random, case)
    for name in ("budget", "adjusted_budget", "executed"):
        if name in form.filing:
            form.filing[name]["total"] += form.money.unit
    return True


def no_region(random: Random, case: Case) -> bool:
    """A file that does not say where it is from."""
    for form in case.forms:
        form.filing.pop("region")
    return True


def rates_in_their_head(random: Random, case: Case) -> bool:
    """Completion rates without %, because the head of the column has it."""
    form = _any_form(random, case)
    for row in form.filing["indicators"]:
        if row.get("completion_rate"):
            row["completion_rate"] = row["completion_rate"].rstrip("%")
    return True


def transfers(random: Random, case: Case) -> bool:
    """The balance table has money from above, and the closing balances hold it."""
    budget = case.budget
    if budget is None or len(case.file["tables"]) > 7 or case.last_year or "targets" in case.file:
        return False
    table = case.file["tables"][0]
    given = [half_up(Decimal(random.randint(1000, 30000)), budget.places) for _stage in range(2)]
    rows = {row[1]: row for row in table["rows"]}
    rows["社会保险基金上级补助收入"][2:4] = [budget.print(each) for each in given]
    fund = random.choice(budget.funds)
    this, plan = budget.money[fund]["this"], budget.money[fund]["next"]
    this["closing"] += given[0]
    plan["opening"] += given[0]
    plan["closing"] += given[0] + given[1]
    _write_closings(random, case)
    return True


def _write_closings(random: Random, case: Case) -> None:
    from tests.benchmarks.consistency.budgets_papers import balance_table, tables

    budget = case.budget
    if budget is None:
        return
    kept = {row[1]: row[2:4] for row in case.file["tables"][0]["rows"] if "补助" in row[1]}
    case.file["tables"] = tables(random, budget)
    case.file["tables"][0] = balance_table(random, budget, "表一")
    for row in case.file["tables"][0]["rows"]:
        if row[1] in kept:
            row[2:4] = kept[row[1]]
        if row[1] == "收入总计":
            for stage, column in (("this", 2), ("next", 3)):
                given = Decimal(kept["社会保险基金上级补助收入"][column - 2].replace(",", "") or 0)
                total = given + sum(
                    (budget.value(None, stage, item) or Decimal(0) for item in ("income", "opening")), Decimal(0)
                )
                row[column] = row[column + 4] = budget.print(total)


def plain_heads(random: Random, case: Case) -> bool:
    """执行数 where others write 预计执行数, and a head that names both years."""
    year = case.budget.year if case.budget else 0
    for table in case.file["tables"]:
        heads = [head.replace("预计执行数", "执行数") for head in table["columns"]]
        table["columns"] = [
            f"{year + 1}年预算数为{year}年执行数的%" if head == "预算数为上年执行数的%" else head for head in heads
        ]
    return True


def more_kinds(random: Random, case: Case) -> bool:
    """Income lists that also print 其他收入, so that they are complete."""
    budget = case.budget
    if budget is None:
        return False
    for number, stages in ((1, ("adjusted", "this")), (4, ("this", "next"))):
        rows, made = case.file["tables"][number]["rows"], []
        funds: list[Fund | None] = [None, *_order()]
        for row in rows:
            made.append(row)
            if row[0].endswith("利息收入"):
                fund = funds[sum("利息收入" in each[0] for each in made) - 1]
                left, right = (budget.value(fund, stage, "others") for stage in stages)
                made.append(["其他收入", budget.print(left), budget.print(right), budget.share(right, left)])
        case.file["tables"][number]["rows"] = made
    return True


def _order() -> tuple[Fund, ...]:
    from tests.benchmarks.consistency.budgets_papers import ORDER

    return ORDER


def dashes_for_blanks(random: Random, case: Case) -> bool:
    """— in every empty square of a table."""
    dash = random.choice(("—", "-", "——", "/"))
    for table in case.file["tables"]:
        table["rows"] = [[cell or dash for cell in row] for row in table["rows"]]
    return True


def numbered_parts(random: Random, case: Case) -> bool:
    """1.保险费收入 with blanks in front."""
    for table in case.file["tables"][1:]:
        for row in table["rows"]:
            row[0] = row[0].replace("其中：保险费", "　其中：1.保险费").replace("财政补贴收入", "　　2.财政补贴收入")
    return True


_OF_FORMS: dict[str, Unusual] = {
    "numbered names": numbered_names,
    "weighted levels": weighted_levels,
    "explained miss": explained_miss,
    "short office": short_office,
    "longest unit": longest_unit,
    "full width money": full_width_money,
    "unit in money": unit_in_money,
    "no region": no_region,
}
UNUSUAL: dict[str, dict[str, Unusual]] = {
    "year end": _OF_FORMS,
    "within the year": {**_OF_FORMS, "rates in their head": rates_in_their_head},
    "budget": {
        "transfers": transfers,
        "plain heads": plain_heads,
        "more kinds": more_kinds,
        "dashes for blanks": dashes_for_blanks,
        "numbered parts": numbered_parts,
    },
}
