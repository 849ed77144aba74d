"""V01: a stated rate equals its own numerator and denominator (forms.md §5), on squares.

Only imports state rates; on the portal the computed ones stand alone. A completion rate is judged where target and
actual are plain numbers and more is not worse (3 complaints of at most 5 are not 60 %); one that equals month/12 on an
indicator that time does not scale is another rule's (V13).
"""

from collections.abc import Iterator

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.completion_by_time import is_elapsed_time
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.consistency.stated_rates import rate_places, stated_rate
from assessments.domain.directions import less_is_better
from assessments.domain.measures import Interval, Outcome, compare
from assessments.domain.rounding import printed_rate
from assessments.domain.units import Quantity
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("比率与分子、分母不符")
_SAY = _("“{found}”与 {arithmetic} 不符，应为 {expected}")
_SHORT = _("与计算不符")
_QUOTIENT = _("{numerator} ÷ {denominator}")


def _check(case: Case) -> Iterator[Finding]:
    if not case.facts.imported:
        return
    yield from _execution_rate(case)
    for row, result in case.rows():
        stated = stated_rate(row.completion_rate)
        target, actual = result.target.quantity, result.actual.quantity
        if less_is_better(row.level3) or stated is None or is_elapsed_time(case, row, result, stated):
            continue
        if target and actual and actual.fits(target):
            yield from _compare(row.key("completion_rate"), row.completion_rate, stated, actual, target)


def _execution_rate(case: Case) -> Iterator[Finding]:
    stated = stated_rate(case.facts.value("execution_rate"))
    budget = amount(case.facts, case.edition.budget).quantity
    executed = amount(case.facts, case.edition.executed).quantity
    if stated and budget and executed:
        yield from _compare("execution_rate", case.facts.squares["execution_rate"], stated, executed, budget)


def _compare(where: str, found: str, stated: Quantity, numerator: Quantity, denominator: Quantity) -> Iterator[Finding]:
    quotient = Interval.around(numerator).over(Interval.around(denominator))
    if quotient is None:
        return
    outcome = compare(stated, quotient)
    if outcome is Outcome.PASS:
        return
    expected = printed_rate(quotient.value, rate_places(stated))
    arithmetic = Message(_QUOTIENT, {"numerator": f"{numerator.number:f}", "denominator": f"{denominator.number:f}"})
    say = Message(_SAY, {"found": found, "arithmetic": arithmetic, "expected": expected})
    severity = RULE.severity_of(outcome)
    yield finding(RULE, where, say, _SHORT, found=found, expected=expected, severity=severity, arithmetic=arithmetic)


def _file(rate: str) -> dict[str, object]:
    rows = [{"level3": "个人缴费人数", "target": "16525人", "actual": "18007人", "completion_rate": rate}]
    return {"filings": [{"form": "monitoring_report", "monitoring_point": "2020年9月", "indicators": rows}]}


RULE = Rule(
    "V01",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("表里填报的执行率、完成率与各自的分子、分母（四舍五入到印出的位数）"),
    example=Example(
        passes=Given(_("18007 ÷ 16525 = 108.97%，完成率 108.97%"), _file("108.97%")),
        fails=Given(_("18007 ÷ 16525 = 108.97%，完成率 109.00%"), _file("109.00%")),
    ),
)
