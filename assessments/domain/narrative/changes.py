"""较上年增加 X, 增长 Y%: what changed, by how much, and from what."""

from dataclasses import replace

from assessments.domain.measures import Quantity
from assessments.domain.narrative.claims import ChangeClaim, Claim, Key
from assessments.domain.narrative.dates import Moment
from assessments.domain.narrative.frame import Base
from assessments.domain.narrative.items import INCOME, SPENDING, Item
from assessments.domain.narrative.paragraph_reader import Reader
from assessments.domain.narrative.reading_state import UNCLEAR
from assessments.domain.narrative.roles import BUDGETS, ClaimRole
from assessments.domain.narrative.tokens import Token

_SIDES = {"in": INCOME, "out": SPENDING}


def read_change(reader: Reader, token: Token, quantity: Quantity) -> None:
    """较上年增加 X, 增长 Y%: what changed, and from what."""
    frame, state = reader.frame, reader.state
    change = frame.change
    base = _base(reader, token)
    of_one = frame.per_head and not _follows_standard(reader, quantity)
    if change is None or base.unknown or of_one or state.subject == UNCLEAR:
        return
    item = _changed(reader)
    if item is None:
        return
    found = _change(reader, token, quantity, base, item)
    if state.aside and item == state.item and not frame.named():
        found = replace(found, otherwise=_change(reader, token, quantity, base, state.aside))
    now, now_role = found.now, found.now_role
    reader.claims.changes.append(found)
    state.base = base
    if item.known:
        state.item, state.stale = item, False
    if not found.is_rate:
        state.change = found
        signed = Quantity(quantity.number * (change.sign or 1), quantity.unit)
        reader.last_change = Claim(now, now_role, signed, found.spot, found.words, item, certain=False)
        reader.into_lists(reader.last_change, is_change=True)


#: Amounts below it in 元 are standards per head.
_STANDARD = 100_000


def _follows_standard(reader: Reader, quantity: Quantity) -> bool:
    """养老金由 A 元提高到 B 元，每人每月提高 C 元: the change of the standard just stated."""
    focus, unit = reader.state.focus, quantity.unit
    same = focus is not None and focus.spot[:2] == (reader.number, reader.sentence) and focus.quantity.unit == unit
    return same and focus is not None and unit is not None and unit.symbol == "元" and focus.quantity.value < _STANDARD


#: Changes of a budget within its year, and changes that a budget is exceeded by or not reached.
OF_BUDGET = ("调增", "调减", "追加", "核减", "压减")
_AGAINST_BUDGET = ("超收", "短收", "超支", "节支", "节约")


def _base(reader: Reader, token: Token) -> Base:
    """What the words measure by; 追加 and 超收 say themselves that it is a budget."""
    frame, state = reader.frame, reader.state
    said = frame.base if frame.base and (frame.base.when or frame.base.role or frame.base.unknown) else None
    base, words = said or state.base or frame.base or Base(), reader.words(token)
    if base.when is None and base.role is None:
        if any(word in words for word in OF_BUDGET):
            return Base(role=ClaimRole.INITIAL)
        if any(word in words for word in _AGAINST_BUDGET):
            return Base(role=ClaimRole.BUDGET)
    return base


def _change(reader: Reader, token: Token, quantity: Quantity, base: Base, item: Item) -> ChangeClaim:
    now, now_role = _now(reader, item)
    if now_role in BUDGETS and any(word in reader.words(token) for word in _AGAINST_BUDGET):
        now_role = ClaimRole.ACTUAL
    return ChangeClaim(
        quantity,
        reader.frame.change.sign if reader.frame.change else 0,
        now,
        now_role,
        base_key(reader, base, now),
        base.role,
        reader.spot(token),
        reader.words(token),
        reader.state.change,
    )


def _changed(reader: Reader) -> Item | None:
    frame, state = reader.frame, reader.state
    named = frame.named()
    if named and (named.known or state.item is None):
        return named
    if frame.change and frame.change.item:
        side = _SIDES[frame.change.item]
        return state.item if state.item and state.item.side == frame.change.item else Item(side, known=True)
    if frame.change and frame.change.rate:
        return state.item
    return named if named and frame.pieces else state.item


def _now(reader: Reader, item: Item) -> tuple[Key, ClaimRole]:
    """What changed: the datum talked about; of a figure of last year that stands last, the year after it."""
    state, focus = reader.state, reader.state.focus
    key = state.key(item.key)
    if key.year is not None:
        later = key._replace(year=key.year + 1)
        if any(claim.key == later for claim in reader.in_sentence()):
            key = later
    role = focus.role if focus and focus.key.item == item.key and focus.key.subject == key.subject else ClaimRole.ACTUAL
    if focus and focus.spot.sentence < reader.sentence and (reader.frame.subjects or reader.frame.named()):
        role = ClaimRole.ACTUAL
    return key, role


def base_key(reader: Reader, base: Base, now: Key) -> Key:
    """The datum that a change is measured from."""
    if base.when is not None and base.when.moment is not Moment.START:
        year, months = reader.state.resolved(base.when)
        if base.when.year is None and base.when.offset == -1 and now.year is not None:
            year = now.year - 1
        return now._replace(year=year, months=months if base.when.year or base.when.months else now.months)
    if base.role is not None and base.when is None:
        return now
    return now._replace(year=None if now.year is None else now.year - 1)
