"""V19: 上年结余 equals last year's closing balance (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency.arithmetic_words import number, signed
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.consistency.tables.balances import closing_before
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, compare
from assessments.domain.tables import BudgetCell, BudgetItem, Datum, Stage
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("上年结余不等于上年末的结余")
_SAY = _("{year} 年的上年结余填的是 {found}，上年末结余是 {expected}，相差 {difference}")
_SHORT = _("与上年不符")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for datum, cells in dossier.tables.by_datum.items() if dossier.tables else ():
        if datum.item is not BudgetItem.OPENING or datum.stage is Stage.ADJUSTED:
            continue
        before = closing_before(dossier, datum)
        for cell in cells:
            if before:
                yield from _judge(datum, cell, before)


def _judge(datum: Datum, cell: BudgetCell, before: BudgetCell) -> Iterator[Finding]:
    opening, closing = cell.quantity, before.quantity
    if opening is None or closing is None:
        return
    outcome = compare(opening, Interval.around(closing))
    if outcome is Outcome.PASS:
        return
    difference = signed(opening.value - closing.value, opening)
    values = {"year": datum.year, "found": cell.text, "expected": before.text, "difference": difference}
    yield finding(
        RULE,
        cell.where,
        Message(_SAY, values),
        _SHORT,
        found=cell.text,
        expected=before.text,
        severity=RULE.severity_of(outcome),
        arithmetic=Message(f"{number(opening)} − {number(closing)} = {difference}"),
    )


def _file(opening: str) -> dict[str, object]:
    columns = ["科目名称", "2022年执行数", "2023年预算数"]
    rows = [["社会保险基金上年结余收入", "1669579", opening], ["社会保险基金年终结余", "1881584", "1998756"]]
    return {"tables": [{"no": "表一", "columns": columns, "rows": rows}]}


RULE = DossierRule(
    "V19",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("本年的上年结余与上年的年末结余（同一份资料或上年的资料）"),
    example=Example(
        passes=Given(_("2022 年末结余 1881584，2023 年的上年结余 1881584"), _file("1881584")),
        fails=Given(_("2022 年末结余 1881584，2023 年的上年结余 1844673"), _file("1844673")),
    ),
)
