"""The kinds of measure that a text in a square can turn out to be."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assessments.domain.measures.intervals import Interval
from assessments.domain.measures.sentences import reading
from assessments.domain.units import Quantity, Unit
from assessments.domain.wording import Message


class Kind(StrEnum):
    """The kinds of reading."""

    BLANK = "blank"
    VALUE = "value"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BAND = "band"
    DEADLINE = "deadline"
    MULTIPLE = "multiple"
    WORDING = "wording"
    UNREADABLE = "unreadable"


#: Kinds that state a limit: a target may be one, an actual may not (V07).
LIMITS = frozenset({Kind.AT_LEAST, Kind.MORE_THAN, Kind.AT_MOST, Kind.LESS_THAN, Kind.BAND})
#: Kinds with which a number can be compared.
NUMERIC = LIMITS | {Kind.VALUE}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A point in time by its canonical text (每月25日前) and the sentence it is read back with."""

    printed: str
    sentence: Message


@dataclass(frozen=True, slots=True)
class Measure:
    """One text and its reading.

    ``low`` and ``high`` bound what the text allows, in the dimension's own unit (95% → 0.95, 1万元 → 10000 元);
    both are the value for a plain value, None where open. ``open_low`` and ``open_high`` say that the bound itself is
    excluded. ``quantities`` are the numbers as printed, in reading order; in a wording they are only noted.
    ``malformed`` marks a text whose meaning is clear but whose spelling is wrong (``105%≤≥95%``); ``problem`` says
    what would be right, for malformed and unreadable texts. ``correction`` is what may be offered for an
    unreadable one.
    """

    raw: str
    kind: Kind
    canonical: str = ""
    quantities: tuple[Quantity, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    open_low: bool = False
    open_high: bool = False
    deadline: Deadline | None = None
    malformed: bool = False
    problem: Message | None = None
    correction: str = ""

    @property
    def unit(self) -> Unit | None:
        """The unit of the first number."""
        return self.quantities[0].unit if self.quantities else None

    @property
    def quantity(self) -> Quantity | None:
        """The number of a plain value, as printed; None for every other kind."""
        return self.quantities[0] if self.kind is Kind.VALUE else None

    @property
    def number(self) -> Decimal | None:
        """The number of a plain value, in the unit in which it was printed."""
        return self.quantity.number if self.quantity else None

    @property
    def value(self) -> Decimal | None:
        """The number of a plain value, in its dimension's own unit."""
        return self.quantity.value if self.quantity else None

    @property
    def interval(self) -> Interval | None:
        """The values that a printed one can stand for: half a unit of its last digit to either side (forms.md §2)."""
        return Interval.around(self.quantity) if self.quantity else None

    @property
    def is_numeric(self) -> bool:
        """True if a number can be compared with it."""
        return self.kind in NUMERIC

    @property
    def meaning(self) -> tuple[object, ...]:
        """The meaning that two spellings of the same have in common."""
        if self.kind in (Kind.WORDING, Kind.UNREADABLE):
            return (self.kind, self.raw)
        units = tuple(quantity.dimension for quantity in self.quantities)
        numbers = tuple(quantity.value for quantity in self.quantities) if self.kind is Kind.MULTIPLE else ()
        deadline = self.deadline.printed if self.deadline else ""
        return (self.kind, self.low, self.high, self.open_low, self.open_high, frozenset(units), numbers, deadline)

    def allows(self, value: Decimal) -> bool:
        """True if ``value`` (in the dimension's own unit) lies within the bounds."""
        if self.low is not None and (value < self.low or (self.open_low and value == self.low)):
            return False
        return not (self.high is not None and (value > self.high or (self.open_high and value == self.high)))

    def printed(self) -> str:
        """The canonical text, which reads as the same; words and unreadable texts come back as they were typed."""
        return self.canonical

    def reading(self) -> Message | None:
        """The sentence under the square (不低于 95%); None where it would add nothing to what was typed."""
        return reading(self)
