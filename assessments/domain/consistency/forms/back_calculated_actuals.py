"""V12: an actual equal to target × month/12 looks back-calculated (forms.md §5)."""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Indicator, Nature
from assessments.domain.measures import Kind
from assessments.domain.rounding import half_up
from assessments.domain.units import PERCENT
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("完成值正好是目标乘以时间进度")
_SAY = _("“{name}”完成值 {found} 正好是 {arithmetic}，请确认是实际数")
_SHORT = _("像推算的数")
_ARITHMETIC = _("{target} × {month}/12")
#: Smaller numbers can be months' plans kept exactly (目标 4 期，9 月完成 3 期).
_FROM = Decimal(100)
_TARGETS = frozenset({Kind.VALUE, Kind.AT_LEAST, Kind.MORE_THAN})


def _check(case: Case) -> Iterator[Finding]:
    month = case.facts.month
    if not month or month >= 12:
        return
    for row, result in case.rows():
        if _is_back_calculated(result, month):
            yield _say(row, result, month)


def _is_back_calculated(result: RowResult, month: int) -> bool:
    target, actual = result.target, result.actual.quantity
    if result.nature is Nature.BUDGET_RATE or target.kind not in _TARGETS or actual is None or not actual.number:
        return False
    goal = target.quantities[0]
    if not actual.fits(goal) or (actual.dimension != PERCENT and abs(actual.number) < _FROM):
        return False
    exact = (goal.value * month / 12).scaleb(-actual.power)
    return half_up(exact, actual.places) == actual.number


def _say(row: Indicator, result: RowResult, month: int) -> Finding:
    arithmetic = Message(_ARITHMETIC, {"target": result.target.quantities[0].printed(), "month": month})
    values = {"name": row.level3, "found": row.actual.strip(), "arithmetic": arithmetic}
    return finding(RULE, row.key("actual"), Message(_SAY, values), _SHORT, found=row.actual, arithmetic=arithmetic)


def _file(actual: str) -> dict[str, object]:
    rows = [{"level3": "参保缴费人数", "target": "2834人", "actual": actual}]
    return {"filings": [{"form": "monitoring_report", "monitoring_point": "2020年9月", "indicators": rows}]}


RULE = Rule(
    "V12",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("监控时点的完成值与 目标 × 月份/12"),
    example=Example(
        passes=Given(_("9 月，目标 2834人，完成 2977人"), _file("2977人")),
        fails=Given(_("9 月，目标 2834人，完成 2126人 = 2834 × 9/12"), _file("2126人")),
    ),
)
