"""Figures that are sums of those before them: 合计 behind a list, 收入总计 of all money, 共计 of several funds."""

import re
from dataclasses import replace

from assessments.domain.narrative.claims import Claim, Parts
from assessments.domain.narrative.items import BENEFITS, CUMULATIVE, INCOME, PREMIUMS, SPENDING, Item
from assessments.domain.narrative.lists import closed_by
from assessments.domain.narrative.paragraph_reader import Reader

#: 加上年结余 B、上级补助 C，收入总计 D: a sum of more than the year's income.
_MORE = re.compile(r"上级补助|补助下级|上解|转贷|调入|债务|稳定调节|上年结[余转]|调剂")

#: How many of the latest lists are looked at.
_LATELY = 12
#: No sentence adds up more figures.
_LONGEST_RUN = 40


def sums_all(reader: Reader, claim: Claim) -> None:
    """收入总计 behind 本年收入, 上年结余, 上级补助: the sum of everything before it, where all of that is plain."""
    if not reader.frame.total or not claim.key.item.endswith("合计") or reader.lists:
        return
    split = {part.spot for parts in reader.claims.parts[-_LATELY:] for part in parts.parts}
    before = [each for each in reader.in_sentence()[:-1] if each.spot not in split]
    same = all(each.quantity.dimension == claim.quantity.dimension and each.role is claim.role for each in before)
    plain = all(_is_source(each) for each in before)
    if same and plain and len(before) > 1:
        reader.claims.parts.append(Parts(claim, tuple(before), complete=True))


def _is_source(claim: Claim) -> bool:
    """Money of the year, money carried over, and what other budgets gave: what 收入总计 adds up."""
    return claim.key.item in (INCOME, CUMULATIVE) or _MORE.search(claim.words) is not None


def sums_list(reader: Reader, claim: Claim) -> bool:
    """True if this is the z of 其中 A x、B y，合计 z: no part of the list, but the sum of its parts."""
    if not reader.frame.total or claim.key.item or not reader.lists:
        return False
    parts = reader.lists[-1].closed_with(claim)
    if parts is not None:
        reader.claims.parts.append(parts)
    return parts is not None


#: 两项合计: of so many figures that stand before, be it in the sentence before.
COUNTED = {"两项合计": 2, "三项合计": 3}


def counted_before(reader: Reader) -> list[Claim]:
    """The figures that 两项合计 adds up: those of the same measure; none where they are not as many."""
    frame = reader.frame
    count, named = COUNTED[frame.total_of], frame.named()
    before = reader.run or reader.earlier
    if named is not None and named.known:
        before = [claim for claim in before if claim.key.item == named.key]
    return list(before) if len(before) == count else []


def is_of_all(reader: Reader, named: Item) -> bool:
    """A 支出 a、B 支出 b，共计支出 c: what several funds were said to have, and no fund is named again."""
    said = [claim.key.subject for claim in reader.run[-_LONGEST_RUN:] if claim.key.item == named.key]
    return not reader.frame.subjects and len(said) > 1 and len(set(said)) == len(said)


def brings_in_more(reader: Reader, item: Item) -> bool:
    """True if 收入总计 adds up more than the year's income: what was carried over, what other budgets gave."""
    if item.key not in (INCOME, SPENDING):
        return False
    items = [claim.key.item for claim in reader.in_sentence()]
    return CUMULATIVE in items or any(_MORE.search(name) for name in items)


def close_run(reader: Reader, claim: Claim) -> None:
    """Notes a figure for a 合计 behind it; one that is a 合计 itself closes the list of those before it."""
    in_list = bool(reader.lists) and claim in reader.lists[-1].parts
    parts = closed_by(claim, reader.run) if reader.frame.total and not in_list else ()
    if parts:
        claim = reader.claims.values[-1] = _as_total(claim, parts)
        reader.claims.parts.append(Parts(claim, parts, complete=True))
        reader.run = []
    else:
        reader.run.append(claim)


def _as_total(claim: Claim, parts: tuple[Claim, ...]) -> Claim:
    """保费收入 a、其他收入 b，合计 c: the sum of parts that leave nothing out is the fund's income or spending."""
    sides, subjects = {part.item.side for part in parts}, {part.key.subject for part in parts}
    main = any(part.key.item in (PREMIUMS, BENEFITS) for part in parts) and any(part.item.is_other for part in parts)
    if claim.key.item or len(subjects) > 1 or len(sides) > 1 or not main:
        return claim
    total = {"in": INCOME, "out": SPENDING}.get(sides.pop(), "")
    return replace(claim, key=claim.key._replace(item=total))
