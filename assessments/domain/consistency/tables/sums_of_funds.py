"""V05 on budget tables: in every column the funds add up to the total, and the balance table to its 总计 (forms.md §5).

Kinds of income do not have to add up: the edition's list of them is not complete. A total of 待遇支出 may or may not
count 大病保险支出.
"""

from collections.abc import Iterator, Sequence

from assessments.domain.consistency.arithmetic_words import in_unit, plus, signed
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, Quantity, compare_sum, total
from assessments.domain.tables import BudgetCell, BudgetItem, BudgetTable, TableRow
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("各险种之和不等于合计")
_TOTAL_TITLE = _("各项之和不等于总计")
_SAY = _("“{name}”填的是 {found}，各项之和为 {expected}，相差 {difference}")
_SHORT = _("合计不符")

_SUMMED = (
    BudgetItem.INCOME,
    BudgetItem.PREMIUM,
    BudgetItem.SUBSIDY,
    BudgetItem.INTEREST,
    BudgetItem.INVESTMENT,
    BudgetItem.TRANSFER_IN,
    BudgetItem.OTHER_INCOME,
    BudgetItem.EXPENDITURE,
    BudgetItem.BENEFITS,
    BudgetItem.SERIOUS_ILLNESS,
    BudgetItem.TRANSFER_OUT,
    BudgetItem.OTHER_EXPENDITURE,
    BudgetItem.BALANCE,
    BudgetItem.CLOSING,
)
_GRAND: dict[BudgetItem, tuple[BudgetItem, ...]] = {
    BudgetItem.ALL_INCOME: (BudgetItem.INCOME, BudgetItem.OPENING, BudgetItem.FROM_ABOVE, BudgetItem.FROM_BELOW),
    BudgetItem.ALL_EXPENDITURE: (BudgetItem.EXPENDITURE, BudgetItem.CLOSING, BudgetItem.TO_BELOW, BudgetItem.TO_ABOVE),
}


def _check(dossier: Dossier) -> Iterator[Finding]:
    for table in dossier.tables.tables if dossier.tables else ():
        for item in _SUMMED:
            yield from _funds(table, item)
        for whole, parts in _GRAND.items():
            yield from _grand_total(table, whole, parts)


def _funds(table: BudgetTable, item: BudgetItem) -> Iterator[Finding]:
    rows = table.rows_of(item)
    totals, funds = [row for row in rows if row.fund is None], [row for row in rows if row.fund]
    if len(totals) != 1 or len({row.fund for row in funds}) != len(funds):
        return
    others = table.rows_of(BudgetItem.SERIOUS_ILLNESS) if item is BudgetItem.BENEFITS else ()
    for at, cell in enumerate(totals[0].cells):
        parts, counted_too = _column(funds, at), _column(others, at)
        if parts is None or len(parts) < 2:
            continue
        if counted_too and not list(_compare(totals[0], cell, [*parts, *counted_too], _TITLE)):
            continue
        yield from _compare(totals[0], cell, parts, _TITLE)


def _grand_total(table: BudgetTable, whole: BudgetItem, items: Sequence[BudgetItem]) -> Iterator[Finding]:
    rows = table.rows_of(whole)
    if len(rows) != 1 or any(row.item is BudgetItem.UNKNOWN for row in table.rows):
        return
    for at, cell in enumerate(rows[0].cells):
        parts = [part for item in items if (part := _whole(table, item, at)) is not None]
        if len(parts) == len(items) and (figures := [quantity for part in parts for quantity in part]):
            yield from _compare(rows[0], cell, figures, _TOTAL_TITLE)


def _whole(table: BudgetTable, item: BudgetItem, at: int) -> list[Quantity] | None:
    """The total of ``item`` in a column, where it is blank its funds; None where something cannot be read."""
    rows = table.rows_of(item)
    totals = _column([row for row in rows if row.fund is None], at)
    return totals if totals is None or totals else _column([row for row in rows if row.fund], at)


def _column(rows: Sequence[TableRow], at: int) -> list[Quantity] | None:
    """The figures of ``rows`` in one column; None where one cannot be read."""
    cells = [row.cells[at] for row in rows if at < len(row.cells)]
    if any(cell.measure.problem for cell in cells):
        return None
    return [cell.quantity for cell in cells if cell.quantity]


def _compare(row: TableRow, cell: BudgetCell, parts: list[Quantity], title: str) -> Iterator[Finding]:
    if cell.quantity is None:
        return
    room = total(Interval.around(part) for part in parts)
    outcome = compare_sum(cell.quantity, room)
    if outcome is Outcome.PASS:
        return
    expected = in_unit(room.value, cell.quantity)
    difference = signed(cell.quantity.value - room.value, cell.quantity)
    values = {"name": row.name, "found": cell.text, "expected": expected, "difference": difference}
    yield finding(
        RULE,
        cell.where,
        Message(_SAY, values),
        _SHORT,
        title=title,
        found=cell.text,
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=Message(plus(parts)),
    )


def _file(whole: str) -> dict[str, object]:
    rows = [
        ["社会保险基金支出合计", whole],
        ["城乡居民基本养老保险基金支出", "64542"],
        ["机关事业单位基本养老保险基金支出", "353055"],
    ]
    return {"tables": [{"no": "表三", "columns": ["项目", "2022年预计执行数"], "rows": rows}]}


RULE = DossierRule(
    "V05",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("预算表每一列里各险种之和与合计，平衡表里各项之和与收入总计、支出总计"),
    example=Example(
        passes=Given(_("64542 + 353055 = 417597，合计 417597"), _file("417597")),
        fails=Given(_("64542 + 353055 = 417597，合计 417697"), _file("417697")),
    ),
)
