"""V21: the same datum in two tables is the same (forms.md §5).

A blank beside a number is a difference, except in the total rows of the balance table. Of three printed figures the
one that stands alone is reported, of two the later one.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, compare
from assessments.domain.tables import BudgetCell, BudgetItem, BudgetTable, BudgetTables, Datum, TableRow
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("同一个数在两张表里不同")
_SAY = _("“{name}”在{other}是 {expected}，这里是 {found}")
_BLANK = _("“{name}”在{other}是 {expected}，这里是空白")
_SHORT = _("两表不符")

_Place = tuple[BudgetTable, TableRow, BudgetCell]


def _check(dossier: Dossier) -> Iterator[Finding]:
    by_datum = _by_datum(dossier.tables) if dossier.tables else {}
    for datum, places in by_datum.items():
        if len({id(table) for table, _row, _cell in places}) > 1:
            serious = by_datum.get(replace(datum, item=BudgetItem.SERIOUS_ILLNESS), [])
            yield from _judge(
                places, [cell for _table, _row, cell in serious] if datum.item is BudgetItem.BENEFITS else []
            )


def _by_datum(tables: BudgetTables) -> dict[Datum, list[_Place]]:
    found: dict[Datum, list[_Place]] = {}
    for table in tables.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.datum and (cell.quantity or (cell.is_blank and not (table.is_balance and row.fund is None))):
                    found.setdefault(cell.datum, []).append((table, row, cell))
    return found


def _judge(places: list[_Place], counted_too: list[BudgetCell]) -> Iterator[Finding]:
    values = Counter(cell.quantity.value for _table, _row, cell in places if cell.quantity)
    if not values:
        return
    usual = values.most_common(1)[0][0]
    source = next(place for place in places if place[2].quantity and place[2].quantity.value == usual)
    for place in places:
        if place is not source and not _differ_by(place[2], source[2], counted_too):
            yield from _differs(place, source)


def _differ_by(one: BudgetCell, other: BudgetCell, extras: list[BudgetCell]) -> bool:
    """Whether one of two figures has counted a third in: 待遇支出 with and without 大病保险支出."""
    if one.quantity is None or other.quantity is None:
        return False
    gap = abs(one.quantity.value - other.quantity.value)
    return any(extra.quantity and extra.quantity.value == gap for extra in extras)


def _differs(place: _Place, source: _Place) -> Iterator[Finding]:
    (_table, row, cell), (other, _row, reference) = place, source
    if reference.quantity is None:
        return
    outcome = Outcome.DIFFERS
    if cell.quantity:
        outcome = compare(cell.quantity, Interval.around(reference.quantity))
    if outcome is Outcome.PASS:
        return
    values = {"name": row.name, "other": other.no or other.title, "expected": reference.text, "found": cell.text}
    yield finding(
        RULE,
        cell.where,
        Message(_SAY if cell.quantity else _BLANK, values),
        _SHORT,
        found=cell.text,
        expected=reference.text,
        severity=RULE.severity_of(outcome),
    )


def _file(spent: str) -> dict[str, object]:
    return {
        "tables": [
            {
                "no": "表三",
                "columns": ["项目", "2022年预算调整数", "2022年预计执行数"],
                "rows": [["五、城乡居民基本医疗保险基金支出", "432620", "367065"], ["大病保险支出", "", spent]],
            },
            {
                "no": "表六",
                "columns": ["项目", "2022年预计执行数", "2023年预算数"],
                "rows": [["五、城乡居民基本医疗保险基金支出", "367065", "440913"], ["大病保险支出", "56848", "45726"]],
            },
        ]
    }


RULE = DossierRule(
    "V21",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("同一口径、年度、险种、科目的数在各张预算表里"),
    example=Example(
        passes=Given(_("表三大病保险支出预计执行 56848，表六也是 56848"), _file("56848")),
        fails=Given(_("表三大病保险支出预计执行空白，表六是 56848"), _file("")),
    ),
)
