"""Lists of parts: 其中：A x、B y, and A x、B y，合计 z; which figures belong to them and whether they are complete."""

import re
from dataclasses import dataclass, field

from assessments.domain.funds import Fund
from assessments.domain.narrative.claims import Claim, Parts
from assessments.domain.narrative.gathered import Gathered
from assessments.domain.narrative.items import ACTIVE, BALANCE, CUMULATIVE, CURRENT, RETIREES, WORKERS, Item, is_due
from assessments.domain.narrative.subjects import MEDICALS

#: Parts that are by definition everything: who is insured works or is retired.
_EVERYBODY = (frozenset({ACTIVE, RETIREES}), frozenset({WORKERS, RETIREES}))
#: The funds that a word for several funds stands for.
_EVERY_FUND = {MEDICALS: frozenset({str(Fund.EMPLOYEE_MEDICAL), str(Fund.RESIDENT_MEDICAL)})}
_FEWEST = 2
#: No list that people write is longer.
_LONGEST = 60
_NO_OTHERS = re.compile(r"其[他它][^,，。]{0,16}(?:为零|为无|无(?:收入|支出)?$|没有)")


@dataclass(slots=True)
class OpenList:
    """A list while it is read; ``whole`` may be told only by the first part (an amount or a change)."""

    whole: Claim | None
    change: Claim | None
    parts: list[Claim] = field(default_factory=list)
    splits_change: bool = False
    spoilt: bool = False
    others: bool = False
    by_semicolons: bool = False

    @property
    def ends_at_semicolon(self) -> bool:
        """Behind parts that 、 or a comma separate, a semicolon ends the list; else it separates them itself."""
        ends = len(self.parts) >= _FEWEST and not self.by_semicolons
        self.by_semicolons = True
        return ends

    def speaks_of(self, *, is_change: bool) -> bool:
        """True if such a figure can be a part at all: beside amounts a change only says something of the last one."""
        return not self.parts or is_change is self.splits_change

    def takes(self, claim: Claim, *, is_change: bool) -> bool:
        """True if ``claim`` is one of the parts."""
        whole = self.change if is_change and not self.parts else self.whole
        return whole is not None and len(self.parts) < _LONGEST and _fits(whole, claim)

    def add(self, claim: Claim, *, is_change: bool) -> None:
        """Adds a part; the first one says whether the list splits an amount or a change."""
        if not self.parts and is_change:
            self.whole, self.splits_change = self.change, True
        self.parts.append(claim)
        self.others = self.others or claim.item.is_other or "其他" in claim.item.key or "其它" in claim.item.key

    def closed_with(self, total: Claim) -> Parts | None:
        """其中 A x、B y，合计 z: the parts so far and their sum; None where they are no list yet."""
        same = all(part.quantity.dimension == total.quantity.dimension for part in self.parts)
        return Parts(total, tuple(self.parts), complete=True) if len(self.parts) >= _FEWEST and same else None

    def hear(self, words: str) -> None:
        """Words without a figure: 其他险种为零 names the rest too."""
        self.others = self.others or _NO_OTHERS.search(words) is not None

    def close(self, claims: Gathered) -> None:
        """Keeps the list if there is anything in it."""
        if self.whole is None or not self.parts:
            return
        everybody = {part.key.item for part in self.parts} in _EVERYBODY
        funds = frozenset(part.key.subject for part in self.parts)
        everybody = everybody or funds == _EVERY_FUND.get(self.whole.key.subject)
        everybody = everybody or _are_accounts(self.whole, self.parts)
        complete = (self.others and len(self.parts) >= _FEWEST) or everybody
        claims.parts.append(Parts(self.whole, tuple(self.parts), complete and not self.spoilt, self.splits_change))


def _are_accounts(whole: Claim, parts: list[Claim]) -> bool:
    """Employees' medical insurance is a pooled fund and personal accounts, and nothing else."""
    names = sorted(part.key.item[:2] for part in parts)
    return whole.key.subject == Fund.EMPLOYEE_MEDICAL and names == ["个人", "统筹"]


def _fits(whole: Claim, part: Claim) -> bool:
    if is_due(part.key.item):
        return False
    if whole.quantity.dimension != part.quantity.dimension or whole.key[3:] != part.key[3:]:
        return False
    if whole.role is not part.role or whole.key.scope != part.key.scope:
        return False
    if part.item.is_other:
        return _same_side(whole.item, part.item)
    if whole.key.subject != part.key.subject:
        return part.key.item in (whole.key.item, "")
    if part.item.is_total or part.key.item == whole.key.item:
        return False
    if whole.key.item in (CURRENT, CUMULATIVE, BALANCE) and part.item.side:
        return False
    return _same_side(whole.item, part.item)


def _same_side(whole: Item, part: Item) -> bool:
    return not (whole.side and part.side and whole.side != part.side)


def closed_by(total: Claim, run: list[Claim]) -> tuple[Claim, ...]:
    """The figures before ``total`` (合计 z) that it adds up; empty where they are not plainly its parts."""
    parts: list[Claim] = []
    for claim in reversed(run[-_LONGEST:]):
        if claim.key == total.key and claim.role is total.role and parts:
            break
        if claim.quantity.dimension != total.quantity.dimension or _is_of_other_side(total, claim):
            continue
        if not _adds_to(total, claim):
            return ()
        parts.append(claim)
    return tuple(reversed(parts)) if len(parts) >= _FEWEST else ()


def _is_of_other_side(total: Claim, claim: Claim) -> bool:
    """An income before a sum of spendings says nothing of it; anything else may be one of its parts."""
    return bool(total.item.side and claim.item.side and total.item.side != claim.item.side)


def _adds_to(total: Claim, part: Claim) -> bool:
    if total.quantity.dimension != part.quantity.dimension or total.key[3:] != part.key[3:]:
        return False
    if total.role is not part.role or total.key.scope != part.key.scope:
        return False
    if not total.key.item:
        return True
    if part.key.subject != total.key.subject and part.key.item == total.key.item:
        return True
    return part.key.subject == total.key.subject and not part.item.is_total and _same_side(total.item, part.item)
