"""预算数 and 执行数 without 收入 or 支出: of a fund whose income a text never speaks of they are what is spent."""

from collections.abc import Iterable
from dataclasses import replace

from assessments.domain.funds import Fund
from assessments.domain.narrative.claims import Claim, Key, RateClaim
from assessments.domain.narrative.gathered import Gathered
from assessments.domain.narrative.items import SPENDING, Item, side_of
from assessments.domain.narrative.roles import BUDGETS
from assessments.domain.units import MONEY

_FUNDS = frozenset(Fund)
_NAMED = ("执行数", "决算数", "执行金额", "执行总")


def name_spending(claims: Gathered) -> None:
    """Gives such figures and rates the measure that they are of, in place."""
    with_income = {claim.key.subject for claim in claims.values if claim.item.side == "in"}
    with_income |= {rate.key.subject for rate in claims.rates if side_of(rate.key.item) == "in"}
    with_income |= {change.now.subject for change in claims.changes if side_of(change.now.item) == "in"}
    claims.values[:] = [_named(claim, with_income) for claim in claims.values]
    claims.rates[:] = [_rated(rate, with_income) for rate in claims.rates]


def _named(claim: Claim, with_income: Iterable[str]) -> Claim:
    says_so = claim.role in BUDGETS or any(word in claim.words for word in _NAMED)
    if not says_so or not _is_nameless(claim.key, with_income) or claim.quantity.dimension != MONEY:
        return claim
    return replace(claim, key=claim.key._replace(item=SPENDING), item=Item(SPENDING, known=True), certain=True)


def _rated(rate: RateClaim, with_income: Iterable[str]) -> RateClaim:
    if rate.over not in BUDGETS or not _is_nameless(rate.key, with_income):
        return rate
    return replace(rate, key=rate.key._replace(item=SPENDING))


def _is_nameless(key: Key, with_income: Iterable[str]) -> bool:
    return not key.item and key.subject in _FUNDS and key.subject not in with_income
