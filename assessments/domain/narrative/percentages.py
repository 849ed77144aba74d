"""Percentages: a rate of execution or completion, a growth, a share, or a value of its own (满意度 96%)."""

import re
from itertools import takewhile

from assessments.domain.measures import Quantity
from assessments.domain.narrative.changes import read_change
from assessments.domain.narrative.claims import Claim, Key, RateClaim, ShareClaim
from assessments.domain.narrative.coverage_rates import read_due_rate
from assessments.domain.narrative.formulas import read_formula
from assessments.domain.narrative.frame import Frame
from assessments.domain.narrative.goals import note_actual, note_completion, note_target
from assessments.domain.narrative.items import CURRENT, INCOME, SPENDING, Item, item_of, side_of
from assessments.domain.narrative.paragraph_reader import Reader
from assessments.domain.narrative.reading_state import UNCLEAR
from assessments.domain.narrative.roles import BUDGETS, ClaimRole
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Rated, Sort
from assessments.domain.narrative.yearly_growth import read_yearly

_ENDS_WORDS = frozenset({Sort.FIGURE, Sort.COMMA, Sort.STOP, Sort.SEMICOLON, Sort.OPEN, Sort.CLOSE})
_FEW = 5


def read_percentage(reader: Reader, token: Token, quantity: Quantity) -> None:
    """A figure in %."""
    frame, carried = reader.frame, reader.carried
    if read_formula(reader, token, quantity) or (frame.per_head and read_yearly(reader, token, quantity)):
        return
    if not reader.each:
        reader.carried = None
    if carried and (frame.of or frame.proportion or frame.rate is Rated.SHARE):
        _of_stated(reader, token, quantity, carried.over, carried.claim)
    elif frame.change:
        read_change(reader, token, quantity)
    elif frame.comparing or reader.state.subject == UNCLEAR:
        return
    elif frame.share and frame.role in BUDGETS and not _whole(frame):
        _budget_rate(reader, token, quantity, frame.role, ())
    elif frame.share or frame.rate is Rated.SHARE:
        _share(reader, token, quantity)
    elif not _share_behind(reader, token, quantity):
        _rate_or_value(reader, token, quantity)


def _rate_or_value(reader: Reader, token: Token, quantity: Quantity) -> None:
    frame = reader.frame
    of_budget = (frame.of or frame.complete) and frame.role in BUDGETS
    if frame.complete and frame.role is None and reader.goal is None and frame.is_nameless and _states_budget(reader):
        of_budget = True
    if of_budget or (frame.rate is Rated.BUDGET and frame.role is not ClaimRole.TARGET):
        _budget_rate(reader, token, quantity, frame.role, ())
    elif frame.role is ClaimRole.TARGET and not frame.of:
        note_target(reader, token, quantity)
    elif frame.rate in (Rated.TARGET, Rated.ANY) or (frame.of and frame.role is ClaimRole.TARGET):
        _completion(reader, token, quantity)
    else:
        _value(reader, token, quantity)


def _states_budget(reader: Reader) -> bool:
    """与年初预算 X 相比，超收 Y，完成 Z%: what the sentence completes."""
    return any(claim.role in BUDGETS for claim in reader.in_sentence())


def _of_stated(reader: Reader, token: Token, quantity: Quantity, over: ClaimRole | None, base: Claim) -> None:
    """The Y% of 完成预算 X 的 Y% and 占总收入 X 的 Y%."""
    if over in BUDGETS:
        _budget_rate(reader, token, quantity, over, (base,))
    elif over is ClaimRole.TARGET:
        note_completion(reader, token, quantity, base)
    elif (focus := reader.state.focus) is not None:
        spot, words = reader.spot(token), reader.words(token)
        reader.claims.shares.append(ShareClaim(quantity, focus.key, base.key, focus.role, spot, words))


def _budget_rate(
    reader: Reader, token: Token, quantity: Quantity, over: ClaimRole | None, bases: tuple[Claim, ...]
) -> None:
    if reader.state.relative:
        reader.state.this_year()
    label = over if over in BUDGETS else _label_of(reader)
    key = reader.state.key(_rated(reader))
    spot, words = reader.spot(token), reader.words(token)
    rate = RateClaim(quantity, key, label, spot, words, labelled=over in BUDGETS, bases=bases)
    reader.claims.rates.append(rate)


def _label_of(reader: Reader) -> ClaimRole:
    """A rate behind an adjusted budget is measured by it, whatever else the sentence states."""
    return (
        ClaimRole.ADJUSTED
        if any(claim.role is ClaimRole.ADJUSTED for claim in reader.in_sentence())
        else ClaimRole.BUDGET
    )


def _rated(reader: Reader) -> str:
    """What a rate of execution is of: named beside it, else what is being talked about."""
    frame, state = reader.frame, reader.state
    for words, item in (("支出", SPENDING), ("收入", INCOME)):
        if words in frame.rate_words:
            if state.item is None or state.item.side != side_of(item) or (state.stale and frame.subjects):
                state.item = Item(item, known=True)
            return state.item.key
    named = item_of(frame.phrases[-1]) if frame.phrases and not frame.rate else frame.named()
    if named and named.known:
        return named.key
    strange = state.stale and frame.subjects and state.item != Item(SPENDING, known=True)
    if state.item is None or strange:
        return ""
    return state.item.key


def _completion(reader: Reader, token: Token, quantity: Quantity) -> None:
    """完成率: of a target where the sentence gives one, else of the budget that it gives."""
    of_budget = _states_budget(reader)
    if reader.goal is not None and (reader.goal.spot.sentence == reader.sentence or reader.is_fresh):
        note_completion(reader, token, quantity, None)
    elif of_budget:
        _budget_rate(reader, token, quantity, None, ())


def _share(reader: Reader, token: Token, quantity: Quantity) -> None:
    frame = reader.frame
    part = _part(reader, _named_parts(frame))
    if part is None:
        return
    key, role = part
    item = _whole(frame)
    subject = frame.whole_subjects[0] if frame.whole_subjects else key.subject
    whole = key._replace(subject=subject, item=item.key if item else "")
    share = ShareClaim(quantity, key, whole, role, reader.spot(token), reader.words(token))
    if whole != key:
        reader.claims.shares.append(share)


#: 当年结余率: what was left of the year's income.
_KEPT = re.compile(r"(?:当年|当期|本年)(?:收支)?结余率[为达是]?\s*[0-9.]+\s*%$")
#: 来自 is followed by the part.
_COMES_FROM = re.compile(r"(?:主要)?(?:来自于?|来源于|源于|用于|属于)")


def _share_behind(reader: Reader, token: Token, quantity: Quantity) -> bool:
    """基金收入的 Y% 来自保险费: the whole stands before, the part behind."""
    named = reader.frame.named()
    if not reader.frame.of or named is None or named.key not in (INCOME, SPENDING):
        return False
    behind = takewhile(lambda each: each.sort not in _ENDS_WORDS, reader.ahead(_FEW))
    words = "".join(each.text for each in behind)
    match = _COMES_FROM.match(words)
    part = item_of(words[match.end() :]) if match else None
    if part is None or not part.known:
        return False
    key = reader.state.key(part.key)
    whole = key._replace(item=named.key)
    reader.claims.shares.append(
        ShareClaim(quantity, key, whole, ClaimRole.ACTUAL, reader.spot(token), reader.words(token))
    )
    reader.state.item = part
    return True


#: 保险费收入在基金收入中占 Y%: the whole stands before 占.
_WITHIN = re.compile(r"(?:^|.*?在)(?P<whole>[^在]{2,12})(?:当中|中|里|总额中)$")


def _within(frame: Frame) -> re.Match[str] | None:
    """The words of a whole that 在 … 中 names before 占."""
    before = frame.phrases[frame.clause_at : frame.share_at] if frame.share else []
    said = any("在" in words for words in before)
    return _WITHIN.match(before[-1]) if before and said else None


def _whole(frame: Frame) -> Item | None:
    """The whole, named behind 占 or before it between 在 and 中."""
    if within := _within(frame):
        return item_of(within["whole"])
    after = [*frame.phrases[frame.share_at :], "".join(frame.pieces)] if frame.share else []
    return next((item for words in reversed(after) if (item := item_of(words))), None)


def _named_parts(frame: Frame) -> list[str]:
    """What may name the part: the words before 占, those before 在 … 中."""
    before = frame.phrases[: frame.share_at] if frame.share else frame.phrases
    if _within(frame) is None:
        return before
    return [words.rpartition("在")[0] if "在" in words else "" for words in before[-_WORDS_BEFORE:]]


#: Among how many names before 占 the part is looked for.
_WORDS_BEFORE = 3


def _part(reader: Reader, before: list[str]) -> tuple[Key, ClaimRole] | None:
    """The part: named before 占, else the last figure."""
    state = reader.state
    item = next((item for words in reversed(before) if (item := item_of(words))), None)
    if item is not None:
        return state.key(item.key), ClaimRole.ACTUAL
    return (state.focus.key, state.focus.role) if state.focus else None


def _value(reader: Reader, token: Token, quantity: Quantity) -> None:
    """满意度 96%: a value of its own; never what the text goes on to talk about."""
    named = reader.frame.named() or (Item(reader.frame.rate_words) if reader.frame.rate_words else None)
    if named is None and reader.goal and reader.awaits_outcome and reader.frame.role is ClaimRole.ACTUAL:
        named = item_of(reader.goal.name)
    key = reader.state.key(named.key if named else "")
    certain = named is not None and not reader.frame.per_head
    spot, words = reader.spot(token), reader.words(token)
    role = reader.frame.role or ClaimRole.ACTUAL
    claim = Claim(key, role, quantity, spot, words, named or Item(""), certain)
    reader.claims.values.append(claim)
    note_actual(reader, claim)
    read_due_rate(reader, token, quantity, key.item)
    if _KEPT.search(words):
        part, whole = key._replace(item=CURRENT), key._replace(item=INCOME)
        reader.claims.shares.append(ShareClaim(quantity, part, whole, ClaimRole.ACTUAL, spot, words))
