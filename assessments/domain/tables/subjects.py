"""The subject of an indicator of a target table, in terms of the budget: an amount, a share, or months of payment."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assessments.domain.funds import Fund
from assessments.domain.measures import Quantity
from assessments.domain.measures.spelling import bare
from assessments.domain.tables.budget import BudgetTables, Datum, Scope
from assessments.domain.tables.heads import Stage
from assessments.domain.tables.items import BudgetItem, read_label
from assessments.domain.units import MONEY

_LONGEST = 60
_SHARE = re.compile(r"^(.+?)占(.+?)的?(?:比重|比例|比率|百分比|比)$")
_MONTHS = re.compile(r"可?支付月数|支付能力.*月")
_YEAR = Decimal(12)


class SubjectSort(StrEnum):
    """An amount in 元, a share (1 = 100%), or a number of months."""

    AMOUNT = "amount"
    SHARE = "share"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing promised: ``item`` itself, or its share of ``whole``."""

    sort: SubjectSort
    item: BudgetItem
    whole: BudgetItem = BudgetItem.UNKNOWN


@dataclass(frozen=True, slots=True)
class Budgeted:
    """The budget's figure for a subject: the value, and how it was computed from the printed figures."""

    value: Decimal
    arithmetic: str


def is_money(quantity: Quantity) -> bool:
    """True if a figure of a target is an amount (``3.59亿`` is)."""
    return quantity.dimension == MONEY or quantity.is_short


def subject_of(name: str) -> Subject | None:
    """The promise of the indicator called ``name``; None where the budget says nothing about it."""
    plain = bare(name[:_LONGEST])
    if _MONTHS.search(plain):
        return Subject(SubjectSort.MONTHS, BudgetItem.CLOSING, BudgetItem.EXPENDITURE)
    if share := _SHARE.match(plain):
        item, whole = read_label(share[1]).item, read_label(share[2]).item
        known = item is not BudgetItem.UNKNOWN and whole in (BudgetItem.INCOME, BudgetItem.EXPENDITURE)
        return Subject(SubjectSort.SHARE, item, whole) if known else None
    item = read_label(plain).item
    return None if item is BudgetItem.UNKNOWN else Subject(SubjectSort.AMOUNT, item)


@dataclass(frozen=True, slots=True)
class FundBudget:
    """The budget of one fund and year, as the tables print it."""

    tables: BudgetTables
    scope: Scope
    year: int
    fund: Fund

    def amount(self, item: BudgetItem) -> Quantity | None:
        """The budgeted figure of an item; None where none is printed."""
        return self.tables.amount(Datum(self.scope, self.year, Stage.BUDGET, self.fund, item))

    def value(self, subject: Subject) -> Budgeted | None:
        """The budget's figure for ``subject``; None where a figure is missing or the divisor is 0."""
        upper = self._other() if subject.item is BudgetItem.OTHER_EXPENDITURE else self._printed(subject.item)
        if upper is None or subject.sort is SubjectSort.AMOUNT:
            return upper
        lower = self._printed(subject.whole)
        if lower is None or lower.value <= 0:
            return None
        return _SORTS[subject.sort](upper, lower)

    def _printed(self, item: BudgetItem) -> Budgeted | None:
        quantity = self.amount(item)
        return Budgeted(quantity.value, f"{quantity.number:f}") if quantity else None

    def _other(self) -> Budgeted | None:
        """其他支出 as printed, else what 待遇, 大病保险 and 转移 leave of the expenditure."""
        if printed := self._printed(BudgetItem.OTHER_EXPENDITURE):
            return printed
        whole, benefits = self.amount(BudgetItem.EXPENDITURE), self.amount(BudgetItem.BENEFITS)
        if whole is None or benefits is None:
            return None
        more = [self.amount(item) for item in (BudgetItem.SERIOUS_ILLNESS, BudgetItem.TRANSFER_OUT)]
        named = [benefits, *(quantity for quantity in more if quantity)]
        words = " − ".join(f"{quantity.number:f}" for quantity in (whole, *named))
        return Budgeted(whole.value - sum((quantity.value for quantity in named), Decimal(0)), f"({words})")


def _share(upper: Budgeted, lower: Budgeted) -> Budgeted:
    return Budgeted(upper.value / lower.value, f"{upper.arithmetic} ÷ {lower.arithmetic}")


def _months(upper: Budgeted, lower: Budgeted) -> Budgeted:
    return Budgeted(upper.value / (lower.value / _YEAR), f"{upper.arithmetic} ÷ ({lower.arithmetic} ÷ 12)")


_SORTS: dict[SubjectSort, Callable[[Budgeted, Budgeted], Budgeted]] = {
    SubjectSort.SHARE: _share,
    SubjectSort.MONTHS: _months,
}


def budget_of(tables: BudgetTables | None, fund: Fund | None, year: int | None) -> FundBudget | None:
    """The budget that a target table of ``fund`` stands beside: the whole prefecture's, else its own level's.

    ``year`` None is the last year that the tables plan.
    """
    if tables is None or fund is None:
        return None
    planned = year or max((datum.year for datum in tables.by_datum if datum.stage is Stage.BUDGET), default=0)
    for scope in Scope:
        budget = FundBudget(tables, scope, planned, fund)
        if budget.amount(BudgetItem.INCOME) or budget.amount(BudgetItem.EXPENDITURE):
            return budget
    return None
