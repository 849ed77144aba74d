"""The item (科目) that a row of a budget table is a figure of, by its label or its account code (forms.md §1.6)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assessments.domain.funds import NAMES, Fund, fund_named_in
from assessments.domain.measures.spelling import bare

_LONGEST = 80


class BudgetItem(StrEnum):
    """A 科目. ``UNKNOWN`` rows are kept and shown, and compared with nothing."""

    INCOME = "income"
    PREMIUM = "premium"
    SUBSIDY = "subsidy"
    INTEREST = "interest"
    INVESTMENT = "investment"
    TRANSFER_IN = "transfer_in"
    OTHER_INCOME = "other_income"
    EXPENDITURE = "expenditure"
    BENEFITS = "benefits"
    SERIOUS_ILLNESS = "serious_illness"
    TRANSFER_OUT = "transfer_out"
    OTHER_EXPENDITURE = "other_expenditure"
    BALANCE = "balance"
    OPENING = "opening"
    CLOSING = "closing"
    FROM_ABOVE = "from_above"
    TO_BELOW = "to_below"
    FROM_BELOW = "from_below"
    TO_ABOVE = "to_above"
    ALL_INCOME = "all_income"
    ALL_EXPENDITURE = "all_expenditure"
    UNKNOWN = "unknown"


#: Items that name a fund's row by themselves; the others stand under such a row.
WHOLES = frozenset(
    {BudgetItem.INCOME, BudgetItem.EXPENDITURE, BudgetItem.CLOSING, BudgetItem.BALANCE, BudgetItem.OPENING}
)
#: Disjoint parts of a whole.
PARTS: dict[BudgetItem, tuple[BudgetItem, ...]] = {
    BudgetItem.INCOME: (
        BudgetItem.PREMIUM,
        BudgetItem.SUBSIDY,
        BudgetItem.INTEREST,
        BudgetItem.INVESTMENT,
        BudgetItem.TRANSFER_IN,
        BudgetItem.OTHER_INCOME,
    ),
    BudgetItem.EXPENDITURE: (
        BudgetItem.BENEFITS,
        BudgetItem.SERIOUS_ILLNESS,
        BudgetItem.TRANSFER_OUT,
        BudgetItem.OTHER_EXPENDITURE,
    ),
}

#: The first pattern that stands in the label decides; the order is part of the meaning.
_PATTERNS: tuple[tuple[re.Pattern[str], BudgetItem], ...] = tuple(
    (re.compile(pattern), item)
    for pattern, item in (
        (r"收入总计", BudgetItem.ALL_INCOME),
        (r"支出总计", BudgetItem.ALL_EXPENDITURE),
        (r"上年(?:末|年末)?(?:累计|滚存)?结[余转]|(?:年|期)初(?:累计|滚存)?结余", BudgetItem.OPENING),
        (r"(?:本年|当年|本期)(?:收支)?结余|收支结余|收支差", BudgetItem.BALANCE),
        (r"(?:累计|滚存|年终|年末|期末)结余|结余$", BudgetItem.CLOSING),
        (r"上级补助", BudgetItem.FROM_ABOVE),
        (r"补助下级", BudgetItem.TO_BELOW),
        (r"下级上解", BudgetItem.FROM_BELOW),
        (r"上解上级", BudgetItem.TO_ABOVE),
        (r"保险费(?:收入)?$|(?:缴费|征缴)收入", BudgetItem.PREMIUM),
        (r"(?:财政|政府)(?:补贴|补助)", BudgetItem.SUBSIDY),
        (r"利息", BudgetItem.INTEREST),
        (r"投资收益", BudgetItem.INVESTMENT),
        (r"转移收入", BudgetItem.TRANSFER_IN),
        (r"其他收入", BudgetItem.OTHER_INCOME),
        (r"大病保险", BudgetItem.SERIOUS_ILLNESS),
        (r"转移支出", BudgetItem.TRANSFER_OUT),
        (r"其他支出", BudgetItem.OTHER_EXPENDITURE),
        (r"待遇(?:性)?(?:支出)?$|(?:基本养老|失业|失业保险)金支出$", BudgetItem.BENEFITS),
        (r"(?:基金|社会保险|合计|总计).*支出$|支出(?:合计|总额)$|^(?:本年|当年)?支出$", BudgetItem.EXPENDITURE),
        (r"(?:基金|社会保险|合计|总计).*收入$|收入(?:合计|总额)$|^(?:本年|当年)?收入$", BudgetItem.INCOME),
    )
)

#: A row of several funds that is not the total of all: no rule knows what adds up to it.
_SUBTOTAL = re.compile(r"小计|养老|医疗|医保|生育")
_HEADS_A_GROUP = re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]|小计|合计|总计")
_NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十百零〇]{1,4}[）)]?[、.．,，:：]|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|[（(]?[0-9]{1,2}[）)]?[、.．]|[（(][0-9]{1,2}[）)]|[①-⑳])+"
)
_OF_WHICH = re.compile(r"^其中[:：,，、]?")

#: Account codes that stand for no fund.
_CODES: dict[str, BudgetItem] = {
    "102": BudgetItem.INCOME,
    "209": BudgetItem.EXPENDITURE,
    "11008": BudgetItem.OPENING,
    "23009": BudgetItem.CLOSING,
    "11017": BudgetItem.FROM_ABOVE,
    "23018": BudgetItem.TO_BELOW,
    "11018": BudgetItem.FROM_BELOW,
    "23019": BudgetItem.TO_ABOVE,
}
_FUND_CODES: dict[str, tuple[Fund, BudgetItem]] = {
    code: (fund, item)
    for fund, name in NAMES.items()
    for code, item in ((name.income_code, BudgetItem.INCOME), (name.expenditure_code, BudgetItem.EXPENDITURE))
}


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A row's label: ``name`` without numbering and 其中, what it says, and whether it opened with 其中.

    ``heads`` says that the rows below may be its parts, and that it is nobody's part.
    """

    name: str
    item: BudgetItem
    fund: Fund | None
    of_which: bool = False
    heads: bool = False


@lru_cache(maxsize=4096)
def read_label(text: str, code: str = "") -> RowLabel:
    """The reading of a row by its label and account code; of an unknown one it is ``UNKNOWN``. Never raises."""
    printed = bare(text[:_LONGEST])
    plain = _NUMBERING.sub("", printed)
    name = _NUMBERING.sub("", _OF_WHICH.sub("", plain))
    number = bare(code[:_LONGEST])
    if number in _FUND_CODES:
        owner, whole = _FUND_CODES[number]
        return RowLabel(name, whole, owner, heads=True)
    if number in _CODES:
        return RowLabel(name, _CODES[number], None, heads=_CODES[number] in WHOLES)
    item, fund = _item(name), fund_named_in(name)
    if item in WHOLES and fund is None and _SUBTOTAL.search(name):
        item = BudgetItem.UNKNOWN
    heads = item in WHOLES or (item is BudgetItem.UNKNOWN and bool(_HEADS_A_GROUP.search(printed)))
    return RowLabel(name, item, fund, bool(_OF_WHICH.search(plain)), heads)


def _item(name: str) -> BudgetItem:
    return next((item for pattern, item in _PATTERNS if pattern.search(name)), BudgetItem.UNKNOWN)
