"""The claims of a unit in one filing: the frozen value object where rows, paper and rules meet.

Every square of a form has one **key**. The key is the same in the database, on the sheet, in a finding and in the
browser:

* ``goal_expected`` — a plain square;
* ``executed.total`` — a money square: column of the money block, then line;
* ``indicators[REF].actual`` — a square of an indicator row; REF is the row's index in a file, its id in the database.

All values are the text exactly as typed or printed; reading it is the business of :mod:`assessments.domain.measures`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from assessments.domain.funds import Fund

#: The unit of amounts where a form's head names no other.
USUAL_UNIT = "万元"
NOTHING: Mapping[str, str] = MappingProxyType({})


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


#: The squares of an indicator row, in the order in which they are stored and exchanged.
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

_INDICATOR_KEY = re.compile(r"indicators\[([^\[\]]+)\]\.(\w+)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator row, as typed; ``completion_rate`` is the *stated* rate of an import and blank otherwise."""

    ref: str
    level1: str = ""
    level2: str = ""
    level3: str = ""
    target: str = ""
    actual: str = ""
    completion_rate: str = ""
    nature: Nature | None = None
    grade: Grade | None = None
    deviation_reason: str = ""
    corrective_measure: str = ""

    def key(self, name: str) -> str:
        """The grid key of this row's square ``name``."""
        return f"indicators[{self.ref}].{name}"


@dataclass(frozen=True)
class Facts:
    """One filing's claims.

    ``texts`` holds every plain square, ``money`` every square of the money block (``"executed.total" → "10934"``).
    In an import ``texts`` may hold *stated* values of computed squares (``execution_rate``,
    ``overall_completion_rate``); in a filing made on the portal these keys are absent.
    ``month`` is the monitoring month (1–12), None for a whole year.
    """

    form: Form
    edition: str
    fund: Fund | None = None
    year: int | None = None
    month: int | None = None
    amount_unit: str = USUAL_UNIT
    imported: bool = False
    texts: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    money: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    indicators: tuple[Indicator, ...] = ()
    extras: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def value(self, key: str) -> str:
        """The text of the square ``key``; blank where the filing has no such square."""
        if match := _INDICATOR_KEY.fullmatch(key):
            ref, name = match.groups()
            found = self._rows.get(ref)
            return str(getattr(found, name) or "") if found and name in INDICATOR_FIELDS else ""
        return self.money.get(key) or self.texts.get(key) or self.extras.get(key, "")

    @cached_property
    def _rows(self) -> Mapping[str, Indicator]:
        return {row.ref: row for row in reversed(self.indicators)}

    def keys(self) -> Iterator[str]:
        """Every key this filing holds a value for, in the order header, money, rows."""
        yield from self.texts
        yield from self.money
        for row in self.indicators:
            yield from (row.key(name) for name in INDICATOR_FIELDS)


def split_indicator_key(key: str) -> tuple[str, str] | None:
    """``("REF", "field")`` of an indicator square's key, None for any other key."""
    match = _INDICATOR_KEY.fullmatch(key)
    return (match[1], match[2]) if match else None
