"""Walks over the tokens of one paragraph and turns every figure, with the words before it, into claims."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assessments.domain.measures import Quantity
from assessments.domain.narrative.brackets import Brackets
from assessments.domain.narrative.claims import Claim, Spot
from assessments.domain.narrative.figures import Figure
from assessments.domain.narrative.frame import Frame
from assessments.domain.narrative.gathered import Gathered, OpenGoal
from assessments.domain.narrative.lists import OpenList
from assessments.domain.narrative.normalised import Plain
from assessments.domain.narrative.reading_state import Around, ReadingState
from assessments.domain.narrative.respective import Each
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Sort

#: No sentence that people write states more values.
_LOOK_BACK = 40
#: The unit of 是上年的 1.2 倍.
TIMES = "倍"


#: No line of a table has more pieces.
_LONGEST_LINE = 14


def is_line(tokens: Sequence[Token]) -> bool:
    """本年收入：5万元: a name and one figure that ends the paragraph."""
    said = [token for token in tokens if token.sort not in (Sort.STOP, Sort.SEMICOLON)]
    figures = sum(token.sort is Sort.FIGURE for token in said)
    return 1 < len(said) <= _LONGEST_LINE and figures == 1 and said[-1].sort is Sort.FIGURE


#: What a rate is stated in.
_OVER = frozenset({"%", TIMES})
_SEPARATORS = frozenset(
    {Sort.AND, Sort.COMMA, Sort.SEMICOLON, Sort.COLON, Sort.STOP, Sort.OPEN, Sort.CLOSE, Sort.FIGURE}
)


@dataclass(slots=True)
class Carried:
    """A figure whose sentence goes on with 的 Y%: 完成预算 X 的 Y%, 占总收入 X 的 Y%."""

    over: ClaimRole | None
    claim: Claim


@dataclass(slots=True)
class Reader:
    """One paragraph while it is read; ``sentence`` numbers sentences through the whole text."""

    number: int
    plain: Plain
    tokens: Sequence[Token]
    claims: Gathered
    state: ReadingState
    sentence: int
    brackets: Brackets
    index: int = 0
    frame: Frame = field(default_factory=Frame)
    carried: Carried | None = None
    lists: list[OpenList] = field(default_factory=list)
    run: list[Claim] = field(default_factory=list)
    earlier: list[Claim] = field(default_factory=list)
    last_change: Claim | None = None
    goal: OpenGoal | None = None
    each: Each | None = None
    each_subjects: list[str] = field(default_factory=list)
    waiting: tuple[Quantity, Spot, str] | None = None
    subjects: list[str] = field(default_factory=list)
    transparent: set[int] = field(default_factory=set)
    pending: int | None = None
    percent: Quantity | None = None
    pair: tuple[Quantity, Quantity] | None = None
    outside: list[tuple[ReadingState, Frame, int]] = field(default_factory=list)

    @classmethod
    def of(
        cls, number: int, plain: Plain, tokens: Sequence[Token], around: Around, claims: Gathered, sentence: int
    ) -> "Reader":
        return cls(number, plain, tokens, claims, ReadingState.of(around), sentence, Brackets(tokens))

    @property
    def is_line(self) -> bool:
        """True if the paragraph is one line of several: a name and its figure."""
        return is_line(self.tokens)

    def go_on(self, number: int, plain: Plain, tokens: Sequence[Token]) -> None:
        """Reads on in the next paragraph as if it were the same sentence; for lines of a table."""
        self.number, self.plain, self.tokens, self.brackets = number, plain, tokens, Brackets(tokens)
        self.index, self.frame, self.transparent, self.pending = 0, Frame(), set(), None

    # ---- what the figures' readers use

    def spot(self, token: Token) -> Spot:
        """The place of a figure in the paragraph as printed."""
        return Spot(self.number, self.sentence, *self.plain.span(token.start, token.end))

    def words(self, token: Token) -> str:
        """The words of a figure, from the first that says something of it."""
        start = token.start if self.frame.start is None else self.frame.start
        return self.plain.printed(start, token.end)

    def ahead(self, count: int = 1) -> tuple[Token, ...]:
        """The next tokens after the present one."""
        return tuple(self.tokens[self.index + 1 : self.index + 1 + count])

    @property
    def joined(self) -> bool:
        """True if nothing but 、 or 和 and a name stands between the last figure and the one at hand."""
        index = self.index - 1
        while index >= 0 and self.tokens[index].sort not in _SEPARATORS:
            index -= 1
        return index >= 0 and self.tokens[index].sort is Sort.AND and self._follows_figure(index)

    def _follows_figure(self, index: int) -> bool:
        return index > 0 and self.tokens[index - 1].sort is Sort.FIGURE

    def of_rate_follows(self) -> bool:
        """True if 的 Y% or 的 Y 倍 comes next, so that this figure is its denominator."""
        following = self.ahead(4)
        if following and following[0].sort is Sort.CLOSE and self.index + 1 in self.transparent:
            following = following[1:]
        if not following or following[0].sort is not Sort.OF:
            return False
        rest = following[1:2] if following[1:2] and following[1].sort is Sort.FIGURE else following[2:3]
        figure = rest[0].meaning if rest else None
        return isinstance(figure, Figure) and figure.dimension in _OVER

    def in_sentence(self) -> list[Claim]:
        """The values that this sentence has stated so far (the latest ones of an endless sentence)."""
        latest = self.claims.values[-_LOOK_BACK:]
        return [claim for claim in latest if claim.spot[:2] == (self.number, self.sentence)]

    @property
    def is_fresh(self) -> bool:
        """True if the sentence has stated nothing yet and names no fund: 实际完成 X behind 年度目标 Y。."""
        return not self.in_sentence() and not self.frame.subjects

    @property
    def awaits_outcome(self) -> bool:
        """True if a target, of this sentence or of the one before it, still waits for its outcome."""
        if self.goal is None or self.goal.actual is not None:
            return False
        return self.goal.spot.sentence == self.sentence or self.is_fresh

    # ---- lists

    @property
    def kept_lists(self) -> int:
        """The number of lists that are open outside the bracket that is being read."""
        return self.outside[-1][2] if self.outside else 0

    def into_lists(self, claim: Claim, *, is_change: bool = False) -> None:
        """Adds a figure to the innermost list that it is a part of; lists that it ends are closed."""
        while len(self.lists) > self.kept_lists:
            opened = self.lists[-1]
            if not opened.speaks_of(is_change=is_change):
                return
            if opened.takes(claim, is_change=is_change):
                opened.add(claim, is_change=is_change)
                return
            if opened.whole and opened.whole.quantity.dimension != claim.quantity.dimension:
                return
            self.lists.pop().close(self.claims)
