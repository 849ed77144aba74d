"""区域绩效目标表: what a prefecture promises for one fund and year, and its reader (forms.md §1.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessments.domain.facts import INDICATOR_FIELDS, NOTHING, Indicator
from assessments.domain.funds import Fund, fund_named_in, fund_of
from assessments.domain.measures import Measure, read_amount
from assessments.domain.periods import read_period
from assessments.domain.shape import as_text

#: The unit of its amounts where it names no other.
USUAL_UNIT = "亿元"
USUAL_EDITION = "regional-target-2023"
_TEXTS_ONLY = frozenset({"indicators"})


@dataclass(frozen=True)
class TargetTable:
    """One target table; ``texts`` holds every plain square as printed, ``number`` is its index in the file."""

    number: int = 0
    edition: str = USUAL_EDITION
    fund: Fund | None = None
    year: int | None = None
    amount_unit: str = USUAL_UNIT
    texts: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    indicators: tuple[Indicator, ...] = ()

    def place(self, key: str) -> str:
        """The place of a square in the file: ``targets[0].income_budget``."""
        return f"targets[{self.number}].{key}"

    def amount(self, key: str) -> Measure:
        """A square of 资金情况 (``income_budget``, ``expenditure_budget``), read in the table's unit."""
        return read_amount(self.texts.get(key, ""), self.amount_unit)


def read_targets(found: Sequence[object]) -> tuple[TargetTable, ...]:
    """The target tables of a file; what is no object is left out. Never raises."""
    return tuple(_target(table, number) for number, table in enumerate(found) if isinstance(table, Mapping))


def _target(found: Mapping[str, object], number: int) -> TargetTable:
    texts = {key: as_text(value) for key, value in found.items() if key not in _TEXTS_ONLY}
    year = read_period(texts.get("year", "")).year or read_period(texts.get("title", "")).year
    return TargetTable(
        number=number,
        edition=texts.get("edition") or USUAL_EDITION,
        fund=_fund(texts),
        year=year,
        amount_unit=texts.get("amount_unit") or USUAL_UNIT,
        texts=texts,
        indicators=_indicators(found.get("indicators")),
    )


def _fund(texts: Mapping[str, str]) -> Fund | None:
    return fund_of(texts.get("fund", "").strip()) or next(
        (fund for key in ("fund_name", "fund", "title") if (fund := fund_named_in(texts.get(key, "")[:200]))), None
    )


def _indicators(rows: object) -> tuple[Indicator, ...]:
    if not isinstance(rows, list | tuple):
        return ()
    return tuple(_indicator(row, str(index)) for index, row in enumerate(rows) if isinstance(row, Mapping))


def _indicator(row: Mapping[str, object], ref: str) -> Indicator:
    named = (name for name in INDICATOR_FIELDS if name in row and name not in ("nature", "grade"))
    return Indicator(ref, squares={name: as_text(row[name]) for name in named})
