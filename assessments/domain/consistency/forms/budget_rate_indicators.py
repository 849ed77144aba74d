"""V03: an indicator that *is* the expenditure budget rate equals the computed rate (forms.md §5).

Only imports have typed one. A comparison (≥95%) is another rule's (V07); an amount where the rate belongs is both.
"""

from collections.abc import Iterator

from assessments.domain.computed import RowResult, amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.consistency.stated_rates import rate_places, stated_rate
from assessments.domain.facts import Indicator, Nature
from assessments.domain.measures import Interval, Kind, Outcome, compare
from assessments.domain.rounding import printed_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("支出预算执行率与预算数、执行数不符")
_SAY = _("“{name}”填的是 {found}，{arithmetic} = {expected}")
_SHORT = _("与计算不符")
_PLACES = 2


def _check(case: Case) -> Iterator[Finding]:
    if not case.facts.imported:
        return
    for row, result in case.rows():
        if result.nature is Nature.BUDGET_RATE and result.actual.kind is Kind.VALUE:
            yield from _judge(case, row, result)


def _judge(case: Case, row: Indicator, result: RowResult) -> Iterator[Finding]:
    budget, executed = (amount(case.facts, name).quantity for name in (case.edition.budget, case.edition.executed))
    rate = Interval.around(executed).over(Interval.around(budget)) if budget and executed else None
    arithmetic = case.computed.execution_rate.arithmetic
    if rate is None or arithmetic is None:
        return
    stated = stated_rate(row.actual) if result.actual.unit is None or result.actual.unit.symbol == "%" else None
    outcome = compare(stated, rate) if stated else Outcome.DIFFERS
    if outcome is Outcome.PASS:
        return
    expected = printed_rate(rate.value, max(rate_places(stated), _PLACES) if stated else _PLACES)
    values = {"name": row.level3, "found": row.actual.strip(), "arithmetic": arithmetic, "expected": expected}
    yield finding(
        RULE,
        row.key("actual"),
        Message(_SAY, values),
        _SHORT,
        found=row.actual,
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=arithmetic,
    )


def _file(actual: str) -> dict[str, object]:
    filing = {
        "form": "self_assessment",
        "budget": {"total": "23160"},
        "executed": {"total": "23600"},
        "indicators": [{"level3": "支出预算执行率", "target": "≥95%", "actual": actual}],
    }
    return {"filings": [filing]}


RULE = Rule(
    "V03",
    Severity.ERROR,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.FORM,),
    compares=_("支出预算执行率指标的完成值与 执行数 ÷ 预算数"),
    example=Example(
        passes=Given(_("23600 ÷ 23160 = 101.90%，完成值 101.90%"), _file("101.90%")),
        fails=Given(_("23600 ÷ 23160 = 101.90%，完成值 102.13%"), _file("102.13%")),
    ),
)
