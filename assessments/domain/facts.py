"""The claims of a paper: the frozen value object where rows, paper and rules meet.

Every square of a paper has one **key**. The key is the same in the database, on the sheet, in a finding and in the
browser:

* ``goal_expected`` — a plain square;
* ``executed.total`` — a plain square of a block: column, then line;
* ``indicators[REF].actual`` — a square of a row of the named list; REF is the row's index in a file, its id in the
  database, its code where the rows are the edition's own.

All values are the text exactly as typed or printed; reading it is the business of :mod:`assessments.domain.measures`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Self

from assessments.domain.funds import Fund

#: The unit of amounts where a form's head names no other.
USUAL_UNIT = "万元"
NOTHING: Mapping[str, str] = MappingProxyType({})
NO_ROWS: Mapping[str, tuple["Row", ...]] = MappingProxyType({})


class Form(StrEnum):
    """The kinds of paper a filing can be, by the exchange format's names."""

    SELF_ASSESSMENT = "self_assessment"
    MONITORING_REPORT = "monitoring_report"
    REGIONAL_TARGET_TABLE = "regional_target_table"
    BUDGET_STATEMENT = "budget_statement"
    NARRATIVE_REPORT = "narrative_report"
    REVIEW_SHEET = "review_sheet"


class Nature(StrEnum):
    """The effect of time on an indicator (forms.md §3): flow, stock, budget rate, standard or wording."""

    FLOW = "flow"
    STOCK = "stock"
    BUDGET_RATE = "budget_rate"
    STANDARD = "standard"
    WORDING = "wording"


class Grade(StrEnum):
    """The clerk's choice for a wording indicator: 达成, 部分达成 or 未达成."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"


#: The line of a block of amounts that the others are parts of.
TOTAL = "total"
#: The list of indicators (指标), by the exchange format's name.
INDICATORS = "indicators"

#: The squares of an indicator row that every edition keeps, in the order in which they are exchanged.
INDICATOR_FIELDS = (
    "level1",
    "level2",
    "level3",
    "target",
    "actual",
    "completion_rate",
    "nature",
    "grade",
    "deviation_reason",
    "corrective_measure",
)

_ROW_KEY = re.compile(r"(\w+)\[([^\[\]]+)\]\.(\w+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list ``name``: its squares as typed, blank ones left out."""

    name: str
    ref: str
    squares: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def __getitem__(self, square: str) -> str:
        return self.squares.get(square, "")

    def key(self, square: str) -> str:
        """The key of this row's square ``square``."""
        return f"{self.name}[{self.ref}].{square}"

    def having(self, **squares: str | None) -> Self:
        """The row with other texts in some of its squares."""
        return replace(self, squares=_filled({**self.squares, **squares}))


class Indicator(Row):
    """One indicator row; ``completion_rate`` is the *stated* rate of an import and blank otherwise."""

    __slots__ = ()

    def __init__(
        self, ref: str, *, name: str = INDICATORS, squares: Mapping[str, str] = NOTHING, **typed: str | None
    ) -> None:
        super().__init__(name, ref, _filled({**squares, **typed}))

    @property
    def level1(self) -> str:
        return self["level1"]

    @property
    def level2(self) -> str:
        return self["level2"]

    @property
    def level3(self) -> str:
        return self["level3"]

    @property
    def target(self) -> str:
        return self["target"]

    @property
    def actual(self) -> str:
        return self["actual"]

    @property
    def completion_rate(self) -> str:
        return self["completion_rate"]

    @property
    def deviation_reason(self) -> str:
        return self["deviation_reason"]

    @property
    def corrective_measure(self) -> str:
        return self["corrective_measure"]

    @property
    def nature(self) -> Nature | None:
        """The chosen nature, None where none was chosen."""
        return Nature(chosen) if (chosen := self["nature"]) else None

    @property
    def grade(self) -> Grade | None:
        """The chosen grade of a wording indicator."""
        return Grade(chosen) if (chosen := self["grade"]) else None


def row_of(name: str, ref: str, squares: Mapping[str, str]) -> Row:
    """A row of the list ``name``; of the list of indicators an :class:`Indicator`."""
    return Indicator(ref, squares=squares) if name == INDICATORS else Row(name, ref, _filled(squares))


def _filled(squares: Mapping[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in squares.items() if text}


@dataclass(frozen=True)
class Facts:
    """One paper's claims.

    ``squares`` holds every plain square by its key, ``lists`` the rows of every named list. In an import they may hold
    *stated* values of computed squares (``execution_rate``, ``overall_completion_rate``); on a paper made on the
    portal these keys are absent. ``month`` is the monitoring month (1–12), None for a whole year. ``extras`` keeps what
    a file says and no square holds.
    """

    form: Form
    edition: str
    fund: Fund | None = None
    year: int | None = None
    month: int | None = None
    amount_unit: str = USUAL_UNIT
    imported: bool = False
    squares: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    lists: Mapping[str, tuple[Row, ...]] = field(default_factory=lambda: NO_ROWS)
    extras: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def value(self, key: str) -> str:
        """The text of the square ``key``; blank where the paper has no such square."""
        if match := _ROW_KEY.fullmatch(key):
            row = self._rows.get((match[1], match[2]))
            return (row[match[3]] if row else "") or self.extras.get(key, "")
        return self.squares.get(key) or self.extras.get(key, "")

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The rows of the list of indicators."""
        return tuple(row for row in self.lists.get(INDICATORS, ()) if isinstance(row, Indicator))

    @cached_property
    def _rows(self) -> Mapping[tuple[str, str], Row]:
        return {(row.name, row.ref): row for rows in self.lists.values() for row in reversed(rows)}

    def said_in(self, row: Row) -> dict[str, str]:
        """The squares of a row, with what a file says of it beyond them."""
        beyond = ((split_row_key(key), text) for key, text in self.extras.items())
        of_row = {key.square: text for key, text in beyond if key and (key.name, key.ref) == (row.name, row.ref)}
        return {**row.squares, **of_row}

    def every_key(self) -> Iterator[str]:
        """Every key this paper holds a value for, plain squares first."""
        yield from self.squares
        for rows in self.lists.values():
            yield from (row.key(square) for row in rows for square in row.squares)

    def with_squares(self, **squares: str) -> Self:
        """The same claims with other texts in some plain squares."""
        return replace(self, squares={**self.squares, **squares})


@dataclass(frozen=True, slots=True)
class RowKey:
    """The parts of the key of a square of a list: ``indicators[REF].actual``."""

    name: str
    ref: str
    square: str

    @property
    def key(self) -> str:
        """The key that these are the parts of."""
        return f"{self.name}[{self.ref}].{self.square}"


@lru_cache(maxsize=8192)
def split_row_key(key: str) -> RowKey | None:
    """The parts of the key of a list's square, None for any other key."""
    match = _ROW_KEY.fullmatch(key)
    return RowKey(*match.groups()) if match else None
