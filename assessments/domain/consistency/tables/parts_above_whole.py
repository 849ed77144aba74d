"""V18 on budget tables: a part, and the parts together, never exceed their whole; 本级 never exceeds 全地区."""

from collections.abc import Iterator, Sequence

from assessments.domain.consistency.arithmetic_words import in_unit, plus
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, Quantity, total
from assessments.domain.tables import PARTS, BudgetCell, BudgetItem, BudgetTables, Datum, Scope, TableRow
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("部分大于整体")
_PART = _("“{name}”是 {found}，大于“{whole}”的 {expected}")
_SUM = _("“{name}”是 {found}，其中各项之和为 {expected}（{arithmetic}），大于整体")
_LEVEL = _("本级“{name}”是 {found}，大于全地区的 {expected}")
_SHORT = _("大于整体")

_ADDED = frozenset({BudgetItem.INCOME, BudgetItem.EXPENDITURE, *(part for parts in PARTS.values() for part in parts)})


def _check(dossier: Dossier) -> Iterator[Finding]:
    if dossier.tables is None:
        return
    for table in dossier.tables.tables:
        parts_of: dict[int | None, list[TableRow]] = {}
        for part in table.rows:
            parts_of.setdefault(part.part_of, []).append(part)
        for at, row in enumerate(table.rows):
            parts = parts_of.get(at, [])
            for column in range(len(row.cells)):
                yield from _column(row, parts, column)
    yield from _levels(dossier.tables)


def exceeds(parts: Interval, whole: Quantity) -> Outcome:
    """PASS where the parts can be no more than the whole, NOTICE where only rounding can explain that they are."""
    if parts.value <= whole.value:
        return Outcome.PASS
    return Outcome.NOTICE if parts.overlaps(Interval.around(whole)) else Outcome.DIFFERS


def _column(row: TableRow, parts: Sequence[TableRow], column: int) -> Iterator[Finding]:
    whole = row.cells[column]
    if whole.quantity is None or whole.column.stage is None or whole.quantity.number < 0:
        return
    filled = [(part, part.cells[column]) for part in parts if column < len(part.cells)]
    above = [found for part, cell in filled for found in _part(row, whole, part, cell)]
    yield from above
    known = [cell.quantity for part, cell in filled if cell.quantity and part.item is not BudgetItem.UNKNOWN]
    if not above and len(known) > 1 and all(quantity.number >= 0 for quantity in known):
        yield from _sum(row, whole, known)


def _part(row: TableRow, whole: BudgetCell, part: TableRow, cell: BudgetCell) -> Iterator[Finding]:
    if cell.quantity is None or whole.quantity is None:
        return
    outcome = exceeds(Interval.around(cell.quantity), whole.quantity)
    if outcome is not Outcome.PASS:
        values = {"name": part.name, "found": cell.text, "whole": row.name, "expected": whole.text}
        yield _say(cell, Message(_PART, values), f"≤ {whole.text}", outcome)


def _sum(row: TableRow, whole: BudgetCell, parts: Sequence[Quantity]) -> Iterator[Finding]:
    room = total(Interval.around(part) for part in parts)
    outcome = exceeds(room, whole.quantity) if whole.quantity else Outcome.PASS
    if outcome is Outcome.PASS:
        return
    expected = in_unit(room.value, parts[0])
    values = {"name": row.name, "found": whole.text, "expected": expected, "arithmetic": plus(parts)}
    yield _say(whole, Message(_SUM, values), expected, outcome, Message(plus(parts)))


def _levels(tables: BudgetTables) -> Iterator[Finding]:
    for datum, cells in tables.by_datum.items():
        if datum.scope is not Scope.OWN or datum.item not in _ADDED:
            continue
        own = next((cell for cell in cells if cell.quantity), None)
        whole = tables.find(Datum(Scope.WHOLE, datum.year, datum.stage, datum.fund, datum.item))
        if own is None or own.quantity is None or whole is None or whole.quantity is None:
            continue
        outcome = exceeds(Interval.around(own.quantity), whole.quantity)
        if outcome is not Outcome.PASS:
            name = own.where.rpartition(".")[2].partition("[")[0]
            values = {"name": name, "found": own.text, "expected": whole.text}
            yield _say(own, Message(_LEVEL, values), f"≤ {whole.text}", outcome)


def _say(
    cell: BudgetCell, message: Message, expected: str, outcome: Outcome, arithmetic: Message | None = None
) -> Finding:
    severity = RULE.severity_of(outcome)
    return finding(
        RULE,
        cell.where,
        message,
        _SHORT,
        found=cell.text,
        expected=expected,
        severity=severity,
        arithmetic=arithmetic,
    )


def _file(serious: str) -> dict[str, object]:
    rows = [
        ["五、城乡居民基本医疗保险基金支出", "440913"],
        ["其中：基本医疗保险待遇支出", "392207"],
        ["大病保险支出", serious],
    ]
    return {"tables": [{"no": "表六", "columns": ["项目", "2023年预算数"], "rows": rows}]}


RULE = DossierRule(
    "V18",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("预算表里“其中”各项及其和与所属的整体，本级与全地区"),
    example=Example(
        passes=Given(_("392207 + 45726 = 437933，不大于 440913"), _file("45726")),
        fails=Given(_("392207 + 56848 = 449055，大于 440913"), _file("56848")),
    ),
)
