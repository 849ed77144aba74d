"""Squares and cells as values of the same data that texts speak of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assessments.domain.computed import amount
from assessments.domain.facts import Facts, Indicator
from assessments.domain.ledger.regions import region_of, scope_of
from assessments.domain.measures import Kind, Quantity, read
from assessments.domain.measures.spelling import bare
from assessments.domain.narrative.claims import Key
from assessments.domain.narrative.items import (
    BENEFITS,
    COUNTS,
    CUMULATIVE,
    CURRENT,
    INCOME,
    INTEREST,
    OTHER_INCOME,
    OTHER_SPENDING,
    PREMIUMS,
    SERIOUS_ILLNESS,
    SPENDING,
    SUBSIDY,
    TRANSFERS_IN,
    TRANSFERS_OUT,
    item_of,
)
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.narrative.scopes import HERE, OWN_LEVEL
from assessments.domain.narrative.subjects import ALL, Naming, subject_at
from assessments.domain.papers import Papers
from assessments.domain.tables.budget import Scope
from assessments.domain.tables.heads import STAGE_NAMES, Stage
from assessments.domain.tables.items import BudgetItem
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import FIGURES, edition_of

_IN_FORM = _("表中{name}")
_INDICATOR = _("指标“{name}”")
_IN_TABLE = _("预算表中的{name}（{where}）")

_STAGES = {Stage.BUDGET: ClaimRole.BUDGET, Stage.ADJUSTED: ClaimRole.ADJUSTED, Stage.ACTUAL: ClaimRole.ACTUAL}
_ITEMS: dict[BudgetItem, str] = {
    BudgetItem.INCOME: INCOME,
    BudgetItem.PREMIUM: PREMIUMS,
    BudgetItem.SUBSIDY: SUBSIDY,
    BudgetItem.INTEREST: INTEREST,
    BudgetItem.TRANSFER_IN: TRANSFERS_IN,
    BudgetItem.OTHER_INCOME: OTHER_INCOME,
    BudgetItem.EXPENDITURE: SPENDING,
    BudgetItem.BENEFITS: BENEFITS,
    BudgetItem.SERIOUS_ILLNESS: SERIOUS_ILLNESS,
    BudgetItem.TRANSFER_OUT: TRANSFERS_OUT,
    BudgetItem.OTHER_EXPENDITURE: OTHER_SPENDING,
    BudgetItem.BALANCE: CURRENT,
    BudgetItem.CLOSING: CUMULATIVE,
}
_SCOPES = {Scope.WHOLE: HERE, Scope.OWN: OWN_LEVEL}
#: What a row may be compared as: heads, an amount, or a measure with a name of its own that is not too short.
_OF_ROWS = COUNTS | {SPENDING, INCOME}
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class StatedCell:
    """A square or cell that states a value; ``name`` says in words which, ``filing`` is the index of its form."""

    key: Key
    role: ClaimRole
    quantity: Quantity
    where: str
    printed: str
    name: Message
    filing: int | None = None


def cells_of(papers: Papers) -> Iterator[StatedCell]:
    """Every value of forms and budget tables."""
    for number, facts in enumerate(papers.filings):
        scope = scope_of(region_of(facts, papers), papers)
        yield from _of_form(facts, scope, number, papers.place_of_filing(number, ""))
    yield from _of_tables(papers)


def _of_form(facts: Facts, scope: str, number: int, place: str) -> Iterator[StatedCell]:
    if facts.fund is None or facts.year is None or "收入" in facts.value("project_name"):
        return
    months = str(facts.month) if facts.month not in (None, 12) else ""
    edition = edition_of(facts)
    for square, role in FIGURES.items():
        quantity = amount(facts, square).quantity
        if quantity is not None:
            key = Key(scope, facts.fund, SPENDING, facts.year, "" if role is not ClaimRole.ACTUAL else months)
            name = Message(_IN_FORM, {"name": Message(edition.called(square))})
            yield StatedCell(key, role, quantity, f"{place}.{square}", facts.value(square), name, number)
    for row in facts.indicators:
        key = Key(scope, facts.fund, "", facts.year, months)
        yield from _of_row(row, key, number, place)


def _of_row(row: Indicator, key: Key, number: int, place: str) -> Iterator[StatedCell]:
    item = _row_item(row.level3)
    if not item:
        return
    for square, role in (("target", ClaimRole.TARGET), ("actual", ClaimRole.ACTUAL)):
        measure = read(row[square])
        quantity = measure.quantity
        if measure.kind is Kind.VALUE and quantity is not None and quantity.unit is not None:
            name, where = Message(_INDICATOR, {"name": row.level3}), f"{place}.{row.key(square)}"
            yield StatedCell(key._replace(item=item), role, quantity, where, measure.raw, name, number)


@lru_cache(maxsize=4096)
def _row_item(name: str) -> str:
    """What a row measures, the fund in front of its name left out."""
    plain, naming = bare(name[:60]), Naming()
    found = subject_at(plain, 0, naming) if plain else None
    item = item_of(plain[found[1] :].removeprefix("基金") if found else plain)
    return item.key if item and (item.key in _OF_ROWS or len(item.key) >= _SHORTEST) else ""


def _of_tables(papers: Papers) -> Iterator[StatedCell]:
    region = scope_of(papers.head.get("region", ""), papers)
    for datum, cells in papers.tables.by_datum.items() if papers.tables else ():
        item = _ITEMS.get(datum.item)
        cell = next((cell for cell in cells if cell.quantity), None)
        if item is None or cell is None or cell.quantity is None:
            continue
        key = Key(region + _SCOPES[datum.scope], datum.fund or ALL, item, datum.year)
        name = Message(_IN_TABLE, {"name": Message(STAGE_NAMES[datum.stage]), "where": cell.where})
        yield StatedCell(key, _STAGES[datum.stage], cell.quantity, cell.where, cell.text, name)
