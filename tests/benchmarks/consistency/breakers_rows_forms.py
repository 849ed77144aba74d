"""Mistakes in the rows and texts of a form (V02, V07 to V13, V17)."""

from decimal import Decimal
from random import Random

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.breakers_forms import some_form
from tests.benchmarks.consistency.breaking_papers import Broken, broken
from tests.benchmarks.consistency.cases_papers import Case
from tests.benchmarks.consistency.fillings_forms import Form
from tests.benchmarks.consistency.places_papers import FUND_NAMES
from tests.benchmarks.consistency.rows_papers import half_up, percent

_NUMERIC = ("count", "plain_count", "at_least", "whole", "at_most", "band", "income_rate", "flow", "cost", "months")


def pick(random: Random, case: Case, sorts: tuple[str, ...]) -> tuple[int, Form, int] | None:
    fit = [
        (number, form, index)
        for number, form in enumerate(case.forms)
        for index, row in enumerate(form.rows)
        if row.sort in sorts
    ]
    return random.choice(fit) if fit else None


def _place(number: int, index: int) -> str:
    return f"filings[{number}].indicators[{index}]"


def _text_key(form: Form) -> str:
    return "goal_actual" if form.month == 12 else "goal_progress"


def wrong_text(random: Random, case: Case) -> Broken | None:
    """The text of the goals says another amount or rate than the money block."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    rate = percent(form.rate + Decimal(random.choice((-6, -3, 2, 5))) / 100)
    spent = f"{half_up(form.executed * random.choice((80, 93, 108, 130)) / 100, 2)}万元"
    name = FUND_NAMES[form.fund][0]
    when = "" if form.month == 12 else f"截至{form.month}月底，"
    key = _text_key(form)
    form.filing[key] = random.choice(
        (
            f"{when}完成年度预算的{rate}，各项待遇按时足额发放。",
            f"{when}{name}基金支出{spent}，未发生基金管理运行风险。",
            f"{when}预算执行率为{rate}。",
            f"严格执行政策。{when}基金支出{spent}，预算执行率达{percent(form.rate)}。",
        )
    )
    return broken("V02", f"filings[{number}].{key}", beside="V01 V25 V10 V03")


def limit_as_actual(random: Random, case: Case) -> Broken | None:
    """The target's limit typed as the actual."""
    found = pick(random, case, ("at_least", "at_most", "band", "income_rate", "months", "count"))
    if not found:
        return None
    number, form, index = found
    row = form.filing["indicators"][index]
    if not any(sign in row["target"] for sign in "≥≤≧≦><不以小大至-～~—–"):
        return None
    row["actual"] = row["target"]
    return broken("V07", _place(number, index), beside="V08 V11 V13")


def words_as_actual(random: Random, case: Case) -> Broken | None:
    """已完成 under a number."""
    found = pick(random, case, _NUMERIC)
    if not found:
        return None
    number, form, index = found
    words = random.choice(("已完成", "达标", "完成", "较上年提高", "达成预期指标"))
    form.filing["indicators"][index]["actual"] = words
    return broken("V07", _place(number, index), beside="V08")


def other_unit(random: Random, case: Case) -> Broken | None:
    """The actual has another unit than the target."""
    found = pick(random, case, ("count", "plain_count", "at_least", "whole", "at_most", "flow", "months", "few"))
    if not found:
        return None
    number, form, index = found
    sort = form.rows[index].sort
    amount = f"{random.randint(500, 9000)}"
    wrong = {"at_least": f"{amount}万元", "whole": f"{amount}人", "at_most": f"{amount}人次", "flow": f"{amount}人"}
    text = wrong.get(sort, f"{random.randint(81, 99)}.3%")
    if sort in ("at_least", "whole") and random.random() < 0.4:
        text = amount
    form.filing["indicators"][index]["actual"] = text
    return broken("V07", _place(number, index), beside="V08 V03")


def two_values(random: Random, case: Case) -> Broken | None:
    """Two figures in one square."""
    found = pick(random, case, ("plain_count", "count", "at_least", "standard"))
    if not found:
        return None
    number, form, index = found
    row = form.filing["indicators"][index]
    first, second = random.choice((("52、15", "50、6.17"), ("96%、98%", "≥95%"), ("128元、35元", "128元、30元")))
    row["actual"], row["target"] = first, second
    return broken("V07", _place(number, index), beside="V08 V09")


def missed(random: Random, case: Case) -> Broken | None:
    """An actual that misses its target, without a word."""
    found = pick(random, case, ("count", "plain_count", "at_least", "at_most", "months", "never", "few", "days"))
    if not found:
        return None
    number, form, index = found
    row, printed = form.rows[index], form.filing["indicators"][index]
    share = Decimal(random.randint(450, 960)) / 1000
    unit = next((each for each in ("人次", "人", "户") if each in row.actual), "")
    if row.sort in ("count", "plain_count"):
        printed["target"] = printed["target"] if row.sort == "plain_count" else f"≥{row.number:f}{unit}"
        actual = (row.number * share).quantize(Decimal(1))
        printed["actual"] = f"{actual}{unit}" if not printed["target"].isdigit() else f"{actual}"
    elif row.sort == "at_least":
        printed["target"], printed["actual"] = "≥95%", f"{random.randint(60, 94)}.{random.randint(0, 9)}%"
    elif row.sort == "at_most":
        printed["actual"] = f"{row.number * random.randint(2, 4)}%"
    elif row.sort == "months":
        printed["actual"] = f"{(row.number * share).quantize(Decimal('0.1'))}个月"
    elif row.sort == "never":
        printed["actual"] = f"{random.randint(1, 5)}{'起' if '起' in row.target + row.actual else '次'}"
        printed["target"] = "0起" if "起" in printed["actual"] else "0次"
    elif row.sort == "few":
        unit = "".join(char for char in row.actual if not char.isdigit())
        printed["target"], printed["actual"] = f"≥{int(row.number) + 2}{unit}", f"{max(1, int(row.number) // 2)}{unit}"
    else:
        unit = "".join(char for char in row.actual if not char.isdigit())
        printed["target"], printed["actual"] = f"≤{row.number}{unit}", f"{row.number + random.randint(2, 20)}{unit}"
    _unexplained(form, index)
    return broken("V08", _place(number, index), beside="V10 V14 V21 V27 V28")


def _unexplained(form: Form, index: int) -> None:
    """The row without its completion rate, reason and measure, and nothing in section 五."""
    for key in ("completion_rate", "deviation_reason", "corrective_measure"):
        form.filing["indicators"][index].pop(key, None)
    if form.filing.get("deviation_and_measures", "")[:1] not in ("", "无"):
        form.filing["deviation_and_measures"] = "无"


def far_beyond(random: Random, case: Case) -> Broken | None:
    """More than 30 % above a plain target, without a word."""
    found = pick(random, case, ("plain_count",))
    if not found:
        return None
    number, form, index = found
    row, printed = form.rows[index], form.filing["indicators"][index]
    unit = next((each for each in ("人次", "人", "户") if each in row.actual), "")
    printed["actual"] = f"{(row.number * random.randint(135, 240) / 100).quantize(Decimal(1))}{unit}"
    _unexplained(form, index)
    return broken("V08", _place(number, index), beside="V14 V21 V28 V10 V27")


def late_flow(random: Random, case: Case) -> Broken | None:
    """An amount so far behind its time that its light is yellow or red."""
    found = pick(random, case, ("plain_flow", "flow"))
    if not found:
        return None
    number, form, index = found
    row, printed = form.rows[index], form.filing["indicators"][index]
    due = row.number * form.month / 12
    printed["target"] = f"{row.number}万元"
    printed["actual"] = f"{half_up(due * random.randint(40, 79) / 100, 2)}万元"
    _unexplained(form, index)
    return broken("V08", _place(number, index), beside="V10 V14 V21 V27 V28")


def malformed_target(random: Random, case: Case) -> Broken | None:
    """Bounds the wrong way round, two signs, a letter among digits."""
    found = pick(random, case, ("at_least", "income_rate", "band", "whole"))
    if not found:
        return None
    number, form, index = found
    wrong = random.choice(
        ("105%≤≥95%", "105%≤95%", "105%-95%", "≥≤95%", "95%≥105%", "≥1OO%", "≥%", "105%至95%", "≥95%≤90%", "≥9 5..%")
    )
    form.filing["indicators"][index]["target"] = wrong
    return broken("V09", _place(number, index), beside="V07 V08 V03")


def wrong_direction(random: Random, case: Case) -> Broken | None:
    """Fewer people content, more complaints."""
    found = pick(random, case, ("at_least", "at_most", "whole", "count"))
    if not found:
        return None
    number, form, index = found
    row, printed = form.rows[index], form.filing["indicators"][index]
    if row.sort == "at_most":
        printed["target"], printed["actual"] = f"≥{row.number}%", f"{row.number * 2}%"
    elif row.sort == "count" and form.fund in (Fund.WORK_INJURY, Fund.UNEMPLOYMENT):
        return None
    elif row.sort == "count":
        printed["target"] = f"≤{row.actual}"
    else:
        printed["target"] = random.choice(("≤99.9%", "不超过99.9%", "＜100%", "≤100%"))
        printed["actual"] = "96.2%"
    return broken("V09", _place(number, index), beside="V08 V11")


_CLAIMS = (
    "达到了预期目标",
    "圆满完成年度目标任务",
    "全面完成年初设定的绩效目标",
    "各项绩效目标均已完成",
    "实现了年度预期目标",
    "较好地完成了预期绩效目标",
    "各项指标全部达标",
)


def claimed(random: Random, case: Case) -> Broken | None:
    """Success is claimed while a rate is outside its band."""
    number, form = some_form(random, case) or (0, None)
    if form is None or form.month != 12:
        return None
    form.executed = form.money.exact(form.budget * random.randint(620, 860) / 1000)
    total = form.money.print(form.executed)
    form.filing["executed"] = {"total": total, "social_insurance_fund": total, "other": ""}
    index = next(at for at, row in enumerate(form.rows) if row.sort == "budget_rate")
    printed = form.filing["indicators"][index]
    printed["actual"] = percent(form.rate)
    printed["deviation_reason"], printed["corrective_measure"] = "部分待遇次年支付", "加快支付进度"
    form.filing["goal_actual"] = f"按时足额发放各项待遇，{random.choice(_CLAIMS)}，确保了社会稳定。"
    return broken("V10", f"filings[{number}].", beside="V22")


def equal_counts(random: Random, case: Case) -> Broken | None:
    """Head counts equal to their targets to the last digit."""
    found = pick(random, case, ("plain_count",))
    if not found:
        return None
    number, form, _index = found
    for row, printed in zip(form.rows, form.filing["indicators"], strict=True):
        if row.sort == "plain_count":
            printed["actual"] = printed["target"].lstrip("=＝").removeprefix("达到")
            if "completion_rate" in printed:
                printed["completion_rate"] = "100%"
    return broken("V11", f"filings[{number}].", beside="V14 V21")


def back_calculated(random: Random, case: Case) -> Broken | None:
    """The actual is target × month ÷ 12."""
    found = pick(random, case, ("plain_count", "plain_flow", "flow"))
    if not found or found[1].month == 12:
        return None
    number, form, index = found
    row, printed = form.rows[index], form.filing["indicators"][index]
    value = row.number * form.month / 12
    if row.sort == "plain_count":
        unit = next((each for each in ("人次", "人", "户") if each in row.actual), "")
        printed["target"], printed["actual"] = f"{row.number}{unit}", f"{half_up(value, 0)}{unit}"
    else:
        printed["target"], printed["actual"] = f"{row.number}万元", f"{half_up(value, 2)}万元"
    printed.pop("completion_rate", None)
    return broken("V12", _place(number, index), beside="V08 V14 V21 V27 V28")


def rate_is_time(random: Random, case: Case) -> Broken | None:
    """A completion rate of month ÷ 12 where time does not matter."""
    found = pick(random, case, ("at_least", "whole", "words", "deadline", "band", "never", "at_most"))
    if not found or found[1].month == 12:
        return None
    number, form, index = found
    printed = form.filing["indicators"][index]
    printed["completion_rate"] = percent(Decimal(form.month) / 12, random.choice((0, 2)))
    return broken("V13", _place(number, index), beside="V14 V21 V01")


_FOREIGN = {
    True: ("养老金发放及时率", "保障退休待遇人数", "失业保险金发放人数", "基础养老金标准"),
    False: ("住院费用报销及时率", "政策范围内住院费用报销比例", "定点医疗机构检查覆盖率", "参保人员住院率"),
}


def foreign_indicator(random: Random, case: Case) -> Broken | None:
    """An indicator of another fund."""
    found = pick(random, case, ("at_least", "whole"))
    if not found:
        return None
    number, form, index = found
    name = random.choice(_FOREIGN[form.medical])
    form.filing["indicators"][index]["level3"] = name
    return broken("V17", _place(number, index), beside="V09 V08")


def foreign_category(random: Random, case: Case) -> Broken | None:
    """An indicator under another category: a number of people as quality, contentment as a quantity."""
    number, form = some_form(random, case) or (0, None)
    if form is None:
        return None
    rows = form.filing["indicators"]
    index = random.choice((len(rows) - 1, 1, 2))
    if form.rows[index].sort in ("count", "plain_count"):
        rows[index]["level2"] = random.choice(("满意度指标", "时效指标"))
    elif index == len(rows) - 1:
        rows[index]["level1"], rows[index]["level2"] = rows[0]["level1"], random.choice(("数量指标", "时效指标"))
    else:
        return None
    return broken("V17", _place(number, index))


ROW_BREAKERS = {
    "V02": (wrong_text,),
    "V07": (limit_as_actual, words_as_actual, other_unit, two_values),
    "V08": (missed, far_beyond, late_flow),
    "V09": (malformed_target, wrong_direction),
    "V10": (claimed,),
    "V11": (equal_counts,),
    "V12": (back_calculated,),
    "V13": (rate_is_time,),
    "V17": (foreign_indicator, foreign_category),
}
