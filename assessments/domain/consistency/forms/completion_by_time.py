"""V13: a completion of month/12 on an indicator that time does not scale (forms.md §5).

Rates of execution grow over the year whatever their nature, and a rate that its own target and actual give is none.
"""

from collections.abc import Iterator

from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.consistency.stated_rates import stated_rate
from assessments.domain.facts import Indicator
from assessments.domain.measures import Interval, Outcome, Quantity, compare
from assessments.domain.natures import SCALED_NATURES
from assessments.domain.rounding import half_up
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("完成率只是时间进度")
_SAY = _("“{name}”不随时间累计，完成率 {found} 却正好是 {month}/12，请按实际完成填写")
_SHORT = _("只是时间进度")
_GROWS = "执行率"


def _check(case: Case) -> Iterator[Finding]:
    for row, result in case.rows():
        stated = stated_rate(row.completion_rate)
        if stated and is_elapsed_time(case, row, result, stated):
            values = {"name": row.level3, "found": row.completion_rate.strip(), "month": case.facts.month}
            yield finding(RULE, row.key("completion_rate"), Message(_SAY, values), _SHORT, found=row.completion_rate)


def is_elapsed_time(case: Case, row: Indicator, result: RowResult, stated: Quantity) -> bool:
    """True if a stated completion rate is nothing but the share of the year that has passed."""
    progress = case.computed.progress
    if progress is None or progress == 1 or result.nature in SCALED_NATURES or _GROWS in row.level3:
        return False
    if half_up(progress.scaleb(-stated.power), stated.places) != stated.number:
        return False
    return not _is_quotient(result, stated)


def _is_quotient(result: RowResult, stated: Quantity) -> bool:
    target, actual = result.target.quantity, result.actual.quantity
    if target is None or actual is None or not actual.fits(target):
        return False
    rate = Interval.around(actual).over(Interval.around(target))
    return rate is not None and compare(stated, rate) is Outcome.PASS


def _file(rate: str) -> dict[str, object]:
    rows = [{"level3": "参保人员满意度", "target": "≥95%", "actual": "96%", "completion_rate": rate}]
    return {"filings": [{"form": "monitoring_report", "monitoring_point": "2020年9月", "indicators": rows}]}


RULE = Rule(
    "V13",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("存量、质量、满意度、文字类指标填报的完成率与 月份/12"),
    example=Example(
        passes=Given(_("9 月，满意度目标 ≥95%，完成 96%，完成率 100%"), _file("100%")),
        fails=Given(_("9 月，满意度目标 ≥95%，完成 96%，完成率 75%"), _file("75%")),
    ),
)
