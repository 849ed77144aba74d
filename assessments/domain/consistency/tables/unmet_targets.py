"""V24: the budget meets the targets set beside it; a limit or a band is exact (forms.md §5).

其他支出 is what 待遇, 大病保险 and 转移 leave of the expenditure. A plain amount is another rule's (V23).
"""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.completion import goal_of
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Indicator
from assessments.domain.measures import LIMITS, Interval, Measure, Outcome, compare, read
from assessments.domain.rounding import half_up, printed_rate, without_zeros
from assessments.domain.tables.subjects import (
    Budgeted,
    FundBudget,
    Subject,
    SubjectSort,
    budget_of,
    is_money,
    subject_of,
)
from assessments.domain.units import PERCENT
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("预算没有达到同时设定的目标")
_SAY = _("“{name}”目标 {target}，预算是 {value}（{arithmetic}），不在目标之内")
_SHORT = _("预算未达标")

_DIMENSIONS: dict[SubjectSort, frozenset[str]] = {
    SubjectSort.SHARE: frozenset({PERCENT}),
    SubjectSort.MONTHS: frozenset({"个月", ""}),
}
_YI = 8


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, target in enumerate(dossier.targets):
        if budget := budget_of(dossier.tables, target.fund, target.year):
            for row in target.indicators:
                yield from _judge(dossier.place_of_target(number, row.key("target")), row, budget)


def _judge(where: str, row: Indicator, budget: FundBudget) -> Iterator[Finding]:
    subject, measure = subject_of(row.level3), read(row.target)
    if subject is None or not _is_about(subject, measure):
        return
    found = budget.value(subject)
    if found is None or _is_met(subject, measure, row.level3, found.value):
        return
    value = _shown(subject, found)
    values = {"name": row.level3, "target": measure.printed(), "value": value, "arithmetic": found.arithmetic}
    yield finding(
        RULE,
        where,
        Message(_SAY, values),
        _SHORT,
        found=row.target,
        expected=value,
        arithmetic=Message(found.arithmetic),
    )


def _is_about(subject: Subject, measure: Measure) -> bool:
    """Whether the target is a number of the subject's sort."""
    if not measure.is_numeric or not measure.quantities:
        return False
    first = measure.quantities[0]
    return is_money(first) if subject.sort is SubjectSort.AMOUNT else first.dimension in _DIMENSIONS[subject.sort]


def _is_met(subject: Subject, measure: Measure, name: str, value: Decimal) -> bool:
    if measure.kind in LIMITS:
        return measure.allows(value)
    if subject.sort is SubjectSort.AMOUNT or measure.quantity is None:
        return True
    goal = goal_of(measure, name)
    rounded = compare(measure.quantity, Interval(value, value, value)) is not Outcome.DIFFERS
    return rounded or goal is None or goal.met_by(value)


def _shown(subject: Subject, found: Budgeted) -> str:
    if subject.sort is SubjectSort.SHARE:
        return printed_rate(found.value, 2)
    if subject.sort is SubjectSort.MONTHS:
        return f"{without_zeros(half_up(found.value, 1))}个月"
    return f"{without_zeros(found.value.scaleb(-_YI))}亿元"


def _file(cap: str) -> dict[str, object]:
    columns, rows = ["项目", "2023年预算数"], [["职工基本医疗保险基金支出", "260027"], ["其中：待遇支出", "256083"]]
    indicators = [{"level3": "医疗保险待遇支出", "target": cap}]
    return {
        "tables": [{"no": "表六", "columns": columns, "rows": rows}],
        "targets": [{"fund": "EMPLOYEE_MEDICAL", "year": "2023", "indicators": indicators}],
    }


RULE = DossierRule(
    "V24",
    Severity.WARNING,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TARGETS, Need.TABLES),
    compares=_("区域绩效目标表的限额、区间与预算表算出的金额、占比、可支付月数（限额按原值比较，不取整）"),
    example=Example(
        passes=Given(_("待遇支出预算 25.6083 亿元，目标 ≤25.61 亿元"), _file("≤25.61亿元")),
        fails=Given(_("待遇支出预算 25.6083 亿元，目标 ≤25.60 亿元"), _file("≤25.60亿元")),
    ),
)
