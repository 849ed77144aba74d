"""Mistakes in the names, budgets and explanations of a form (V16, V25, V28)."""

from decimal import Decimal
from random import Random

from tests.benchmarks.consistency.breakers_forms import some_form
from tests.benchmarks.consistency.breakers_rows_forms import pick
from tests.benchmarks.consistency.breaking_papers import Broken, broken
from tests.benchmarks.consistency.cases_papers import Case
from tests.benchmarks.consistency.places_papers import FUND_NAMES, MEDICAL_OFFICES, PENSION_OFFICES, PLACES
from tests.benchmarks.consistency.rows_papers import half_up


def other_office(random: Random, case: Case) -> Broken | None:
    """Two names for one office, or the name without its county."""
    fit = [(number, form) for number, form in enumerate(case.forms)]
    if len({form.medical for _number, form in fit}) == len(fit) or not fit:
        return None
    same = [each for each in fit if sum(form.medical == each[1].medical for _n, form in fit) > 1]
    _number, form = random.choice(same)
    unit, place = form.filing["reporting_unit"], form.place
    kinds = MEDICAL_OFFICES if form.medical else PENSION_OFFICES[:-1]
    other = random.choice([kind for kind in kinds if kind[-1] != unit[-1]])
    shapes = [f"{place.name}{other}", unit.replace(place.name, "")]
    wrong = random.choice(shapes)
    if wrong == unit:
        return None
    form.filing["reporting_unit"] = wrong
    return broken("V16", "filings[", beside="V21")


def doubled_name(random: Random, case: Case) -> Broken | None:
    """A part of the office's name stands twice."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    unit = form.filing["reporting_unit"]
    tail = unit.removeprefix(form.place.above).removeprefix(form.place.name)
    form.filing["reporting_unit"] = random.choice((f"{unit}{tail}", f"{form.place.name}{unit}"))
    if form.filing["reporting_unit"].startswith(form.place.name + form.place.above):
        return None
    return broken("V16", f"filings[{number}].reporting_unit", "filings[", beside="V21")


def wrong_department(random: Random, case: Case) -> Broken | None:
    """A social-insurance office for a medical fund, and the other way round."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    form.filing["reporting_unit"] = f"{form.place.name}{'社会保险管理局' if form.medical else '医疗保障局'}"
    return broken("V16", f"filings[{number}].reporting_unit", "filings[", beside="V21")


def wrong_fund(random: Random, case: Case) -> Broken | None:
    """The project is that of another fund."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    other = random.choice([fund for fund in FUND_NAMES if fund is not form.fund])
    form.filing["project_name"] = f"{random.choice(FUND_NAMES[other])}基金支出"
    return broken("V16", f"filings[{number}].project_name", beside="V21")


def wrong_county(random: Random, case: Case) -> Broken | None:
    """The title is of another county."""
    number, form = some_form(random, case) or (0, None)
    if form is None or not form.filing.get("region"):
        return None
    other = random.choice([place for place in PLACES if place.name != form.place.name])
    title = form.filing["title"]
    form.filing["title"] = title.replace(form.place.full, other.full).replace(form.place.name, other.name)
    return broken("V16", f"filings[{number}].title", beside="V21")


def twice(random: Random, case: Case) -> Broken | None:
    """An indicator stands twice, or with its characters exchanged in one form of two."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    rows = form.filing["indicators"]
    index = random.randrange(1, len(rows) - 1)
    rows.append(dict(rows[index]))
    return broken("V16", f"filings[{number}].indicators", beside="V14 V21")


def two_budgets(random: Random, case: Case) -> Broken | None:
    """The same form twice, with another budget."""
    number, form = some_form(random, case) or (0, None)
    if form is None or form.month != 12 or form.filing in case.file["filings"][:number]:
        return None
    copy = {**form.filing}
    total = form.money.print(form.budget * random.choice((90, 104, 110)) / 100)
    copy["budget"] = {"total": total, "social_insurance_fund": total, "other": ""}
    case.file["filings"].append(copy)
    beside = "V01 V02 V03 V10 V11 V16 V22 V08"
    return broken("V25", "filings[", beside=beside)


def two_budgets_in_words(random: Random, case: Case) -> Broken | None:
    """The goals' text calls another amount the budget."""
    number, form = some_form(random, case) or (0, None)
    if form is None or form.month != 12:
        return None
    wrong = half_up(form.budget * random.choice((88, 93, 107, 112)) / 100, 2)
    shape = random.choice(("年初预算数为{}万元，各项待遇按时发放。", "全年{F}基金支出预算{}万元，用于发放待遇。"))
    form.filing["goal_expected"] = shape.format(wrong, F=FUND_NAMES[form.fund][0])
    return broken("V25 V02", f"filings[{number}].goal_expected", beside="V02 V25")


def other_deviation(random: Random, case: Case) -> Broken | None:
    """The text about deviations speaks of something else than the largest one."""
    found = pick(random, case, ("plain_count",))
    if not found or found[1].month == 12:
        return None
    number, form, index = found
    row, printed = form.rows[index], form.filing["indicators"][index]
    unit = next((each for each in ("人次", "人", "户") if each in row.actual), "")
    printed["target"] = f"{row.number}{unit}"
    printed["actual"] = f"{(row.number * random.randint(40, 70) / 100).quantize(Decimal(1))}{unit}"
    printed.pop("completion_rate", None)
    words = random.choice(("系统升级后满意度调查尚未全面开展", "培训因故推迟", "宣传经费下达较晚"))
    form.filing["deviation_and_measures"] = f"{words}，后期将加快推进。"
    return broken("V28", f"filings[{number}].deviation_and_measures", beside="V14 V21 V10 V08 V27")


def pasted_deviation(random: Random, case: Case) -> Broken | None:
    """Two funds explain themselves with the same words."""
    if len(case.forms) < 2 or case.forms[0].month == 12:
        return None
    words = "受政策调整影响，{F}部分业务办理延后，涉及{n}人，下一步将加强数据比对，按月调度，确保年底前完成目标任务。"
    for number, form in enumerate(case.forms):
        name = random.choice(FUND_NAMES[form.fund])
        form.filing["deviation_and_measures"] = words.format(F=name, n=random.randint(10, 900) + number)
    return broken("V28", "filings[", beside="")


NAME_BREAKERS = {
    "V16": (other_office, doubled_name, wrong_department, wrong_fund, wrong_county, twice),
    "V25": (two_budgets, two_budgets_in_words),
    "V28": (other_deviation, pasted_deviation),
}
