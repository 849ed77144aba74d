"""Forms of one fund with true figures, as objects of the exchange format."""

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.places_papers import FUND_NAMES, MEDICAL_FUNDS, Place
from tests.benchmarks.consistency.rows_papers import Row, half_up, percent, rows

Filing = dict[str, Any]


@dataclass(frozen=True)
class Money:
    """How the amounts of one form are printed."""

    places: int
    grouped: bool
    unit: str
    blank: str
    shape: float
    share: Decimal

    @classmethod
    def drawn(cls, random: Random) -> "Money":
        return cls(
            random.choice((0, 0, 2, 2, 1)),
            random.random() < 0.15,
            random.choice(("万元", "万元", "万元", "元")),
            random.choice(("", "", "", "0", "0.00", "—", "/", "无", "-")),
            random.random(),
            Decimal(random.randint(5, 90)) / 1000,
        )

    def print(self, value: Decimal) -> str:
        if self.unit == "元":
            return self._grouped(half_up(value * 10000, 2 if self.places else 0))
        return self._grouped(half_up(value, self.places))

    def exact(self, value: Decimal) -> Decimal:
        """The value that the printed figure has, in 万元."""
        return Decimal(self.print(value).replace(",", "")) / (10000 if self.unit == "元" else 1)

    def _grouped(self, number: Decimal) -> str:
        return f"{number:,f}" if self.grouped else f"{number:f}"


@dataclass
class Form:
    """A filing in the exchange format, the rows behind it, and what a breaker must know of it."""

    filing: Filing
    fund: Fund
    rows: list[Row]
    money: Money
    budget: Decimal
    executed: Decimal
    place: Place
    month: int = 12
    medical: bool = field(init=False)

    def __post_init__(self) -> None:
        self.medical = self.fund in MEDICAL_FUNDS

    @property
    def rate(self) -> Decimal:
        return self.executed / self.budget


_GOALS = (
    "确保{F}待遇按时足额发放，保障参保人员合法权益，维护社会稳定。",
    "聚焦总目标，确保参保人员按期足额享受{F}待遇，享受国家发展改革成果，确保社会稳定和长治久安。",
    "目标1：基金收支平衡。目标2：基金运行规范安全。目标3：{F}待遇及时支付。",
    "严格执行{F}政策，做好基金预算管理，不断提高经办服务水平。",
)
_DONE = (
    "严格执行社保基金管理法规政策，按期足额支付待遇，未发生基金管理运行风险。完成年度预算的{rate}。",
    "完成年度预算的{rate}，达到了预期目标。",
    "全年按时足额发放各项待遇，参保人员权益得到保证，未发生基金管理运行风险。",
    "本年度{F}支出{exp}，预算执行率{rate}，各项工作有序开展。",
    "年度预算数{bud}，执行数{exp}，预算执行率为{rate}，较好完成了年度目标任务。",
    "目标1完成情况：基金收支平衡。目标2完成情况：基金运行规范安全。",
)
_NOW = (
    "1-{m}月严格执行社保基金管理法规政策，按时足额发放各项社会保险待遇，未发生基金管理运行风险。",
    "截至{m}月底，{F}支出{exp}，执行率{rate}。",
    "截止{m}月末，待遇按时足额发放，基金运行平稳。",
    "目前各项目标有序推进。",
)


def _goal(random: Random, shapes: tuple[str, ...], form: Form) -> str:
    amounts = {"bud": f"{half_up(form.budget, 2)}万元", "exp": f"{half_up(form.executed, 2)}万元"}
    name = random.choice(FUND_NAMES[form.fund][:3])
    return random.choice(shapes).format(F=name, rate=percent(form.rate), m=form.month, **amounts)


def _block(money: Money, value: Decimal, lines: tuple[str, str]) -> dict[str, str]:
    """Total, fund and other money, with the small part blank, or both filled."""
    total = money.print(value)
    if money.shape < 0.5:
        return {"total": total, lines[0]: total, lines[1]: money.blank}
    if money.shape < 0.75:
        return {"total": total, lines[0]: "", lines[1]: money.blank}
    printed = money.exact(value)
    small = money.exact(printed * money.share)
    return {"total": total, lines[0]: money.print(printed - small), lines[1]: money.print(small)}


def _titles(random: Random, place: Place, fund: Fund, year: int) -> tuple[str, str]:
    """The title's beginning and a project's name."""
    name = random.choice(FUND_NAMES[fund])
    project = random.choice(
        ("{F}基金支出", "{P}{F}基金支出", "{y}年{F}基金", "{F}基金", "{F}待遇支出", "{P}{y}年度{F}基金支出项目")
    )
    here = random.choice((place.full, place.name))
    return here, project.format(F=name, P=place.name, y=year)


def _budget_rates(random: Random, form: Form) -> list[Row]:
    """Income and expenditure rate of the fund."""
    word = "基本医疗" if form.medical else random.choice(("基本养老", "基本养老保险"))
    if form.fund in (Fund.WORK_INJURY, Fund.UNEMPLOYMENT):
        word = FUND_NAMES[form.fund][0]
    target = random.choice(("≥95%", "95%至105%", "95%-105%", "95%～105%", "≥90%", "不低于90%"))
    low = Decimal(90 if "90" in target else 95)
    due = low * form.month / 1200
    printed = percent(form.rate, random.choice((2, 2, 2, 1, 0)))
    spending = random.choice((f"{word}支出预算执行率", "基金支出预算执行率", f"{word}基金支出执行率", "支出预算执行率"))
    found = [Row("budget_rate", "数量指标", spending, target, printed, min(form.rate / low * 100, Decimal(1)), low)]
    if random.random() < 0.6:
        income = percent(due * random.randint(1005, 1040) / 1000) if form.month == 12 else "95.5%"
        found.append(Row("income_rate", "数量指标", f"{word}收入预算执行率", target, income, Decimal(1), low))
    return found


def self_assessment(random: Random, place: Place, unit: str, fund: Fund, year: int) -> Form:
    """A 自评表: everything reached, everything true."""
    money = Money.drawn(random)
    budget = money.exact(Decimal(random.randint(30000, 4000000)) / 100)
    executed = money.exact(budget * random.randint(9620, 10380) / 10000)
    form = Form({}, fund, [], money, budget, executed, place)
    form.rows = [*_budget_rates(random, form), *rows(random, fund, 12)]
    here, project = _titles(random, place, fund, year)
    lines = ("social_insurance_fund", "other")
    form.filing = {
        "form": "self_assessment",
        "edition": "self-assessment-2022",
        "title": f"{here}社会保险基金支出绩效自评表",
        "year": random.choice((str(year), f"{year}年", f"{year}年度", str(year))),
        "amount_unit": money.unit,
        "region": place.full,
        "project_name": project,
        "reporting_unit": unit,
        "fund": str(fund.name),
        "budget": _block(money, budget, lines),
        "executed": _block(money, executed, lines),
        "goal_expected": _goal(random, _GOALS, form),
        "goal_actual": _goal(random, _DONE, form),
        "indicators": [_printed(row, "项目完成指标", "项目效益指标") for row in form.rows],
    }
    return form


def _printed(row: Row, first: str, second: str) -> dict[str, str]:
    level1 = second if "效益" in row.level2 or "可持续" in row.level2 else first
    level1 = "满意度指标" if row.level2 == "满意度指标" else level1
    return {
        "level1": level1,
        "level2": row.level2,
        "level3": row.name,
        "target": row.target,
        "actual": row.actual,
    }


def monitoring(random: Random, place: Place, unit: str, fund: Fund, year: int, month: int) -> Form:
    """A 监控情况表 with printed rates, everything on its way."""
    money = Money.drawn(random)
    budget = money.exact(Decimal(random.randint(30000, 4000000)) / 100)
    executed = money.exact(budget * month / 12 * random.randint(9800, 10400) / 10000)
    received = money.exact(executed + (budget - executed) * random.randint(100, 900) / 1000)
    form = Form({}, fund, [], money, budget, executed, place, month)
    form.rows = [*_budget_rates(random, form), *rows(random, fund, month)]
    here, project = _titles(random, place, fund, year)
    lines = ("fiscal", "other")
    form.filing = {
        "form": "monitoring_report",
        "edition": "monitoring-2020",
        "title": f"{here}社保基金支出绩效监控情况表",
        "region": place.full,
        "amount_unit": money.unit,
        "fund": str(fund.name),
        "reporting_unit": unit,
        "project_period": random.choice((f"{year}.01.01-{year}.12.31", f"{year}年", f"{year}年1月-12月", "一年")),
        "project_name": project,
        "monitoring_point": random.choice((f"{year}年{month}月", f"{year}年1-{month}月", f"{year}.{month:02}")),
        "adjusted_budget": _block(money, budget, lines),
        "received": _block(money, received, lines),
        "executed": _block(money, executed, lines),
        "execution_rate": random.choice((percent(form.rate, 0), percent(form.rate, 2), "")),
        "goal_expected": _goal(random, _GOALS, form),
        "goal_progress": _goal(random, _NOW, form),
        "indicators": [_printed(row, "产出指标", "效益指标") for row in form.rows],
        "deviation_and_measures": random.choice(("", "", "无", "无偏差")),
    }
    _print_rates(random, form)
    return form


def _print_rates(random: Random, form: Form) -> None:
    """Completion rates and their mean, as this form prints them."""
    places = random.choice((0, 2, 2, 1))
    stated = []
    for row, printed in zip(form.rows, form.filing["indicators"], strict=True):
        if row.rate is not None and random.random() < 0.95:
            printed["completion_rate"] = percent(row.rate, places)
            stated.append(half_up(row.rate * 100, places))
    mean = sum(stated, Decimal(0)) / len(stated)
    form.filing["overall_completion_rate"] = f"{half_up(mean, random.choice((0, places)))}%"


def review_sheet(forms: list[Form], year: int, month: int, random: Random) -> dict[str, Any]:
    """The 审核表 of these forms; points are taken off with reasons only, so none are."""
    return {
        "form": "review_sheet",
        "edition": "review-sheet-2020",
        "title": f"{forms[0].place.name}社保基金支出绩效监控审核表",
        "business_office": random.choice(("社会保障科", "社保科", "社会保障处")),
        "monitoring_point": f"{year}年{month}月",
        "office_head": "张某",
        "handler": "李某",
        "rows": [_review_row(number, form) for number, form in enumerate(forms, 1)],
    }


def _review_row(number: int, form: Form) -> dict[str, str]:
    filing = form.filing
    return {
        "no": str(number),
        "reporting_unit": filing["reporting_unit"],
        "project_name": filing["project_name"],
        "adjusted_budget": f"{half_up(form.budget, form.money.places):f}",
        "received": f"{_number(filing['received']['total'], form):f}",
        "executed": f"{half_up(form.executed, form.money.places):f}",
        "execution_rate": percent(form.rate, 0),
        "overall_completion_rate": percent(Decimal(filing["overall_completion_rate"].rstrip("%")) / 100, 0),
        "score_budget_execution": "30",
        "score_goal_completion": "30",
        "score_deviation_response": "30",
        "score_timeliness": "10",
        "total_score": "100",
    }


def _number(text: str, form: Form) -> Decimal:
    value = Decimal(text.replace(",", ""))
    return half_up(value / 10000, form.money.places) if form.money.unit == "元" else value
