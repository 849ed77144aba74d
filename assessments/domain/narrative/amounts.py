"""Amounts, head counts and months: a value of a datum, or a change of one."""

import re
from dataclasses import replace

from assessments.domain.measures import Quantity
from assessments.domain.narrative.changes import OF_BUDGET, base_key, read_change
from assessments.domain.narrative.claims import Claim
from assessments.domain.narrative.dates import Moment
from assessments.domain.narrative.frame import Base
from assessments.domain.narrative.goals import note_actual, note_target
from assessments.domain.narrative.items import (
    BENEFITS,
    COUNTS,
    CUMULATIVE,
    CURRENT,
    LASTING_MONTHS,
    RECIPIENTS,
    Item,
    item_of,
)
from assessments.domain.narrative.paragraph_reader import TIMES, Carried, Reader
from assessments.domain.narrative.reading_state import UNCLEAR
from assessments.domain.narrative.roles import BUDGETS, ClaimRole
from assessments.domain.narrative.sums import (
    COUNTED,
    brings_in_more,
    close_run,
    counted_before,
    is_of_all,
    sums_all,
    sums_list,
)
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Sort
from assessments.domain.units import MONEY

#: 两项合计: a sum of what stands before it, without a name of its own.
_SEVERAL = re.compile(r"(?:以上|上述)?[两二三四五六七八]?个?(?:项|者|类|级|部分|险种|基金)?")
_HEADS = frozenset({"人", "户", "人次"})
#: Amounts below it in 元 are standards per head, not sums of a fund.
_LEAST_SUM = 100_000


def read_amount(reader: Reader, token: Token, quantity: Quantity) -> None:
    """A figure with a unit other than %."""
    frame = reader.frame
    if frame.exceeding and (frame.base is None or not (frame.base.when or frame.base.role)):
        return
    frame.change = frame.change or frame.exceeding
    if frame.comparing and frame.change is None:
        _stated_base(reader, token, quantity)
    elif frame.change and not frame.to and not frame.change.rate:
        read_change(reader, token, quantity)
    elif reader.of_rate_follows() and (_is_denominator(reader) or _leads_to_times(reader)):
        _denominator(reader, token, quantity)
    elif frame.role is ClaimRole.TARGET:
        note_target(reader, token, quantity)
    else:
        _value(reader, token, quantity)


def _is_denominator(reader: Reader) -> bool:
    frame = reader.frame
    return frame.complete or frame.share or frame.of or frame.role in BUDGETS or frame.role is ClaimRole.TARGET


def _names_base(reader: Reader, claim: Claim) -> bool:
    """与上年 X 相比，收入 Y，减少 Z: only Y says what X was; Z is still measured from it."""
    at, reader.pending = reader.pending, None
    if at is None or not claim.item.known:
        return False
    base = reader.claims.values[at]
    if base.quantity.dimension != claim.quantity.dimension or base.spot[:2] != claim.spot[:2]:
        return False
    key = claim.key._replace(year=base.key.year, months=base.key.months)
    if key == claim.key and base.role is claim.role:
        key = key._replace(year=None if key.year is None else key.year - 1)
    reader.claims.values[at] = replace(base, key=key, item=claim.item, certain=False)
    return True


def _leads_to_times(reader: Reader) -> bool:
    """Whether this is the X of 是上年 X 的 r 倍."""
    return any(token.text.endswith(TIMES) for token in reader.ahead(3) if token.sort is Sort.FIGURE)


def _value(reader: Reader, token: Token, quantity: Quantity) -> None:
    frame, state = reader.frame, reader.state
    if frame.total_of in COUNTED:
        reader.run = counted_before(reader)
    item = _item(reader, quantity)
    role = _role(reader)
    if frame.source and not (frame.whens or frame.roles) and _goes_on(reader):
        _source(reader, token, quantity, item)
        return
    claim = stated(reader, token, quantity, item, role)
    if _repeats_in_list(reader, claim):
        claim = reader.claims.values[-1] = replace(claim, certain=False)
    note_actual(reader, claim)
    sums_all(reader, claim)
    if frame.is_bare and reader.each is None and reader.lists and reader.lists[-1].parts:
        reader.lists[-1].whole = None
    if not sums_list(reader, claim):
        reader.into_lists(claim)
        close_run(reader, claim)
    state.change = None
    if not _names_base(reader, claim):
        state.base = None
    if frame.to and state.said_role in BUDGETS:
        state.base = Base(role=ClaimRole.INITIAL)
    state.item, state.said_role, state.focus = claim.item if item else state.item, role, claim
    state.stale = state.stale and item is None
    if frame.source or (claim.key.item == CUMULATIVE and (frame.of_last_year or frame.at_start)):
        state.this_year()


def _repeats_in_list(reader: Reader, claim: Claim) -> bool:
    """收入 A，支出 B。其中，保险费收入 a；支出 b: a total said again within 其中 is a part without its name."""
    whole = reader.lists[-1].whole if reader.lists else None
    if whole is not None and whole.key == claim.key and whole.role is claim.role and not reader.frame.total:
        return True
    if not (reader.lists and reader.lists[-1].parts and claim.item.is_total):
        return False
    return any(earlier.key == claim.key for earlier in reader.claims.values[-_LATELY:-1])


#: How many of the latest figures a total is looked for among.
_LATELY = 12


def _goes_on(reader: Reader) -> bool:
    """Whether 降至 or 增加到 comes next: 由 X 降至 Y."""
    following = reader.ahead()
    return bool(following) and following[0].sort is Sort.TO


def _source(reader: Reader, token: Token, quantity: Quantity, item: Item | None) -> None:
    """The X of 由 X 降至 Y: what the change is measured from."""
    state = reader.state
    base = state.base or Base()
    stated(reader, token, quantity, item, base.role or ClaimRole.ACTUAL)
    now = state.key(item.key if item else "")
    reader.claims.values[-1] = replace(reader.claims.values[-1], key=base_key(reader, base, now))
    state.item = item or state.item


def _role(reader: Reader) -> ClaimRole:
    """The role that the words name; that of a list's whole; what the sentence lets expect."""
    frame, state = reader.frame, reader.state
    if frame.to and state.said_role in BUDGETS:
        return ClaimRole.ADJUSTED
    if frame.source and _is_adjusted(reader):
        return ClaimRole.INITIAL
    if frame.role is ClaimRole.BUDGET and frame.at_start:
        return ClaimRole.INITIAL
    if frame.role is not None:
        return frame.role
    named = frame.named()
    if state.said_role in BUDGETS and reader.joined:
        return state.said_role
    whole = reader.lists[-1].whole if reader.lists else None
    if whole and not (named and named.is_total and not frame.subjects):
        return whole.role
    return state.default_role(named)


def _is_adjusted(reader: Reader) -> bool:
    """支出预算由 X 调减 Y: X is the budget before its adjustment."""
    following = reader.ahead()
    is_budget = bool(BUDGETS.intersection(reader.frame.roles)) or ClaimRole.UNSURE in reader.frame.roles
    return is_budget and bool(following) and following[0].text in OF_BUDGET


def _item(reader: Reader, quantity: Quantity) -> Item | None:
    """The measure that the words name, else the one talked about, as far as it can have this unit."""
    frame = reader.frame
    named = None if frame.total and frame.is_nameless else frame.named()
    if frame.lasting and quantity.dimension == "个月":
        return Item(LASTING_MONTHS, known=True)
    if frame.total and (named is None or _SEVERAL.fullmatch(named.key) or is_of_all(reader, named)):
        return None
    if named and frame.total_of in COUNTED and not frame.subjects:
        return Item(f"{frame.total_of}{frame.words}")
    if named and frame.total and brings_in_more(reader, named):
        return Item(f"{frame.words}合计")
    if named and _are_recipients(reader, named, quantity):
        return Item(RECIPIENTS, known=True)
    if named and _fits(named, quantity) and (named.known or not frame.to):
        return named
    if named and named.known and not frame.to:
        return Item(frame.words)
    is_outcome = frame.role is ClaimRole.ACTUAL or frame.complete
    if named is None and reader.goal and reader.awaits_outcome and is_outcome:
        return item_of(reader.goal.name)
    if named is None and quantity.dimension == "人" and (people := _people(reader)):
        return people
    talked = None if reader.state.stale else reader.state.item
    return talked if (named is None or frame.to) and talked and _fits(talked, quantity) else None


def _are_recipients(reader: Reader, named: Item, quantity: Quantity) -> bool:
    """领取某险种待遇 N 人: the fund's name stands between the words for those who draw benefits."""
    draws = any(phrase.endswith(("领取", "享受")) for phrase in reader.frame.phrases)
    return draws and named.key == BENEFITS and quantity.dimension in _HEADS


#: 1573 名退休人员, 25310 名符合条件的领取人员: who they are comes behind the figure.
_PEOPLE = re.compile(
    r"(?:名|位)?(?:符合条件的?|到龄|城乡|全县|参保)*(?P<who>(?:离退休|退休|领取待遇|领取|享受待遇|参保|缴费|在职)(?:人员|职工|居民))"
)


def _people(reader: Reader) -> Item | None:
    words = "".join(token.text for token in reader.ahead(3) if token.sort in (Sort.WORD, Sort.OF))
    match = _PEOPLE.match(words)
    item = item_of(match["who"]) if match else None
    return item if item and item.key in COUNTS else None


def _fits(item: Item, quantity: Quantity) -> bool:
    if not item.known:
        return True
    if item.key in COUNTS:
        return quantity.dimension in _HEADS
    return quantity.dimension == MONEY if item.key != LASTING_MONTHS else quantity.dimension == "个月"


def stated(reader: Reader, token: Token, quantity: Quantity, item: Item | None, role: ClaimRole) -> Claim:
    """Records the value and returns it."""
    frame, state = reader.frame, reader.state
    item = item or Item("")
    opening = frame.at_start and (item.key == CUMULATIVE or (item.key in COUNTS and role is ClaimRole.ACTUAL))
    if item.key == CUMULATIVE and _is_carried_over(reader):
        opening = True
    if role in BUDGETS and not frame.whens:
        state.budgets_year()
    key = state.key(item.key, back=1 if opening and not _names_last_year(reader) else 0)
    if role in BUDGETS:
        key = key._replace(months="")
    if item.negative and quantity.number > 0:
        quantity = Quantity(-quantity.number, quantity.unit)
    per_head = frame.per_head or (
        quantity.dimension == MONEY and abs(quantity.value) < _LEAST_SUM and quantity.power == 0
    )
    unnamed = frame.is_bare and reader.each is None
    if item.is_total and not frame.subjects and _after_account(reader):
        key = key._replace(subject=UNCLEAR)
    unnamed = unnamed or frame.words in _WHOSE
    certain = bool(item.key) and key.subject != UNCLEAR and role is not ClaimRole.UNSURE and not (per_head or unnamed)
    claim = Claim(key, role, quantity, reader.spot(token), reader.words(token), item, certain)
    reader.claims.values.append(claim)
    return claim


#: 惠及企业 M 户、职工 N 人: no count of those who are insured.
_WHOSE = frozenset({"职工", "职工人数"})
_ACCOUNT = re.compile(r"统筹(?:基金|账户)|个人账户(?:基金)?(?:总?收入|总?支出|当[年期]|本[年期]|结余|累计|滚存)")
_WHOLE = re.compile(r"基金总?[收支结累滚]|总[收支结]")


def _after_account(reader: Reader) -> bool:
    """其中统筹基金收入 a、支出 b: a total that may be of the part of the fund that was named before it."""
    if _WHOLE.search(reader.frame.words) or _ACCOUNT.search(reader.frame.words):
        return False
    said = [claim for claim in reader.in_sentence() if _ACCOUNT.match(claim.key.item)]
    if not said:
        return False
    between = reader.plain.paragraph[said[-1].spot.end : reader.spot(reader.tokens[reader.index]).start]
    both = len({claim.key.item[:2] for claim in said}) > 1
    return not (both and re.search("[；;]", between))


def _is_carried_over(reader: Reader) -> bool:
    """年末结余 x，其中历年结余 y: beside the balance of the year's end that of the years before it."""
    said = {claim.key.item for claim in reader.in_sentence()}
    return "历年" in reader.frame.words and {CUMULATIVE, CURRENT} <= said


def _names_last_year(reader: Reader) -> bool:
    return any(when.offset == -1 and when.moment is not Moment.START for when in reader.frame.whens)


def _stated_base(reader: Reader, token: Token, quantity: Quantity) -> None:
    """比上年的 X: a value of the base; the change that follows is measured from it."""
    frame, state = reader.frame, reader.state
    base = frame.base or Base()
    item = frame.named() or state.item
    claim = stated(reader, token, quantity, item, base.role or ClaimRole.ACTUAL)
    now = state.key(item.key if item else "")
    reader.claims.values[-1] = replace(claim, key=base_key(reader, base, now))
    if frame.named() is None and (item is None or state.stale):
        reader.pending = len(reader.claims.values) - 1
    state.base, state.item = base, item


def _denominator(reader: Reader, token: Token, quantity: Quantity) -> None:
    """完成预算 X 的 Y%, 占总收入 X 的 Y%: X is a value that Y is measured by."""
    frame, state = reader.frame, reader.state
    role = frame.role
    item = _item(reader, quantity)
    if role is ClaimRole.TARGET:
        claim = stated(reader, token, quantity, item or state.item, role)
        reader.carried = Carried(role, claim)
    elif frame.share or _leads_to_times(reader):
        claim = stated(reader, token, quantity, item, role if role in BUDGETS else ClaimRole.ACTUAL)
        reader.carried = Carried(role if role in BUDGETS else None, claim)
    elif role in BUDGETS:
        claim = stated(reader, token, quantity, item or state.item, role)
        reader.carried = Carried(role, claim)
    else:
        _value(reader, token, quantity)
