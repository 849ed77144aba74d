"""The walk of a :class:`Reader`: which token ends a sentence, opens a list or a bracket, or is a figure to be read."""

import re

from assessments.domain.funds import Fund
from assessments.domain.narrative import lexicon
from assessments.domain.narrative.amounts import read_amount
from assessments.domain.narrative.claims import Claim
from assessments.domain.narrative.coverage_rates import resolve_waiting
from assessments.domain.narrative.figures import Figure, Sure
from assessments.domain.narrative.frame import Frame
from assessments.domain.narrative.goals import read_limit
from assessments.domain.narrative.lists import OpenList
from assessments.domain.narrative.paragraph_reader import TIMES, Reader
from assessments.domain.narrative.percentage_points import POINTS, note_percent, read_points
from assessments.domain.narrative.percentages import read_percentage
from assessments.domain.narrative.proportions import read_ratio, read_times
from assessments.domain.narrative.respective import Each
from assessments.domain.narrative.roles import BUDGETS, ClaimRole
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Sort
from assessments.domain.narrative.words_into_frame import take

_FUNDS = frozenset(Fund)
#: No sentence that people write holds lists in lists in lists.
_MOST_LISTS = 8
#: Among how many of the latest figures an outcome is looked for.
_LATELY = 12
#: Words that open a list only right behind the figure that they split up.
_SPLIT_BY = frozenset(lexicon.SPLIT_BY.split())
_WEAK_OPENERS = _SPLIT_BY | {"其中"}
#: What such words themselves say of what they split.
_OUT, _IN = re.compile("支出|用途"), re.compile("收入|来源")


def walk(reader: Reader) -> None:
    """Reads the whole paragraph into the reader's claims; its last sentence stays open until :func:`finish`."""
    while reader.index < len(reader.tokens):
        token = reader.tokens[reader.index]
        step = _STEPS.get(token.sort)
        if step:
            step(reader, token)
        else:
            take(reader.frame, token)
        reader.index += 1


def finish(reader: Reader) -> None:
    """Ends the last sentence."""
    _stop(reader, None)


def _comma(reader: Reader, token: Token) -> None:
    """Within a section on one fund, a clause on 社保基金 in general does not change the subject."""
    if reader.state.around.subject in _FUNDS:
        reader.frame.subjects = [subject for subject in reader.frame.subjects if subject in _FUNDS]
    take(reader.frame, token)


def _stop(reader: Reader, token: Token | None) -> None:
    if token is not None:
        _comma(reader, token)
    if any(subject not in _FUNDS for subject in reader.frame.subjects) and not reader.in_sentence():
        reader.frame.subjects = []
    reader.state.commit(reader.frame)
    if reader.lists and token is not None:
        reader.lists[-1].hear(_since_figure(reader))
    reader.frame = Frame()
    whole = reader.lists[0].whole if reader.lists else None
    _close_lists(reader, 0)
    resolve_waiting(reader)
    _leave_goal(reader)
    reader.sentence += 1
    reader.earlier = reader.run
    reader.run, reader.each, reader.carried, reader.pending = [], None, None, None
    reader.outside, reader.each_subjects, reader.subjects, reader.percent, reader.pair = [], [], [], None, None
    reader.state.back_to(whole)
    reader.state.next_sentence()


def _leave_goal(reader: Reader) -> None:
    """A target may be answered in the next sentence, and what came of it be rated in the one after that."""
    goal = reader.goal
    if goal is None:
        return
    goal.left_behind = True
    answered = goal.actual is not None and goal.actual.spot.sentence == reader.sentence
    if goal.spot.sentence < reader.sentence and not answered:
        reader.goal = None


def _since_figure(reader: Reader) -> str:
    """The words behind the last figure."""
    index = reader.index
    while index > 0 and reader.tokens[index - 1].sort is not Sort.FIGURE:
        index -= 1
    start = reader.tokens[index - 1].end if index else 0
    return reader.plain.text[start : reader.tokens[reader.index].start]


def _semicolon(reader: Reader, _token: Token) -> None:
    reader.state.commit(reader.frame)
    reader.frame = Frame()
    if len(reader.lists) > reader.kept_lists and reader.lists[-1].ends_at_semicolon:
        reader.lists.pop().close(reader.claims)
    if reader.state.relative:
        reader.state.this_year()
    reader.each = reader.carried = reader.percent = reader.pair = None
    if reader.goal:
        reader.goal.left_behind = True


def _open(reader: Reader, _token: Token) -> None:
    """A bracket without figures says nothing of one; what stands in another one is not carried out of it."""
    end = reader.brackets.end(reader.index)
    if end is None:
        return
    if not reader.brackets.holds_figure(reader.index, end):
        reader.index = end
        return
    if _holds_denominator(reader, end):
        reader.transparent.add(end)
        return
    reader.state.commit(reader.frame)
    reader.outside.append((reader.state.copy(), reader.frame, len(reader.lists)))
    focus = reader.state.focus
    before = reader.spot(reader.tokens[reader.index - 1]) if reader.index else None
    if focus is not None and focus.spot == before and len(reader.lists) < _MOST_LISTS:
        reader.lists.append(OpenList(focus, None))
    frame = Frame()
    frame.phrases = list(reader.frame.phrases) + (["".join(reader.frame.pieces)] if reader.frame.pieces else [])
    reader.frame = frame


def _holds_denominator(reader: Reader, end: int) -> bool:
    """完成预算（X）的 Y%: the bracket says how much the words before it are, and the sentence goes on behind it."""
    frame, tokens = reader.frame, reader.tokens
    alone = end == reader.index + 2 and tokens[reader.index + 1].sort is Sort.FIGURE
    goes_on = end + 1 < len(tokens) and tokens[end + 1].sort is Sort.OF
    return alone and goes_on and (frame.complete or frame.share)


def _close(reader: Reader, _token: Token) -> None:
    if reader.index in reader.transparent:
        return
    if not reader.outside:
        return
    state, frame, depth = reader.outside.pop()
    _close_lists(reader, depth)
    reader.state, reader.frame = state, frame
    reader.each = reader.carried = None


def _colon(reader: Reader, token: Token) -> None:
    """待遇支出 X：A x，B y: right behind a figure a colon opens the list of its parts."""
    focus = reader.state.focus
    before = reader.spot(reader.tokens[reader.index - 1]) if reader.index else None
    if focus is not None and focus.spot == before and len(reader.lists) < _MOST_LISTS:
        reader.lists.append(OpenList(focus, None))
    take(reader.frame, token)


def _close_lists(reader: Reader, depth: int) -> None:
    while len(reader.lists) > depth:
        reader.lists.pop().close(reader.claims)


def _of_which(reader: Reader, token: Token) -> None:
    focus = reader.state.focus
    direct = reader.frame.is_bare and focus is not None and focus.spot.sentence == reader.sentence
    if token.text not in _WEAK_OPENERS and not direct:
        if token.text != "含":
            reader.frame.close()
        return
    if token.text in _WEAK_OPENERS:
        reader.state.commit(reader.frame)
        reader.frame = Frame()
    if len(reader.lists) > reader.kept_lists:
        reader.lists[-1].spoilt = True
    if focus is not None and focus.spot.sentence < reader.sentence and reader.in_sentence():
        focus = None
    focus = focus and _split_up(reader, focus, direct=direct)
    if focus is not None and token.text in _SPLIT_BY and not (direct or _is_of(token.text, focus)):
        focus = None
    if len(reader.lists) < _MOST_LISTS:
        reader.lists.append(OpenList(focus, reader.last_change))
    reader.each = None


def _is_of(words: str, focus: Claim) -> bool:
    """Whether 按支出项目分 in a sentence of its own can split the figure before it: what was spent, not a balance."""
    side = focus.item.side
    named = "out" if _OUT.search(words) else "in" if _IN.search(words) else side
    return focus.role is ClaimRole.ACTUAL and bool(side) and side == named


def _split_up(reader: Reader, focus: Claim, *, direct: bool) -> Claim | None:
    """What 其中 splits: 支出 A，预算 B，执行率 C%。其中 is of the outcome; 支出 A，预算 B，其中 may be of either.

    收入 A，上年为 B。按来源分 is of this year.
    """
    latest = reader.claims.values[-_LATELY:]
    if focus.spot.sentence == reader.sentence - 1 and focus.key.year != reader.state.year:
        now = focus.key._replace(year=reader.state.year)
        of_now = (claim for claim in latest if claim.key == now and claim.spot[:2] == focus.spot[:2])
        return next((claim for claim in of_now if claim.role is ClaimRole.ACTUAL), focus)
    if focus.role not in BUDGETS:
        return focus
    outcomes = [claim for claim in latest if claim.key == focus.key and claim.role is ClaimRole.ACTUAL]
    outcome = next((claim for claim in reversed(outcomes) if claim.spot[:2] == focus.spot[:2]), None)
    if outcome is None:
        return focus
    return None if direct else outcome


def _figure(reader: Reader, token: Token) -> None:
    figure = token.meaning
    if not isinstance(figure, Figure):
        return
    denominator = reader.frame.each and reader.frame.share and reader.of_rate_follows()
    if denominator:
        reader.frame.each = False
    elif reader.frame.each:
        reader.each = Each.of(reader)
    elif reader.each:
        reader.each = reader.each.following(reader.frame)
    if reader.each and not reader.each.next(reader):
        reader.frame = Frame()
        return
    compared = reader.frame.paired is not None and _is_compared(reader)
    if compared:
        reader.frame.compare()
    if reader.frame.is_short_change and figure.dimension == "%" and reader.in_sentence():
        reader.frame.change, reader.frame.pieces = reader.frame.short, []
    if len(reader.frame.subjects) > 1:
        reader.subjects = [subject for subject in reader.frame.subjects if subject in _FUNDS]
    reader.state.commit(reader.frame)
    _read(reader, token, figure)
    stated_base = reader.frame.comparing and reader.frame.change is None
    reader.index += compared
    reader.frame = Frame(each=denominator, expects_change=stated_base)


def _is_compared(reader: Reader) -> bool:
    """Whether 相比 comes next: 与上年 X 相比."""
    following = reader.ahead()
    return bool(following) and following[0].sort is Sort.COMPARE


def _read(reader: Reader, token: Token, figure: Figure) -> None:
    quantity = figure.quantity
    if figure.sure is Sure.RATIO:
        read_ratio(reader, token, figure)
    elif figure.sure is Sure.LIMIT:
        read_limit(reader, token, figure)
    elif quantity is None or quantity.unit is None:
        for opened in reader.lists:
            opened.spoilt = True
        reader.run, reader.state.focus = [], None
    elif quantity.dimension == "%":
        read_percentage(reader, token, quantity)
        note_percent(reader, quantity)
    elif quantity.dimension == POINTS:
        read_points(reader, token, quantity)
    elif quantity.dimension == TIMES:
        read_times(reader, token, quantity)
    else:
        read_amount(reader, token, quantity)


_STEPS = {
    Sort.COMMA: _comma,
    Sort.COLON: _colon,
    Sort.STOP: _stop,
    Sort.SEMICOLON: _semicolon,
    Sort.MARK: _semicolon,
    Sort.OPEN: _open,
    Sort.CLOSE: _close,
    Sort.OF_WHICH: _of_which,
    Sort.FIGURE: _figure,
}
