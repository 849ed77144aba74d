"""V06 on budget tables: 上年滚存 + 收入 − 支出 = 年末滚存 for all funds together; 收入总计 = 支出总计 (forms.md §5).

The opening balance is last year's closing one where that is printed, else the table's own 上年结余. Transfers between
levels count. Adjusted budgets are left out: no table prints the balance they begin with.
"""

from collections.abc import Iterator
from dataclasses import replace

from assessments.domain.consistency.arithmetic_words import in_unit, number
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.consistency.tables.balances import accounts, say_balance
from assessments.domain.dossier import Dossier
from assessments.domain.funds import NAMES
from assessments.domain.measures import Interval, Outcome, compare, compare_sum
from assessments.domain.tables import BudgetCell, BudgetItem, BudgetTable, BudgetTables, Datum
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("收支与结余对不上")
_SIDES_TITLE = _("收入总计不等于支出总计")
_SIDES = _("收入总计是 {expected}，支出总计填的是 {found}")
_CURRENT_TITLE = _("收入减支出不等于本年结余")
_ALL = _("各项基金")
_CURRENT = _("{name}本年收支结余填的是 {found}，{arithmetic} = {expected}")
_SHORT = _("结余不符")
_SHORT_SIDES = _("总计不符")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for account in accounts(dossier):
        if account.fund is None:
            yield from say_balance(RULE, account, _SHORT)
    if dossier.tables is None:
        return
    for datum, cells in dossier.tables.by_datum.items():
        if datum.item is BudgetItem.BALANCE:
            for cell in cells:
                yield from _current(dossier.tables, datum, cell)
    for table in dossier.tables.tables:
        yield from _sides(table)


def _current(tables: BudgetTables, datum: Datum, cell: BudgetCell) -> Iterator[Finding]:
    """收入 − 支出 = 本年结余, of one fund or of all."""
    income, expenditure = (
        tables.amount(replace(datum, item=item)) for item in (BudgetItem.INCOME, BudgetItem.EXPENDITURE)
    )
    if cell.quantity is None or income is None or expenditure is None:
        return
    room, value = income.half_unit + expenditure.half_unit, income.value - expenditure.value
    outcome = compare_sum(cell.quantity, Interval(value - room, value, value + room))
    if outcome is not Outcome.PASS:
        arithmetic, expected = f"{number(income)} − {number(expenditure)}", in_unit(value, cell.quantity)
        values = {
            "name": NAMES[datum.fund].full if datum.fund else Message(_ALL),
            "found": cell.text,
            "arithmetic": arithmetic,
            "expected": expected,
        }
        yield finding(
            RULE,
            cell.where,
            Message(_CURRENT, values),
            _SHORT,
            title=_CURRENT_TITLE,
            found=cell.text,
            expected=expected,
            severity=RULE.severity_of(outcome),
            arithmetic=Message(arithmetic),
        )


def _sides(table: BudgetTable) -> Iterator[Finding]:
    incomes, expenditures = table.rows_of(BudgetItem.ALL_INCOME), table.rows_of(BudgetItem.ALL_EXPENDITURE)
    if len(incomes) != 1 or len(expenditures) != 1:
        return
    for left, right in zip(incomes[0].cells, expenditures[0].cells, strict=False):
        if left.quantity is None or right.quantity is None:
            continue
        outcome = compare(right.quantity, Interval.around(left.quantity))
        if outcome is not Outcome.PASS:
            yield finding(
                RULE,
                right.where,
                Message(_SIDES, {"expected": left.text, "found": right.text}),
                _SHORT_SIDES,
                title=_SIDES_TITLE,
                found=right.text,
                expected=left.text,
                severity=RULE.severity_of(outcome),
            )


def _file(closing: str) -> dict[str, object]:
    columns = ["项目", "2022年执行数", "2023年预算数"]
    rows = [
        ["社会保险基金收入合计", "", "1268642"],
        ["社会保险基金支出合计", "", "1151470"],
        ["社会保险基金年末累计结余", "1844673", closing],
    ]
    return {"tables": [{"no": "表一", "columns": columns, "rows": rows}]}


RULE = DossierRule(
    "V06",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_(
        "各险种合计的上年滚存结余、当年收入、支出与年末滚存结余；收入减支出与本年结余；平衡表的收入总计与支出总计"
    ),
    example=Example(
        passes=Given(_("1844673 + 1268642 − 1151470 = 1961845，年末 1961845"), _file("1961845")),
        fails=Given(_("1844673 + 1268642 − 1151470 = 1961845，年末 1998756"), _file("1998756")),
    ),
)
