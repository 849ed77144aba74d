"""The fillings of the demo's clerks: papers of this year, invented after the published ones."""

from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal

from assessments.domain.facts import Facts, Grade, Nature
from assessments.domain.funds import Fund
from assessments.domain.rounding import half_up

_REACHED = Grade.ACHIEVED.value
_GOAL = "确保参保人员按时足额享受{benefit}，待遇调整及时到位，基金安全平稳运行，切实维护社会稳定。"
_PROGRESS = "1-{month}月严格执行社会保险基金管理法规政策，按时足额支付{benefit}，没有发生基金管理运行风险。"
_ACTUAL = "全年严格执行社会保险基金管理法规政策，按时足额支付{benefit}，没有发生基金管理运行风险。"
_MEASURES = "各项指标按进度完成，没有出现较大偏差。下一步继续做好参保缴费服务，按月核对支付数据，确保全年目标完成。"


@dataclass(frozen=True, slots=True)
class DemoRow:
    """One indicator: levels, name, target, actual; a grade for wording; points where the paper is scored."""

    level1: str
    level2: str
    level3: str
    target: str
    actual: str = ""
    nature: str = ""
    grade: str = ""
    deviation_reason: str = ""
    corrective_measure: str = ""
    weight: str = ""
    score: str = ""

    def values(self) -> dict[str, str]:
        """The row's fields."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True)
class Paper:
    """A filled monitoring report: squares by key, and its rows."""

    squares: dict[str, str]
    rows: tuple[DemoRow, ...] = field(default=())


#: Year's budget (万元), heads insured and heads paid of a county, and what the fund pays.
FIGURES: dict[Fund, tuple[int, int, int, str]] = {
    Fund.GOV_PENSION: (15260, 2890, 1690, "养老金"),
    Fund.RESIDENT_PENSION: (596, 17120, 2850, "基础养老金"),
    Fund.EMPLOYEE_MEDICAL: (3720, 4310, 4055, "医疗保险待遇"),
    Fund.RESIDENT_MEDICAL: (2310, 31250, 26400, "医疗保险待遇"),
}


def monitoring_paper(fund: Fund, month: int, *, left_over: int = 35) -> Paper:
    """A report of ``fund`` after ``month`` months that agrees with itself and stands at par with the calendar.

    ``left_over`` is what was received and not yet spent (万元); the rules ask about nothing at all.
    """
    budget, insured, paid, benefit = FIGURES[fund]
    executed = half_up(Decimal(budget) * month / 12 * Decimal("1.006"), 0)
    received = executed + left_over
    squares = {
        "adjusted_budget.total": str(budget),
        "received.total": str(received),
        "executed.total": str(executed),
        "goal_expected": _GOAL.format(benefit=benefit),
        "goal_progress": _PROGRESS.format(month=month, benefit=benefit),
        "deviation_and_measures": _MEASURES,
    }
    return Paper(squares, _rows(insured, paid, benefit))


def self_assessment_paper(fund: Fund) -> Paper:
    """A year's self-assessment of ``fund`` that agrees with itself, with one indicator short of its target."""
    budget, insured, paid, benefit = FIGURES[fund]
    executed = half_up(Decimal(budget) * Decimal("0.984"), 0)
    squares = {
        "budget.total": str(budget),
        "budget.social_insurance_fund": str(budget),
        "executed.total": str(executed),
        "executed.social_insurance_fund": str(executed),
        "goal_expected": _GOAL.format(benefit=benefit),
        "goal_actual": _ACTUAL.format(benefit=benefit),
    }
    *others, satisfaction = _rows(insured, paid, benefit)
    short = replace(
        satisfaction,
        actual="94.1%",
        deviation_reason="办事大厅搬迁期间等候时间较长",
        corrective_measure="增设窗口，延长服务时间",
    )
    return Paper(squares, (*others, short))


#: The points of the rows of a scored paper, and those that are given for words.
_WEIGHTS, _GIVEN = ("10", "8", "8", "8", "8", "8", "15", "15", "10"), {4: "7.5", 6: "14"}


def scored_paper(fund: Fund) -> Paper:
    """The same year on the scored form: its points come to hundred, and one text says why an indicator fell short."""
    paper = self_assessment_paper(fund)
    total = paper.squares["budget.total"]
    squares = {key: text for key, text in paper.squares.items() if not key.endswith("social_insurance_fund")}
    squares |= {"initial_budget.total": total, "department": "人力资源和社会保障局"}
    rows = (
        replace(
            row,
            weight=weight,
            score=_GIVEN.get(number, ""),
            deviation_reason="，".join(filter(None, (row.deviation_reason, row.corrective_measure))),
            corrective_measure="",
        )
        for number, (row, weight) in enumerate(zip(paper.rows, _WEIGHTS, strict=True))
    )
    return Paper(squares, tuple(rows))


_OFFICES = (
    *("central_departments", "provincial_finance", "provincial_departments", "prefecture_departments"),
    *("income_budget", "expenditure_budget", "overall_goal", "general_goals", "annual_goals"),
)


def target_paper(published: Facts, *, half: bool = False) -> Paper:
    """A table that promises what was ``published``, or its first half."""
    squares = {key: published.value(key) for key in _OFFICES}
    rows = tuple(DemoRow(row.level1, row.level2, row.level3, row.target) for row in published.indicators)
    if not half:
        return Paper(squares, rows)
    return Paper({key: squares[key] for key in _OFFICES[:6]}, rows[: len(rows) // 2])


def _rows(insured: int, paid: int, benefit: str) -> tuple[DemoRow, ...]:
    out, effect = "产出指标", "效益指标"
    return (
        DemoRow(out, "数量指标", "参保缴费人数", f"{insured}人", f"{insured + insured // 60}人"),
        DemoRow(out, "数量指标", "享受待遇人数", f"{paid}人", f"{paid + paid // 90}人"),
        DemoRow(out, "数量指标", "基金支出预算执行率", "95%-105%", nature=Nature.BUDGET_RATE.value),
        DemoRow(out, "质量指标", "待遇首次发放成功率", "≥95%", "98.6%"),
        DemoRow(out, "质量指标", f"{benefit}发放时效", "每月25日前", "每月25日前全部发放到位", grade=_REACHED),
        DemoRow(out, "质量指标", "基金使用符合政策规定", "100%", "100%"),
        DemoRow(
            effect,
            "社会效益指标",
            "参保人员生活得到保障",
            "充分发挥社会保险的职能作用",
            "按政策落实到位",
            grade=_REACHED,
        ),
        DemoRow(effect, "可持续影响指标", "参保人员上访率", "≤0.1%", "0.02%"),
        DemoRow("满意度指标", "满意度指标", "参保人员满意度", "≥95%", "96.8%"),
    )
