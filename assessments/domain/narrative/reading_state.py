"""The mind of a reader of a paragraph: whose figures, of which year, of what, and the last figures of note."""

from dataclasses import dataclass, replace

from assessments.domain.narrative.claims import ChangeClaim, Claim, Key
from assessments.domain.narrative.dates import YEARS_END, Moment, When
from assessments.domain.narrative.frame import Base, Frame
from assessments.domain.narrative.items import COUNTS, Item
from assessments.domain.narrative.roles import BUDGETS, ClaimRole
from assessments.domain.narrative.subjects import joined, narrowed

#: A fund was named, but not so that it could be only one.
UNCLEAR = "?"


@dataclass(frozen=True, slots=True)
class Around:
    """The words of headings and of the text as a whole on a paragraph: the default of everything a sentence leaves out.

    ``home`` is what 全县 and the region's own name stand for.
    """

    subject: str = ""
    scope: str = ""
    home: str = ""
    year: int | None = None
    months: str = ""
    role: ClaimRole = ClaimRole.ACTUAL
    item: Item | None = None


@dataclass(slots=True)
class ReadingState:
    """The state of reading between two figures."""

    around: Around
    subject: str
    scope: str
    year: int | None
    months: str
    item: Item | None = None
    said_role: ClaimRole | None = None
    focus: Claim | None = None
    change: ChangeClaim | None = None
    base: Base | None = None
    aside: Item | None = None
    stale: bool = False
    relative: bool = False
    first: tuple[int | None, str] | None = None
    inherited: tuple[int | None, str] | None = None

    @classmethod
    def of(cls, around: Around) -> "ReadingState":
        return cls(around, around.subject, around.scope, around.year, around.months, around.item)

    def key(self, item: str, *, back: int = 0) -> Key:
        """The datum ``item`` of what is being talked about, ``back`` years earlier."""
        return Key(self.scope, self.subject, item, None if self.year is None else self.year - back, self.months)

    def commit(self, frame: Frame) -> None:
        """Takes over whom and when the frame names."""
        if frame.subjects:
            named = [narrowed(name, self.around.subject) for name in frame.subjects]
            self.subject = UNCLEAR if "" in named else joined(named)
        if frame.scope is not None:
            self.scope = frame.scope or self.around.home
        for when in frame.whens:
            self.year, self.months = self.resolved(when)
            self.relative = when.offset not in (None, 0) or (
                self.relative and when.year is None and when.offset is None
            )
            is_named = when.year or when.offset == 0 or when.months
            if is_named and (self.first is None or self.year == self.around.year):
                self.first = self.year, self.months

    def resolved(self, when: When) -> tuple[int | None, str]:
        """The year and months that a word means here."""
        if when.year is not None:
            return when.year, when.months
        if when.offset is not None:
            this = self._this_year()
            year = None if this is None else this + when.offset
            return year, self.months if when.same else when.months
        if when.current:
            return self._year_before(), self.months
        if when.moment is Moment.END and when.months == YEARS_END:
            return self.year, self.around.months
        year = self._year_before() if when.moment is Moment.WHOLE and self.relative else self.year
        if when.moment is Moment.WHOLE and not when.months and self.around.months:
            return year, self.around.months
        return year, when.months or (self.months if when.moment is not Moment.WHOLE else "")

    def _this_year(self) -> int | None:
        """What 本年 means: the report's year, unless the sentence began with quite another one."""
        first, year = self.first[0] if self.first else None, self.around.year
        return year if first is None or year is None or first in (year, year - 1) else first

    def _year_before(self) -> int | None:
        """当年 after 上年 is again the year that the sentence is about."""
        return self.first[0] if self.first else self.inherited[0] if self.inherited else self.around.year

    def next_sentence(self) -> None:
        """A sentence without a year speaks of the year of the one before it: the report's, if that was named at all."""
        self.year, self.months = self.inherited = self.first or self.inherited or (self.around.year, self.around.months)
        self.said_role, self.change, self.base, self.first = None, None, None, None
        self.relative, self.stale = False, self.item is not self.around.item

    def back_to(self, whole: Claim | None) -> None:
        """Behind a list the next sentence speaks of what the list split up; of its last part only if that fits."""
        self.aside = None
        if whole is not None and whole.item.known and self.item is not None and self.item != whole.item:
            self.item, self.aside = whole.item, self.item

    def budgets_year(self) -> None:
        """A budget behind a figure of last year is again that of the year that the sentence is about."""
        first = self.first[0] if self.first else None
        if first is not None and self.year == first - 1:
            self.year, self.relative = first, False

    def this_year(self) -> None:
        """After a figure of last year in passing (由上年的 X, 上年结余 X) the talk is again of this year."""
        self.year, self.relative = self._year_before(), False

    def default_role(self, item: Item | None) -> ClaimRole:
        """The role of a figure that names none; what follows something unsure is no surer."""
        if self.said_role is ClaimRole.UNSURE:
            return ClaimRole.UNSURE
        if self.said_role in BUDGETS:
            previous = self.focus.item.key if self.focus else ""
            same = item is None or not previous or item.key == previous
            return ClaimRole.ACTUAL if same else ClaimRole.UNSURE
        return ClaimRole.ACTUAL if item is not None and item.key in COUNTS else self.around.role

    def copy(self) -> "ReadingState":
        return replace(self)
