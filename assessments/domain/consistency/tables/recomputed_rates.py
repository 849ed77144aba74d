"""V01 on budget tables: every printed percentage is recomputed from the two columns it is of (forms.md §1.6 and §5).

A blank numerator over a positive denominator prints 0.00%; a blank or zero denominator has no percentage.
"""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.consistency.arithmetic_words import number
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.consistency.stated_rates import rate_places, stated_rate
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, compare
from assessments.domain.rounding import printed_rate
from assessments.domain.tables import BudgetCell, RateSort, TableRow, readings_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("百分比与分子、分母不符")
_SAY = _("“{name}”的百分比填的是 {found}，{arithmetic} = {expected}")
_SHORT = _("与计算不符")
_QUOTIENT = _("{upper} ÷ {lower}")
_GROWTH = _("({upper} − {lower}) ÷ {lower}")
_ZERO, _ONE = Interval(Decimal(0), Decimal(0), Decimal(0)), Decimal(1)


def _check(dossier: Dossier) -> Iterator[Finding]:
    for table in dossier.tables.tables if dossier.tables else ():
        for row in table.rows:
            for at, cell in enumerate(row.cells):
                if cell.column.rate in (RateSort.QUOTIENT, RateSort.GROWTH) and cell.text.strip():
                    yield from _judge(row, at, cell)


def _judge(row: TableRow, at: int, cell: BudgetCell) -> Iterator[Finding]:
    stated, readings = stated_rate(cell.text), readings_of(row, at)
    if stated is None or not readings:
        return
    growth = cell.column.rate is RateSort.GROWTH
    rates = [_rate(upper, lower, growth=growth) for upper, lower in readings]
    outcomes = [compare(stated, rate) for rate in rates if rate]
    (upper, lower), rate = readings[0], rates[0]
    if rate is None or lower.quantity is None or Outcome.PASS in outcomes:
        return
    values = {"upper": number(upper.quantity) if upper.quantity else "0", "lower": number(lower.quantity)}
    arithmetic = Message(_GROWTH if growth else _QUOTIENT, values)
    expected = printed_rate(rate.value, rate_places(stated))
    yield finding(
        RULE,
        cell.where,
        Message(_SAY, {"name": row.name, "found": cell.text, "arithmetic": arithmetic, "expected": expected}),
        _SHORT,
        found=cell.text,
        expected=expected,
        severity=RULE.severity_of(Outcome.NOTICE if Outcome.NOTICE in outcomes else Outcome.DIFFERS),
        arithmetic=arithmetic,
    )


def _rate(upper: BudgetCell, lower: BudgetCell, *, growth: bool) -> Interval | None:
    if lower.quantity is None or not (upper.quantity or upper.is_blank):
        return None
    above = Interval.around(upper.quantity) if upper.quantity else _ZERO
    quotient = above.over(Interval.around(lower.quantity))
    if quotient is None or not growth:
        return quotient
    return Interval(quotient.low - _ONE, quotient.value - _ONE, quotient.high - _ONE)


def _file(rate: str) -> dict[str, object]:
    columns = ["项目", "2022年预算调整数", "2022年预计执行数", "预计执行数为预算数的%"]
    rows = [["社会保险基金支出合计", "1087595", "995147", rate]]
    return {"tables": [{"no": "表三", "columns": columns, "rows": rows}]}


RULE = DossierRule(
    "V01",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("预算表里印出的每个百分比与它的两列数字（四舍五入到印出的位数）"),
    example=Example(
        passes=Given(_("995147 ÷ 1087595 = 91.50%，表中 91.50%"), _file("91.50%")),
        fails=Given(_("995147 ÷ 1087595 = 91.50%，表中 95.10%"), _file("95.10%")),
    ),
)
