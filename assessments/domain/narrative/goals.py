"""Targets in running text and what came of them: 指标值 ≥a，完成值 b; X 人，目标 Y 人，完成率 Z%."""

from typing import TYPE_CHECKING

from assessments.domain.measures import Kind, Measure, Quantity
from assessments.domain.narrative.claims import Claim, RateClaim
from assessments.domain.narrative.figures import Figure
from assessments.domain.narrative.gathered import OpenGoal
from assessments.domain.narrative.items import Item, item_of
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.narrative.tokens import Token

if TYPE_CHECKING:
    from assessments.domain.narrative.paragraph_reader import Reader


def read_limit(reader: "Reader", token: Token, figure: Figure) -> None:
    """≥95%, 95%至105%: a target where the words call it one or an outcome may follow."""
    if figure.measure is not None and not reader.frame.change:
        _note(reader, token, figure.measure, None)


def note_target(reader: "Reader", token: Token, quantity: Quantity) -> None:
    """目标值 1660人: a target that is a plain number."""
    frame, state = reader.frame, reader.state
    item = frame.named()
    key = state.key(item.key if item else state.item.key if state.item else "")
    if item and item.known:
        state.item, state.stale = item, False
    claim = Claim(
        key, ClaimRole.TARGET, quantity, reader.spot(token), reader.words(token), item or Item(key.item), certain=False
    )
    reader.claims.values.append(claim)
    text = quantity.printed()
    measure = Measure(text, Kind.VALUE, text, (quantity,), low=quantity.value, high=quantity.value)
    _note(reader, token, measure, claim)


def _note(reader: "Reader", token: Token, target: Measure, base: Claim | None) -> None:
    name = _name(reader)
    spot = reader.spot(token)
    goal = OpenGoal(name, reader.state.key(name), target, spot, reader.words(token), base)
    focus = reader.state.focus
    answered = not name and focus is not None and focus.spot.sentence == reader.sentence and _fits(goal, focus)
    if answered and focus is not None:
        goal.name, goal.actual = focus.item.key, focus
    reader.goal = goal
    reader.claims.goals.append(goal)


def _name(reader: "Reader") -> str:
    frame = reader.frame
    words = ["".join(frame.pieces), *reversed(frame.phrases)]
    return next((word for word in words if word and word not in _NO_NAMES), "") or frame.rate_words


#: 领取待遇人数，年初设定不少于 N 人: what stands before the limit is no name.
_NO_NAMES = frozenset({"设定", "设定为", "要求", "确定为", "确定", "应", "须", "应当"})


def _fits(goal: OpenGoal, claim: Claim) -> bool:
    first = goal.target.quantities[:1]
    return bool(first) and first[0].dimension == claim.quantity.dimension and claim.role is ClaimRole.ACTUAL


def note_actual(reader: "Reader", claim: Claim) -> None:
    """An outcome behind its target: called 完成值 or 实际, or without a name of its own."""
    goal, frame = reader.goal, reader.frame
    if goal is None or not _fits(goal, claim):
        return
    nameless = frame.named() is None and goal.actual is None
    if goal.spot.sentence < reader.sentence and not (nameless and _is_first(reader, claim) and not frame.subjects):
        return
    if goal.left_behind and not nameless and (claim.item.key != _item_key(goal) or not claim.item.known):
        return
    is_outcome = frame.role is ClaimRole.ACTUAL or frame.complete
    is_same = frame.named() is not None and "".join(frame.pieces) == goal.name
    if is_outcome or (is_same and goal.actual is None):
        goal.actual = claim


def _is_first(reader: "Reader", claim: Claim) -> bool:
    """Whether ``claim`` is the first value that its sentence states."""
    return reader.in_sentence()[:1] == [claim]


def _item_key(goal: OpenGoal) -> str:
    item = item_of(goal.name)
    return item.key if item else ""


def note_completion(reader: "Reader", token: Token, quantity: Quantity, base: Claim | None) -> None:
    """完成率 Z%: the outcome over its target."""
    goal = reader.goal
    target = base or (goal.base if goal else None)
    actual = goal.actual if goal and base is None else reader.state.focus
    if target is None or actual is None or target.quantity.dimension != actual.quantity.dimension:
        return
    found = RateClaim(
        quantity,
        actual.key,
        ClaimRole.TARGET,
        reader.spot(token),
        reader.words(token),
        outcomes=(actual,),
        bases=(target,),
    )
    reader.claims.rates.append(found)
