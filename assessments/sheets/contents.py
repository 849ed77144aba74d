"""The contents of a cell of an official table: a printed word or a square that holds a value."""

from dataclasses import dataclass
from enum import StrEnum

from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.tables.items import BudgetItem


class LabelRole(StrEnum):
    """The use of a printed word: it names a section, a column or a square, or it stands where nothing is asked."""

    SECTION = "section"
    COLUMN = "column"
    ROW = "row"
    BLANK = "blank"
    NOTHING = "nothing"


class SquareKind(StrEnum):
    """The kind of a square: what it holds and who fills it.

    ``TEXT``, ``LONG_TEXT``, ``MONEY``, ``POINTS``, ``NAME`` (an indicator's name) and ``SQUARE`` (a target or an
    actual) are typed; ``LEVEL`` is typed or chosen and shared by neighbouring rows; ``COMPUTED`` follows from others;
    ``LOCKED`` is kept elsewhere.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    MONEY = "money"
    POINTS = "points"
    NAME = "name"
    SQUARE = "square"
    LEVEL = "level"
    COMPUTED = "computed"
    LOCKED = "locked"


#: Kinds that a person types into a square of the table.
TYPED = frozenset(SquareKind) - {SquareKind.COMPUTED, SquareKind.LOCKED}


@dataclass(frozen=True, slots=True)
class Label:
    """A word printed on the form; a line break in ``text`` is where it breaks when it stands in a narrow cell."""

    text: str
    role: LabelRole = LabelRole.ROW
    cols: int = 1
    rows: int = 1


class Topic(StrEnum):
    """The subject of a text that rules read: what is to be reached and was, or what went wrong and is done about it."""

    GOAL = "goal"
    DEVIATION = "deviation"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of a square, whatever it looks like.

    ``role`` is what its figure is of a budget item of the paper's fund and year (its budget, what was received, what
    was executed), ``item`` the item where that is not the expenditure. ``topic`` is the subject of its text.
    ``unit`` is its own unit where that is not the paper's. ``called`` is its name in a sentence where that is not its
    label. ``given`` is what the portal writes there for good and ``first`` what it writes until a person writes
    something else, both over the words of :meth:`assessments.models.Obligation.words`.
    """

    role: ClaimRole | None = None
    item: BudgetItem | None = None
    topic: Topic | None = None
    unit: str = ""
    signed: bool = False
    required: bool = False
    called: str = ""
    given: str = ""
    first: str = ""


#: Nothing beyond its label and kind.
PLAIN = Meaning()


@dataclass(frozen=True, slots=True)
class Box:
    """A square: the key of its value, what it holds, its official name, and how many characters it takes.

    ``section`` and ``row_no`` say where it stands; the layout fills them in. ``row_no`` counts from 1, 0 means that the
    square belongs to no row of a list. ``place`` is the square's part of its address where that is not its label.
    """

    key: str
    kind: SquareKind
    label: str
    cols: int = 1
    rows: int = 1
    limit: int = 200
    place: str | None = None
    section: str = ""
    row_no: int = 0
    means: Meaning = PLAIN

    @property
    def called(self) -> str:
        """Its name in a sentence."""
        return self.means.called or self.label

    @property
    def address(self) -> str:
        """The place of the square, as the status bar and the findings say it: ``四 · 2 · 指标完成值``."""
        place = self.label if self.place is None else self.place
        return " · ".join(part for part in (self.section, str(self.row_no or ""), place) if part)


def head(text: str, cols: int = 1, rows: int = 1) -> Label:
    """The word at the head of a column."""
    return Label(text, LabelRole.COLUMN, cols, rows)


def beside(text: str, cols: int = 1) -> Label:
    """The word at the left of a square."""
    return Label(text, LabelRole.ROW, cols)
