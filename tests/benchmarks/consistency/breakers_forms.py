"""Mistakes in the squares of a form: money block and rates (V00, V01, V03, V04, V14, V15, V18, V22, V26)."""

from decimal import Decimal
from random import Random

from tests.benchmarks.consistency.breaking_papers import Broken, broken, swapped
from tests.benchmarks.consistency.cases_papers import Case
from tests.benchmarks.consistency.fillings_forms import Form
from tests.benchmarks.consistency.rows_papers import percent

#: What a changed total of the money block leads to.
_OF_MONEY = "V01 V02 V03 V04 V08 V10 V15 V18 V21 V22 V25 V27"


def some_form(random: Random, case: Case) -> tuple[int, Form] | None:
    """A form of the case and its number."""
    return random.choice(list(enumerate(case.forms))) if case.forms else None


def _budget_key(form: Form) -> str:
    return "budget" if form.month == 12 else "adjusted_budget"


def unreadable_amount(random: Random, case: Case) -> Broken | None:
    """约一万四, two amounts, a letter among digits, a bad separator."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    key = random.choice(("executed", _budget_key(form)))
    text = form.filing[key]["total"]
    form.filing[key]["total"] = random.choice(
        (f"约{text}", "一万四千", f"{text}、{text}", f"{text[:-1]}O", "见附表", f"-{text}", f"{text[:2]},{text[2:]},1")
    )
    return broken("V00", f"filings[{number}].{key}", beside=_OF_MONEY)


def other_unit_amount(random: Random, case: Case) -> Broken | None:
    """亿元 in a form in 万元."""
    number, form = some_form(random, case) or (0, None)
    if form is None or form.money.unit != "万元":
        return None
    form.filing["executed"]["total"] = f"{form.executed / 10000:.4f}亿元"
    return broken("V00 V04 V22", f"filings[{number}].executed", beside=_OF_MONEY)


def wrong_completion(random: Random, case: Case) -> Broken | None:
    """A completion rate that is not its quotient."""
    number, form = some_form(random, case) or (0, None)
    if form is None or form.month == 12:
        return None
    rows = form.filing["indicators"]
    fit = [
        index
        for index, row in enumerate(form.rows)
        if row.sort in ("plain_count", "plain_flow") and rows[index].get("completion_rate")
    ]
    if not fit:
        return None
    index = random.choice(fit)
    rate = form.rows[index].rate or Decimal(1)
    wrong = rate + Decimal(random.choice((-13, -7, -4, 4, 6, 11))) / 100
    rows[index]["completion_rate"] = percent(wrong, random.choice((0, 2)))
    return broken("V01", f"filings[{number}].indicators[{index}]", beside="V14 V21 V08")


def wrong_execution_rate(random: Random, case: Case) -> Broken | None:
    """A printed 预算执行率 that is another one."""
    number, form = some_form(random, case) or (0, None)
    if form is None or form.month == 12:
        return None
    step = Decimal(random.choice((-12, -5, -3, 3, 6, 9))) / 100
    form.filing["execution_rate"] = percent(form.rate + step, random.choice((0, 2)))
    return broken("V01", f"filings[{number}].execution_rate", beside="V21 V02")


def wrong_rate_in_sheet(random: Random, case: Case) -> Broken | None:
    """A rate of the 审核表 that is another one."""
    sheet = case.file.get("review_sheet")
    if not sheet:
        return None
    index = random.randrange(len(sheet["rows"]))
    rate = case.forms[index].rate + Decimal(random.choice((-11, -6, 5, 8))) / 100
    sheet["rows"][index]["execution_rate"] = percent(rate, 0)
    return broken("V01", f"review_sheet.rows[{index}]", beside="V21")


def wrong_budget_rate(random: Random, case: Case) -> Broken | None:
    """The row of the budget rate says another rate."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    row = form.filing["indicators"][_row(form, "budget_rate")]
    wrong = form.rate + Decimal(random.choice((-3, -2, 2, 4, 7))) / 100
    text = random.choice((percent(wrong), swapped(percent(form.rate)), percent(wrong, 1)))
    if text == percent(form.rate):
        return None
    row["actual"] = text
    return broken("V03", f"filings[{number}].indicators[{_row(form, 'budget_rate')}]", beside="V08 V01 V02 V10")


def amount_as_budget_rate(random: Random, case: Case) -> Broken | None:
    """The executed amount in the row of the budget rate."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    index = _row(form, "budget_rate")
    form.filing["indicators"][index]["actual"] = form.money.print(form.executed)
    return broken("V03 V07", f"filings[{number}].indicators[{index}]", beside="V03 V07 V08")


def _row(form: Form, sort: str) -> int:
    return next(index for index, row in enumerate(form.rows) if row.sort == sort)


def wrong_part(random: Random, case: Case) -> Broken | None:
    """Parts of a column that do not add up to its total."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    key = random.choice([each for each in ("budget", "adjusted_budget", "executed", "received") if each in form.filing])
    block = form.filing[key]
    first, second = [name for name in block if name != "total"]
    total = form.money.exact(form.executed if key == "executed" else form.budget)
    if key == "received":
        return None
    small = total * random.randint(2, 30) / 100
    gap = total * random.choice((-20, -9, -1, 1, 3, 10)) / 100
    block[first], block[second] = form.money.print(total - small + gap), form.money.print(small)
    return broken("V04", f"filings[{number}].{key}", beside="V18 V15")


def fund_beside_total(random: Random, case: Case) -> Broken | None:
    """Only one part is filled, and it is larger than its total."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    key = random.choice((_budget_key(form), "executed"))
    block = form.filing[key]
    first, second = [name for name in block if name != "total"]
    block[first], block[second] = form.money.print((form.budget + form.executed) * random.randint(60, 90) / 100), ""
    return broken("V18 V04", f"filings[{number}].{key}", beside="V04 V18 V15")


def wrong_overall(random: Random, case: Case) -> Broken | None:
    """总体完成率 is not the mean of the rows."""
    number, form = some_form(random, case) or (0, None)
    if form is None or not form.filing.get("overall_completion_rate"):
        return None
    value = Decimal(form.filing["overall_completion_rate"].rstrip("%"))
    form.filing["overall_completion_rate"] = f"{value + random.choice((-15, -8, -4, 4, 9))}%"
    return broken("V14", f"filings[{number}].overall_completion_rate", beside="V21")


def more_received(random: Random, case: Case) -> Broken | None:
    """More money came than was planned, or more was spent than came; or exactly as much."""
    number, form = some_form(random, case) or (0, None)
    if form is None or form.month == 12:
        return None
    share = random.choice((Decimal("0.8"), Decimal("0.93"), Decimal(1)))
    value = random.choice((form.executed * share, form.budget * Decimal("1.2")))
    total = form.money.print(value)
    form.filing["received"] = {"total": total, "fiscal": total, "other": ""}
    return broken("V15", f"filings[{number}].", beside="V21")


def leap_of_execution(random: Random, case: Case) -> Broken | None:
    """Far more or far less was spent than planned, everything else of the form agreeing."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    if form.filing.get("deviation_and_measures", "")[:1] not in ("", "无"):
        form.filing["deviation_and_measures"] = ""
    due = form.budget * form.month / 12
    form.executed = form.money.exact(due * random.choice((18, 35, 45, 230, 320)) / 100)
    total = form.money.print(form.executed)
    lines = [name for name in form.filing["executed"] if name != "total"]
    form.filing["executed"] = {"total": total, lines[0]: total, lines[1]: ""}
    index = _row(form, "budget_rate")
    form.filing["indicators"][index]["actual"] = percent(form.rate)
    for key in ("goal_actual", "goal_progress"):
        if key in form.filing:
            form.filing[key] = "各项待遇按时足额发放。"
    if form.month != 12:
        form.filing["execution_rate"] = percent(form.rate)
        form.filing["received"] = {"total": "", "fiscal": "", "other": ""}
    beside = "V03 V08 V15 V21 V01 V10 V14 V27"
    return broken("V22", f"filings[{number}].executed", beside=beside)


def leap_since_last_year(random: Random, case: Case) -> Broken | None:
    """Far more was spent than a year ago."""
    number, form = some_form(random, case) or (0, None)
    if form is None or not case.last_year:
        return None
    total = form.money.print(form.executed * random.choice((20, 40, 260)) / 100)
    filing = case.last_year["filings"][number]
    filing["executed"] = {"total": total, "social_insurance_fund": total, "other": ""}
    return broken("V22", f"filings[{number}].executed")


def blank_head(random: Random, case: Case) -> Broken | None:
    """A square of the head is blank."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    keys = ["reporting_unit", "project_name"]
    if form.month != 12:
        keys += ["project_period"]
    key = random.choice(keys)
    form.filing[key] = random.choice(("", " ", "　"))
    return broken("V26", f"filings[{number}].{key}", beside="V16 V21")


def blank_sheet_head(random: Random, case: Case) -> Broken | None:
    """A square of the 审核表 is blank."""
    sheet = case.file.get("review_sheet")
    if not sheet:
        return None
    key = random.choice(("business_office", "monitoring_point", "office_head", "handler"))
    sheet[key] = ""
    return broken("V26", f"review_sheet.{key}")


def wrong_scores(random: Random, case: Case) -> Broken | None:
    """Scores beyond their maximum, a total that is none, a deduction without a reason."""
    sheet = case.file.get("review_sheet")
    if not sheet:
        return None
    index = random.randrange(len(sheet["rows"]))
    row = sheet["rows"][index]
    shape = random.choice(("total", "beyond", "deduction", "unreadable"))
    if shape == "total":
        row["total_score"] = random.choice(("99", "98", "110", "90", "105"))
    elif shape == "beyond":
        row["score_timeliness"], row["total_score"] = "15", "105"
    elif shape == "deduction":
        row["score_deviation_response"], row["total_score"] = "25", "95"
    else:
        row["score_budget_execution"] = "三十"
    return broken("V27", f"review_sheet.rows[{index}]")


def sheet_beside_form(random: Random, case: Case) -> Broken | None:
    """A figure of the 审核表 is not that of the form."""
    sheet = case.file.get("review_sheet")
    if not sheet:
        return None
    index = random.randrange(len(sheet["rows"]))
    row, form = sheet["rows"][index], case.forms[index]
    key = random.choice(("adjusted_budget", "received", "executed"))
    text = swapped(row[key])
    if text == row[key]:
        return None
    row[key] = text
    return broken("V21", f"review_sheet.rows[{index}].{key}", beside=f"V01 V22{' V15' if form else ''}")


FORM_BREAKERS = {
    "V00": (unreadable_amount, other_unit_amount),
    "V01": (wrong_completion, wrong_execution_rate, wrong_rate_in_sheet),
    "V03": (wrong_budget_rate, amount_as_budget_rate),
    "V04": (wrong_part,),
    "V14": (wrong_overall,),
    "V15": (more_received,),
    "V18": (fund_beside_total,),
    "V21": (sheet_beside_form,),
    "V22": (leap_of_execution, leap_since_last_year),
    "V26": (blank_head, blank_sheet_head),
    "V27": (wrong_scores,),
}
