"""V05 on budget tables: a complete list of kinds adds up to its fund (forms.md §2 and §5).

A list is complete where it names 其他: below the fund's row (其中：保险费收入 … 其他收入), or numbered 一、 to 其他
above the row that closes it (本年收入合计). What the levels pass on to each other may be counted in or not.
"""

import re
from collections.abc import Iterator, Sequence

from assessments.domain.consistency.arithmetic_words import in_unit, plus, signed
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, Quantity, compare_sum, total
from assessments.domain.measures.spelling import bare
from assessments.domain.tables import PARTS, BudgetItem, BudgetTable, TableRow
from assessments.domain.tables.items import WHOLES
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("各项之和不等于合计")
_SAY = _("“{name}”填的是 {found}，各项之和为 {expected}，相差 {difference}")
_SHORT = _("合计不符")

_OTHERS = frozenset({BudgetItem.OTHER_INCOME, BudgetItem.OTHER_EXPENDITURE})
_PASSED_ON = frozenset({BudgetItem.FROM_ABOVE, BudgetItem.FROM_BELOW, BudgetItem.TO_ABOVE, BudgetItem.TO_BELOW})
_NUMBER = re.compile(r"^([一二三四五六七八九十]{1,3})[、.．]")
_NUMBERS = {name: number for number, name in enumerate("一二三四五六七八九十", start=1)}


def _check(dossier: Dossier) -> Iterator[Finding]:
    for table in dossier.tables.tables if dossier.tables else ():
        for at, row in enumerate(table.rows):
            if row.item in PARTS:
                kinds = _below(table, at) or _above(table, at)
                for column in range(len(row.cells) if kinds else 0):
                    yield from _column(row, kinds, column)


def _below(table: BudgetTable, at: int) -> list[TableRow]:
    """The kinds of a fund's row that stand below it, where they are all known and 其他 is among them."""
    kinds = [row for row in table.rows if row.part_of == at]
    known = {row.item for row in kinds}
    is_complete = known & _OTHERS and BudgetItem.UNKNOWN not in known and len(known) == len(kinds)
    return kinds if is_complete else []


def _above(table: BudgetTable, at: int) -> list[TableRow]:
    """The kinds that a row closes: 一、 to 其他, one after the other; and what is passed on, behind them."""
    rows: list[TableRow] = []
    for row in reversed(table.rows[:at]):
        if row.item in WHOLES or row.fund != table.rows[at].fund:
            break
        rows.insert(0, row)
    numbered = [(match[1], row) for row in rows if (match := _NUMBER.match(bare(row.label[:40])))]
    numbers = [_NUMBERS.get(number, 0) for number, _row in numbered]
    kinds = [row for _number, row in numbered]
    if len(kinds) < 2 or numbers != list(range(1, len(kinds) + 1)) or not kinds[-1].name.startswith("其他"):
        return []
    behind = rows[rows.index(kinds[-1]) + 1 :]
    is_closed = all(row.item in _PASSED_ON or not row.label.strip() for row in behind)
    return [*kinds, *(row for row in behind if row.item in _PASSED_ON)] if is_closed else []


def _column(row: TableRow, kinds: Sequence[TableRow], column: int) -> Iterator[Finding]:
    whole = row.cells[column]
    cells = [(kind, kind.cells[column]) for kind in kinds if column < len(kind.cells)]
    if whole.quantity is None or whole.column.stage is None or any(cell.measure.problem for _kind, cell in cells):
        return
    every = [cell.quantity for _kind, cell in cells if cell.quantity]
    own = [cell.quantity for kind, cell in cells if cell.quantity and kind.item not in _PASSED_ON]
    outcomes = [compare_sum(whole.quantity, _sum(parts)) for parts in (own, every) if parts]
    if len(own) < 2 or Outcome.PASS in outcomes:
        return
    room = _sum(own)
    expected, difference = in_unit(room.value, own[0]), signed(whole.quantity.value - room.value, whole.quantity)
    values = {"name": row.name, "found": whole.text, "expected": expected, "difference": difference}
    yield finding(
        RULE,
        whole.where,
        Message(_SAY, values),
        _SHORT,
        found=whole.text,
        expected=expected,
        severity=RULE.severity_of(Outcome.NOTICE if Outcome.NOTICE in outcomes else Outcome.DIFFERS),
        arithmetic=Message(plus(own)),
    )


def _sum(parts: Sequence[Quantity]) -> Interval:
    return total(Interval.around(part) for part in parts)


def _file(whole: str) -> dict[str, object]:
    rows = [["一、保险费收入", "35490"], ["二、利息收入", "3214"], ["三、其他收入", "96"], ["本年收入合计", whole]]
    table = {"title": "2023年失业保险基金收支预算表", "columns": ["项目", "2023年预算数"], "rows": rows}
    return {"tables": [table]}


RULE = DossierRule(
    "V05",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("预算表里列全了的各项（列有“其他”）之和与该险种的收入、支出"),
    example=Example(
        passes=Given(_("35490 + 3214 + 96 = 38800，合计 38800"), _file("38800")),
        fails=Given(_("35490 + 3214 + 96 = 38800，合计 38880"), _file("38880")),
    ),
)
