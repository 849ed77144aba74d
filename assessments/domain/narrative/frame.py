"""What stands between two figures: the words from which the second one gets its meaning."""

from dataclasses import dataclass, field

from assessments.domain.narrative.dates import Moment, When
from assessments.domain.narrative.items import PARTICIPANTS, Item, item_of
from assessments.domain.narrative.roles import BUDGETS, Role
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Change, Rated, Sort


@dataclass(slots=True)
class Base:
    """What a change is measured from: 较上年, 较年初预算, 比2019年."""

    when: When | None = None
    role: Role | None = None
    words: str = ""
    unknown: bool = False


@dataclass(slots=True)
class Frame:
    """The words since the last figure, sorted by what they do; ``phrases`` are names that a comma or 、 has closed."""

    pieces: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    scope: str | None = None
    whens: list[When] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    base: Base | None = None
    comparing: bool = False
    change: Change | None = None
    exceeding: Change | None = None
    complete: bool = False
    outcome: bool = False
    share: bool = False
    share_at: int = 0
    whole_subjects: list[str] = field(default_factory=list)
    rate: Rated | None = None
    rate_words: str = ""
    proportion: bool = False
    lasting: bool = False
    per_head: bool = False
    total: bool = False
    to: bool = False
    source: bool = False
    of: bool = False
    paired: tuple[int, int] | None = None
    each: bool = False
    expects_change: bool = False
    start: int | None = None

    # ---- gathering

    def close(self, *, by_and: bool = False) -> None:
        """Ends the open name; names joined by 和 or 、 stay together until a comma."""
        if self.pieces:
            self.phrases.append("".join(self.pieces))
            if by_and:
                self.joined.append(self.phrases[-1])
            self.pieces = []
        if not by_and:
            self.joined = []

    def comma(self) -> None:
        """Forgets what a comma ends; what was named before it is kept."""
        self.close()
        if self.change is not None or self.exceeding is not None:
            self.change, self.exceeding, self.comparing = None, None, False
        self.complete = self.share = self.per_head = self.to = self.source = self.proportion = self.of = False
        if not self.outcome:
            self.roles = [Role.UNSURE] if BUDGETS.intersection(self.roles) else []

    def compare(self) -> None:
        """较, 比, 与…相比."""
        if self.comparing and (self.base and (self.base.when or self.base.role)):
            return
        self.close()
        self.comparing, self.base = True, Base()
        if self.paired is not None:
            whens, roles = self.paired
            self.base.when = self.whens[whens] if self.whens[whens:] else None
            self.base.role = self.roles[roles] if self.roles[roles:] else None
            self.whens, self.roles, self.paired = self.whens[:whens], self.roles[:roles], None

    def take(self, token: Token) -> None:
        """Adds a word that is not the business of the sentence as a whole."""
        if self.start is None and token.sort not in _SILENT:
            self.start = token.start
        self.of = token.sort is Sort.OF
        handler = _HANDLERS.get(token.sort)
        if handler:
            handler(self, token)

    # ---- what was said

    @property
    def at_end(self) -> bool:
        return any(when.moment is Moment.END for when in self.whens)

    @property
    def at_start(self) -> bool:
        return any(when.moment is Moment.START for when in self.whens)

    @property
    def of_last_year(self) -> bool:
        return any(when.offset == -1 and not when.same for when in self.whens)

    @property
    def of_year(self) -> bool:
        return any(when.moment is Moment.WHOLE and when.offset in (None, 0) for when in self.whens)

    @property
    def role(self) -> Role | None:
        """The role that the words name; of 预算 … 完成 the outcome."""
        if not self.roles:
            return None
        last = self.roles[-1]
        if last in BUDGETS and self.outcome:
            return Role.ACTUAL
        labels = [role for role in self.roles if role in (Role.INITIAL, Role.ADJUSTED)]
        return labels[-1] if last is Role.BUDGET and labels else last

    @property
    def is_bare(self) -> bool:
        """Whether nothing but punctuation, 和 or 的 stands there."""
        said = self.pieces or self.phrases or self.subjects or self.whens or self.roles or self.scope is not None
        acts = self.change or self.comparing or self.complete or self.share or self.rate or self.proportion or self.to
        return not (said or acts or self.total or self.lasting)

    @property
    def words(self) -> str:
        """The name right before the figure, as said."""
        return "".join(self.pieces) or (self.phrases[-1] if self.phrases else "")

    def named(self) -> Item | None:
        """The measure right before the figure: the open name, else the last one that was closed and names one."""
        for words in ("".join(self.pieces), *reversed(self.phrases)):
            saved_up = self.at_end or self.at_start or self.of_last_year
            if item := item_of(words, at_end=saved_up, of_year=self.of_year):
                return self._with_conjuncts(item, words)
        return None

    def _taking_part(self, item: Item) -> Item:
        """参加…保险人数 are those who are insured."""
        joins = any(phrase.endswith("参加") for phrase in self.phrases)
        return Item(PARTICIPANTS, known=True) if item.key == "人数" and joins else item

    def _with_conjuncts(self, item: Item, words: str) -> Item:
        if not self.joined or self.each or words == self.joined[-1]:
            return self._taking_part(item)
        return Item("和".join((*self.joined, words)))


#: Punctuation does not begin the words of a figure.
_SILENT = frozenset(
    {Sort.COMMA, Sort.SEMICOLON, Sort.COLON, Sort.STOP, Sort.OPEN, Sort.CLOSE, Sort.MARK, Sort.AND, Sort.OF}
)


def _word(frame: Frame, token: Token) -> None:
    if frame.comparing and frame.change is None and frame.base is not None:
        frame.base.words += token.text
    frame.pieces.append(token.text)


def _period(frame: Frame, token: Token) -> None:
    if not isinstance(token.meaning, When):
        return
    if frame.comparing and frame.change is None and frame.base is not None:
        frame.base.when = token.meaning
    else:
        if frame.pieces:
            frame.close()
        frame.whens.append(token.meaning)


def _subject(frame: Frame, token: Token) -> None:
    frame.close()
    (frame.whole_subjects if frame.share else frame.subjects).append(str(token.meaning))


def _scope(frame: Frame, token: Token) -> None:
    frame.close()
    frame.scope = str(token.meaning)


def _role(frame: Frame, token: Token) -> None:
    if not isinstance(token.meaning, Role):
        return
    if frame.comparing and frame.change is None and frame.base is not None:
        frame.base.role = token.meaning
    else:
        frame.roles.append(token.meaning)
        frame.outcome = False


def _change(frame: Frame, token: Token) -> None:
    if isinstance(token.meaning, Change):
        if len(token.text) == 1 and not (frame.comparing or frame.expects_change):
            _word(frame, token)
            return
        frame.close()
        frame.change = token.meaning


def _compare(frame: Frame, token: Token) -> None:
    frame.compare()
    if frame.base and token.text == "环比":
        frame.base.unknown = True


def _exceed(frame: Frame, token: Token) -> None:
    frame.compare()
    if isinstance(token.meaning, Change):
        frame.exceeding = token.meaning


def _complete(frame: Frame, token: Token) -> None:
    frame.complete = True
    frame.outcome = bool(frame.roles)


def _share(frame: Frame, token: Token) -> None:
    frame.close()
    frame.share, frame.share_at = True, len(frame.phrases)


def _rate(frame: Frame, token: Token) -> None:
    if isinstance(token.meaning, Rated):
        frame.rate, frame.rate_words = token.meaning, "".join((*frame.pieces, token.text))
        frame.close()


def _total(frame: Frame, token: Token) -> None:
    frame.total = True


def _link(frame: Frame, token: Token) -> None:
    if token.text == "实现":
        frame.close()


def _each(frame: Frame, token: Token) -> None:
    frame.close(by_and=True)
    frame.each = True


def _and(frame: Frame, token: Token) -> None:
    frame.close(by_and=True)
    if token.text in ("与", "同"):
        frame.paired = len(frame.whens), len(frame.roles)


def _from(frame: Frame, token: Token) -> None:
    frame.close()
    frame.source = True


def _to(frame: Frame, token: Token) -> None:
    frame.close()
    frame.to = True


def _per_head(frame: Frame, token: Token) -> None:
    frame.per_head = True
    frame.pieces.append(token.text)


def _lasting(frame: Frame, token: Token) -> None:
    frame.lasting = True


def _proportion(frame: Frame, token: Token) -> None:
    frame.close(by_and=True)
    frame.proportion = True


def _comma(frame: Frame, token: Token) -> None:
    frame.comma()


def _colon(frame: Frame, token: Token) -> None:
    frame.close()


_HANDLERS = {
    Sort.WORD: _word,
    Sort.PERIOD: _period,
    Sort.SUBJECT: _subject,
    Sort.SCOPE: _scope,
    Sort.ROLE: _role,
    Sort.CHANGE: _change,
    Sort.COMPARE: _compare,
    Sort.EXCEED: _exceed,
    Sort.COMPLETE: _complete,
    Sort.SHARE: _share,
    Sort.RATE: _rate,
    Sort.TOTAL: _total,
    Sort.LINK: _link,
    Sort.EACH: _each,
    Sort.AND: _and,
    Sort.FROM: _from,
    Sort.TO: _to,
    Sort.PER_HEAD: _per_head,
    Sort.LASTING: _lasting,
    Sort.PROPORTION: _proportion,
    Sort.COMMA: _comma,
    Sort.COLON: _colon,
}
