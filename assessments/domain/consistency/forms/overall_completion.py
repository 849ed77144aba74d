"""V14: a stated 总体完成率 is reproducible (forms.md §5).

It is the mean of the stated row rates, or of the computed ones where none are stated. Only imports state one.
"""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.consistency.stated_rates import rate_places, stated_rate
from assessments.domain.measures import Interval, Outcome, compare, total
from assessments.domain.rounding import printed_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_KEY = "overall_completion_rate"

_TITLE = _("总体完成率与各行完成率不符")
_STATED = _("总体完成率填的是 {found}，原表 {count} 行完成率的平均为 {expected}")
_COMPUTED = _("总体完成率填的是 {found}，{count} 行完成率的平均为 {expected}")
_MEAN = _("{sum} ÷ {count}")
_SHORT = _("与平均不符")


def _check(case: Case) -> Iterator[Finding]:
    found = case.facts.value(_KEY)
    stated, rows = stated_rate(found), _stated_rows(case)
    rates = rows or _computed_rows(case)
    if stated is None or not rates or not case.facts.imported:
        return
    whole = total(rates)
    mean = whole.divided(len(rates))
    outcome = compare(stated, mean)
    if outcome is Outcome.PASS:
        return
    expected = printed_rate(mean.value, max(rate_places(stated), 1))
    values = {"found": found, "count": len(rates), "expected": expected}
    yield finding(
        RULE,
        _KEY,
        Message(_STATED if rows else _COMPUTED, values),
        _SHORT,
        found=found,
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=Message(_MEAN, {"sum": printed_rate(whole.value, 2), "count": len(rates)}),
    )


def _stated_rows(case: Case) -> list[Interval]:
    rates = (stated_rate(row.completion_rate) for row in case.facts.indicators)
    return [Interval.around(rate) for rate in rates if rate]


def _computed_rows(case: Case) -> list[Interval]:
    rates = (result.completion.value for _row, result in case.rows())
    return [Interval(rate, rate, rate) for rate in rates if rate is not None]


def _file(overall: str) -> dict[str, object]:
    rows = [{"level3": "参保人数", "completion_rate": rate} for rate in ("100%", "90%")]
    filing = {"form": "monitoring_report", "monitoring_point": "2020年9月", "indicators": rows}
    return {"filings": [filing | {"overall_completion_rate": overall}]}


RULE = Rule(
    "V14",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("填报的总体完成率与各行完成率的平均"),
    example=Example(
        passes=Given(_("(100% + 90%) ÷ 2 = 95%，总体完成率 95%"), _file("95%")),
        fails=Given(_("(100% + 90%) ÷ 2 = 95%，总体完成率 98%"), _file("98%")),
    ),
)
