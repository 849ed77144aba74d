"""The account of one fund and year, or of all funds together, as the budget tables give it (V06 and V20)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessments.domain.consistency.arithmetic_words import in_unit, number, signed
from assessments.domain.consistency.finding import Finding
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.funds import NAMES, Fund
from assessments.domain.measures import Interval, Outcome, Quantity, compare, compare_sum
from assessments.domain.tables import BudgetCell, BudgetItem, BudgetTables, Datum, Stage
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_SAY = _("{name} {year} 年的年末滚存结余填的是 {found}，{arithmetic} = {expected}，相差 {difference}")
_ALL = _("各项基金")
_SIGNS = {BudgetItem.FROM_ABOVE: 1, BudgetItem.FROM_BELOW: 1, BudgetItem.TO_BELOW: -1, BudgetItem.TO_ABOVE: -1}


@dataclass(frozen=True, slots=True)
class Account:
    """Opening + income − expenditure = closing, every figure as printed; ``transfers`` with their signs."""

    fund: Fund | None
    year: int
    opening: Quantity
    income: Quantity
    expenditure: Quantity
    closing: BudgetCell
    transfers: tuple[tuple[int, Quantity], ...] = ()

    def expected(self) -> Interval:
        """The closing balance that the other figures give."""
        signed_figures = [(1, self.opening), (1, self.income), (-1, self.expenditure), *self.transfers]
        room = sum((quantity.half_unit for _sign, quantity in signed_figures), start=self.opening.value * 0)
        value = sum((sign * quantity.value for sign, quantity in signed_figures), start=self.opening.value * 0)
        return Interval(value - room, value, value + room)

    def arithmetic(self) -> str:
        """``1881584 + 1268642 − 1151470``."""
        words = f"{number(self.opening)} + {number(self.income)} − {number(self.expenditure)}"
        return words + "".join(f" {'+' if sign > 0 else '−'} {number(quantity)}" for sign, quantity in self.transfers)


def accounts(dossier: Dossier) -> Iterator[Account]:
    """Every account that the tables give in full.

    Where money is passed on and the tables print that for all funds together, a fund has no account of its own.
    """
    tables = dossier.tables
    if tables is None:
        return
    for datum, cells in tables.by_datum.items():
        closing = next((cell for cell in cells if cell.quantity), None)
        if datum.item is not BudgetItem.CLOSING or datum.stage is Stage.ADJUSTED or closing is None:
            continue
        if account := _account(dossier, tables, datum, closing):
            yield account


def closing_before(dossier: Dossier, datum: Datum) -> BudgetCell | None:
    """Last year's closing balance, in the tables or in last year's dossier; a budgeted one does not count."""
    wanted = Datum(datum.scope, datum.year - 1, Stage.ACTUAL, datum.fund, BudgetItem.CLOSING)
    for tables in (dossier.tables, dossier.last_year.tables if dossier.last_year else None):
        cell = tables.find(wanted) if tables else None
        if cell and cell.quantity:
            return cell
    return None


def _account(dossier: Dossier, tables: BudgetTables, datum: Datum, closing: BudgetCell) -> Account | None:
    figure = {
        item: tables.amount(_of(datum, item))
        for item in (BudgetItem.INCOME, BudgetItem.EXPENDITURE, BudgetItem.OPENING)
    }
    before = closing_before(dossier, datum)
    opening = before.quantity if before else figure[BudgetItem.OPENING]
    income, expenditure = figure[BudgetItem.INCOME], figure[BudgetItem.EXPENDITURE]
    transfers = _transfers(tables, datum)
    elsewhere = datum.fund and not transfers and _transfers(tables, replace(datum, fund=None))
    if not (opening and income and expenditure) or elsewhere:
        return None
    return Account(datum.fund, datum.year, opening, income, expenditure, closing, transfers)


def _transfers(tables: BudgetTables, datum: Datum) -> tuple[tuple[int, Quantity], ...]:
    """What the levels pass on to each other, with its sign."""
    found = ((item, tables.amount(_of(datum, item))) for item in _SIGNS)
    return tuple((_SIGNS[item], quantity) for item, quantity in found if quantity and quantity.number)


def _holds_already(account: Account, printed: Quantity) -> bool:
    """Whether the account closes without its transfers: 收入合计 may have counted them."""
    return compare(printed, replace(account, transfers=()).expected()) is Outcome.PASS


def _of(datum: Datum, item: BudgetItem) -> Datum:
    return replace(datum, item=item)


def say_balance(rule: DossierRule, account: Account, short: str) -> Iterator[Finding]:
    """The finding of an account that does not close."""
    printed, room = account.closing.quantity, account.expected()
    if printed is None:
        return
    outcome = compare_sum(printed, room)
    if outcome is Outcome.PASS or (account.fund and account.transfers and _holds_already(account, printed)):
        return
    expected, arithmetic = in_unit(room.value, printed), account.arithmetic()
    values = {
        "name": NAMES[account.fund].full if account.fund else Message(_ALL),
        "year": account.year,
        "found": account.closing.text,
        "arithmetic": arithmetic,
        "expected": expected,
        "difference": signed(printed.value - room.value, printed),
    }
    yield finding(
        rule,
        account.closing.where,
        Message(_SAY, values),
        short,
        found=account.closing.text,
        expected=expected,
        severity=rule.severity_of(outcome),
        arithmetic=Message(arithmetic),
    )
