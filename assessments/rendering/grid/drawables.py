"""The parts of an official table: rows of cells, ready to be written out as HTML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.safestring import SafeString

from assessments.domain.consistency import Finding


class Mode(StrEnum):
    """On what the table is drawn: squares to type into, a read-only screen, or paper."""

    EDIT = "edit"
    READ = "read"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """The line under a value: ``tone`` is "", err, warn, note, diff, calc or said; ``was`` is struck out behind it."""

    text: str = ""
    tone: str = ""
    icon: str = ""
    was: str = ""


NO_READING = ReadingLine()


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of the small list in a reading line."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TonedPiece:
    """A part of a square's text; ``tone`` is err, warn or note where something is found in these words, else blank."""

    text: str
    tone: str = ""
    element_id: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """The field of a square: how many characters it takes, how many lines it shows, whether they are wrong.

    ``blank`` is what stands in it while nothing does.
    """

    limit: int
    lines: int
    is_wrong: bool
    blank: str


@dataclass(frozen=True, slots=True)
class Square:
    """A square with everything that is drawn in it.

    ``kind`` is the kind it is drawn as: an indicator's actual is ``computed`` where the system fills it in. ``input``
    is its field in edit mode, None where nothing is typed. ``corner`` is "", lock or fx. ``mark`` is the state of a
    reviewer's mark on it. ``hint`` says in a tooltip who keeps a locked square. ``choices`` are the options of the
    small list ``choice_name`` in the reading line. ``detail`` is what the status bar says of the square.
    ``has_line`` keeps room for the reading line even while it is empty. ``pieces`` are the value in parts where
    something is found in some of its words.
    """

    key: str
    kind: str
    address: str
    name: str
    value: str
    classes: str
    input: Input | None = None
    reading: ReadingLine = NO_READING
    detail: str = ""
    corner: str = ""
    mark: str = ""
    hint: str = ""
    has_line: bool = False
    choice_name: str = ""
    choices: tuple[Choice, ...] = ()
    pieces: tuple[TonedPiece, ...] = ()

    @property
    def element_id(self) -> str:
        """The id of the square's input or value: ``sq-indicators-12-actual``."""
        return element_id(self.key)


def element_id(key: str) -> str:
    """The HTML id of the square ``key``."""
    return "sq-" + "-".join(key.replace("[", ".").replace("]", "").split("."))


def words_id(key: str, start: int) -> str:
    """The HTML id of the words that begin at ``start`` in the square ``key``, where it is only read."""
    return f"{element_id(key)}-w{start}"


@dataclass(frozen=True, slots=True)
class Gutter:
    """The signs outside the frame beside a list row; ``light`` (``shown_light``) is None where none is due yet."""

    ref: str
    number: int
    light: str | None
    menu: bool


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """One ``th`` or ``td``. ``words`` is a label's text or a level's; ``square`` is None in a label."""

    tag: str
    classes: str
    rows: int
    cols: int
    scope: str = ""
    words: SafeString | None = None
    square: Square | None = None
    gutter: Gutter | None = None


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One ``tr``; ``ref`` names the list row it shows, "" elsewhere. ``element_id`` is set where it is measured.

    ``list_name`` is the list in which rows can be added here.
    """

    cells: tuple[DrawnCell, ...]
    ref: str = ""
    list_name: str = ""
    element_id: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """The value of a square in an earlier submitted version."""

    was: str
    version: int


@dataclass(frozen=True, slots=True)
class Overlay:
    """The layer over the values: findings by rule and square, marks and changes by the square's key.

    ``explained`` holds ``(rule, key)`` of every warning that has an explanation.
    """

    findings: tuple[Finding, ...] = ()
    explained: frozenset[tuple[str, str]] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)
    differences: Mapping[str, Difference] = field(default_factory=dict)


NOTHING_LAID_OVER = Overlay()
