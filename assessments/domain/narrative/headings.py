"""Headings: how they are numbered, and the fund, year and role that they give the paragraphs under them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assessments.domain.funds import Fund
from assessments.domain.narrative.frame import Frame
from assessments.domain.narrative.items import INCOME, SPENDING, Item
from assessments.domain.narrative.reading_state import UNCLEAR, Around, ReadingState
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.narrative.subjects import narrowed
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Sort
from assessments.domain.narrative.words_into_frame import take

_DIGITS = "一二三四五六七八九十"
#: The styles of numbers, from the outermost in.
_STYLES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第(?P<chinese>[{_DIGITS}]{{1,3}})(?:部分|章|篇)",
        rf"(?P<chinese>[{_DIGITS}]{{1,3}})[、.．]",
        rf"[（(](?P<chinese>[{_DIGITS}]{{1,3}})[）)]",
        r"(?P<digits>[0-9]{1,2})(?:、|[.．](?![0-9]))",
        r"[（(](?P<digits>[0-9]{1,2})[）)]",
    )
)
_LONGEST_TITLE = 40
_ENDS = re.compile(r"[。；;：:](?!(?:万|亿)?元[）)])")


@dataclass(frozen=True, slots=True)
class Number:
    """A heading's number: its level (0 outermost), its value, and how it is printed."""

    level: int
    value: int
    printed: str


def number_of(text: str) -> Number | None:
    """The number with which a plain paragraph begins; None where it begins with none."""
    for level, style in enumerate(_STYLES):
        if match := style.match(text):
            found = match.groupdict()
            value = _chinese(found["chinese"]) if found.get("chinese") else int(found["digits"])
            return Number(level, value, match[0])
    return None


def _chinese(text: str) -> int:
    """一 to 九十九; 0 where the characters are no number."""
    tens, ten, ones = text.partition("十")
    if any(char not in _DIGITS[:9] for char in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return 0
    first = _DIGITS.index(tens) + 1 if tens else (1 if ten else 0)
    last = _DIGITS.index(ones) + 1 if ones else 0
    return first * 10 + last if ten else (first or last)


@dataclass(slots=True)
class Headings:
    """The headings above the paragraph at hand, outermost first."""

    base: Around
    open: list[tuple[int, Around]] = field(default_factory=list)
    numbered: bool = False

    def around(self, text: str, tokens: Sequence[Token]) -> Around:
        """The setting of a paragraph; if it is a heading or begins with one, it holds for the next ones too."""
        number = number_of(text)
        title = self._title(text, tokens, number)
        if title is None:
            return self._above()
        if number is None and not self.numbered:
            self.base = _titled(self.base, title)
            return self.base
        self.numbered = True
        level = number.level if number else len(_STYLES)
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        around = _named(self._above(), title)
        self.open.append((level, around))
        return around

    def _above(self) -> Around:
        return self.open[-1][1] if self.open else self.base

    def _title(self, text: str, tokens: Sequence[Token], number: Number | None) -> list[Token] | None:
        """The tokens of the heading: a short paragraph, or the numbered first sentence of a longer one."""
        end = _ENDS.search(text, len(number.printed) if number else 0)
        stop = end.start() if end else len(text)
        if stop > _LONGEST_TITLE or (number is None and (end is not None or not text)):
            return None
        title = [token for token in tokens if token.start < stop]
        return None if any(token.sort is Sort.FIGURE for token in title) else title


def _named(above: Around, title: list[Token]) -> Around:
    frame = Frame()
    for token in title:
        take(frame, token)
    state = ReadingState.of(above)
    state.commit(frame)
    return replace(
        above,
        subject=_subject(above, state, frame),
        scope=state.scope,
        year=state.year,
        months=state.months,
        role=_role(above, title),
        item=_item(above, title),
    )


def _titled(base: Around, title: list[Token]) -> Around:
    """A title above everything gives the fund if it is about one, and the year if nothing else does."""
    named = _named(base, title)
    subject = named.subject if named.subject in set(Fund) else base.subject
    return replace(base, subject=subject, year=base.year or named.year)


def _subject(above: Around, state: ReadingState, frame: Frame) -> str:
    named = {narrowed(name, above.subject) for name in frame.subjects}
    if len(named) > 1 or UNCLEAR in named or "" in named:
        return UNCLEAR if named else above.subject
    return state.subject


def _item(above: Around, title: list[Token]) -> Item | None:
    """What a part is about whose title speaks of income or of spending alone."""
    words = "".join(token.text for token in title)
    income, spending = "收入" in words, "支出" in words
    if income == spending:
        return None if income else above.item
    return Item(INCOME if income else SPENDING, known=True)


_OUTCOME = re.compile(r"执行|完成|运行|决算|收支")
_PLAN = re.compile(r"预算|安排|计划|草案")


def _role(above: Around, title: list[Token]) -> ClaimRole:
    """Under a title about a budget that speaks of no outcome, a figure without a label may be either."""
    words = "".join(token.text for token in title)
    if _OUTCOME.search(words):
        return ClaimRole.ACTUAL
    return ClaimRole.UNSURE if _PLAN.search(words) else above.role
