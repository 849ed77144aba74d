"""V22 on budget tables: a figure ÷ its budget, or ÷ the year before, outside 50–200% asks for an explanation.

A blank counts as nothing only where a percentage is printed for it; one figure in several tables is asked for once.
"""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.consistency.arithmetic_words import number
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.leaps_of_execution import HIGHEST, LOWEST
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.rounding import printed_rate
from assessments.domain.tables import BudgetCell, Datum, RateSort, TableRow, figures_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("与预算或上年相差太大")
_SAY = _("“{name}”{arithmetic} = {rate}，超出 50%–200%，请说明原因")
_SHORT = _("变化太大")
_QUOTIENT = _("{upper} ÷ {lower}")


def _check(dossier: Dossier) -> Iterator[Finding]:
    asked: set[tuple[Datum, Datum]] = set()
    for table in dossier.tables.tables if dossier.tables else ():
        for row in table.rows:
            for upper, lower in _pairs(row):
                if upper.datum and lower.datum and (upper.datum, lower.datum) not in asked:
                    asked.add((upper.datum, lower.datum))
                    yield from _judge(row, upper, lower)


def _pairs(row: TableRow) -> Iterator[tuple[BudgetCell, BudgetCell]]:
    """The two figures of every printed percentage."""
    for at, cell in enumerate(row.cells):
        figures = figures_of(row, at) if cell.column.rate is RateSort.QUOTIENT else None
        if figures and (figures[0].quantity or cell.text.strip()):
            yield figures


def _judge(row: TableRow, upper: BudgetCell, lower: BudgetCell) -> Iterator[Finding]:
    if lower.quantity is None or lower.quantity.value <= 0 or not (upper.quantity or upper.is_blank):
        return
    rate = (upper.quantity.value if upper.quantity else Decimal(0)) / lower.quantity.value
    if LOWEST <= rate <= HIGHEST:
        return
    shown = number(upper.quantity) if upper.quantity else "0"
    arithmetic = Message(_QUOTIENT, {"upper": shown, "lower": number(lower.quantity)})
    values = {"name": row.name, "arithmetic": arithmetic, "rate": printed_rate(rate, 2)}
    yield finding(RULE, upper.where, Message(_SAY, values), _SHORT, found=upper.text, arithmetic=arithmetic)


def _file(interest: str) -> dict[str, object]:
    columns = ["项目", "2022年预计执行数", "2023年预算数", "预算数为上年预计执行数的%"]
    rows = [["三、机关事业单位基本养老保险基金收入", "414513", "423668", ""], ["利息收入", "5266", interest, ""]]
    return {"tables": [{"no": "表五", "columns": columns, "rows": rows}]}


RULE = DossierRule(
    "V22",
    Severity.WARNING,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("预算表里印了百分比的数与它的预算或上年数，50%–200% 之外要说明"),
    example=Example(
        passes=Given(_("利息收入 2730 ÷ 5266 = 51.84%"), _file("2730")),
        fails=Given(_("利息收入 2330 ÷ 5266 = 44.25%"), _file("2330")),
    ),
)
