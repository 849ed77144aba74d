"""V11: counts and amounts equal to their targets to the last digit are asked about, once per form (forms.md §5)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Indicator, Nature
from assessments.domain.units import MONEY
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("完成数与目标数完全相同")
_SAY = _("{count} 项的完成数与目标数一字不差（{names}），请确认是实际数")
_SHORT = _("与目标相同")
#: Smaller counts are plans that can be kept exactly (4 期培训).
_FROM = Decimal(100)
_NAMED = 8
_STANDARD = re.compile(r"标准|定额|限额|限价|单价|人均|每人")


def _check(case: Case) -> Iterator[Finding]:
    equal = [row for row, result in case.rows() if _is_equal(row, result)]
    if not equal:
        return
    figures = [f"{row.level3} {row.actual.strip()}" for row in equal]
    names = "、".join(figures[:_NAMED]) + "…" * (len(equal) > _NAMED)
    say = Message(_SAY, {"count": len(equal), "names": names})
    yield finding(RULE, _place(equal), say, _SHORT, found=equal[0].actual, confirms=figures)


def _place(rows: list[Indicator]) -> str:
    return rows[0].key("actual")


def _is_equal(row: Indicator, result: RowResult) -> bool:
    """Whether a count or a sum repeats its target; a standard per head is paid as it was set."""
    target, actual = result.target.quantity, result.actual.quantity
    if target is None or actual is None or target.dimension != actual.dimension or target.value != actual.value:
        return False
    if _STANDARD.search(row.level3[:200]):
        return False
    if target.unit is None:
        return result.nature is Nature.STOCK and abs(target.number) >= _FROM
    if not (target.unit.counted or target.dimension == MONEY):
        return False
    return abs(target.value if target.unit.counted else target.number) >= _FROM


def _file(actual: str) -> dict[str, object]:
    rows = [{"level3": "参保缴费人数", "target": "13147人", "actual": actual}]
    return {"filings": [{"form": "self_assessment", "indicators": rows}]}


RULE = Rule(
    "V11",
    Severity.WARNING,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    compares=_("人数、金额等的完成值与目标值（100 以上），全表只问一次"),
    example=Example(
        passes=Given(_("目标 13147人，完成 13152人"), _file("13152人")),
        fails=Given(_("目标 13147人，完成 13147人"), _file("13147人")),
    ),
)
