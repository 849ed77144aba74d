"""In which parts of the rubric a red light stands, for the rows of a review sheet (V27)."""

from collections.abc import Sequence
from decimal import Decimal

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts, Row
from assessments.domain.lights import Light, light_at
from assessments.domain.measures import read_amount
from assessments.domain.measures.spelling import bare
from assessments.domain.periods import read_period, time_progress
from assessments.editions import edition_of
from assessments.editions.review_sheet_2020 import ROWS
from reviews.domain.rubric import Part


def red_parts(computed: Computed) -> frozenset[Part]:
    """The parts of one filing in which something is red: its execution against time, its indicators."""
    red = set()
    if _is_behind(computed.execution_rate.value, computed.progress):
        red.add(Part.BUDGET_EXECUTION)
    if computed.light is Light.RED:
        red.add(Part.GOAL_COMPLETION)
    return frozenset(red)


def red_in_sheet(sheet: Facts, filings: Sequence[Facts]) -> list[frozenset[Part]]:
    """The red parts of each row of a sheet.

    A row is judged by its filing in the same file: the same project name, and the same unit or the same figures. A
    row without one is judged by its own figures, see :func:`red_of_rows`.
    """
    rows = sheet.lists.get(ROWS, ())
    return red_of_rows([(row, filing_of(row, filings)) for row in rows], progress_of(sheet, filings))


def red_of_rows(rows: Sequence[tuple[Row, Facts | None]], progress: Decimal | None = None) -> list[frozenset[Part]]:
    """The red parts of rows that stand beside their filings.

    A row without a filing is judged by its own budget and execution, at the sheet's time ``progress`` (a share of the
    year), where that is known.
    """
    return [red_parts(compute(facts)) if facts else _by_own_figures(row, progress) for row, facts in rows]


def _by_own_figures(row: Row, progress: Decimal | None) -> frozenset[Part]:
    budget, executed = (read_amount(row[name]).number for name in ("adjusted_budget", "executed"))
    rate = executed / budget if budget and executed is not None else None
    return frozenset({Part.BUDGET_EXECUTION}) if _is_behind(rate, progress) else frozenset()


def filing_of(row: Row, filings: Sequence[Facts]) -> Facts | None:
    """The filing of the same file that a row is about: the same project, and the same unit or the same figures."""
    project = bare(row["project_name"])
    named = [facts for facts in filings if project and bare(facts.value("project_name")) == project]
    unit = bare(row["reporting_unit"])
    of_unit = [facts for facts in named if unit and bare(facts.value("reporting_unit")) == unit]
    alike = of_unit or [facts for facts in named if _same_figures(row, facts)]
    return alike[0] if len(alike) == 1 else None


def _same_figures(row: Row, facts: Facts) -> bool:
    """Whether the row's budget and execution are those of the filing."""
    edition, unit = edition_of(facts), facts.amount_unit
    pairs = (("adjusted_budget", facts.value(edition.budget)), ("executed", facts.value(edition.executed)))
    read = [(read_amount(row[name]).value, read_amount(amount, unit).value) for name, amount in pairs]
    return all(printed is not None and printed == filed for printed, filed in read)


def progress_of(sheet: Facts, filings: Sequence[Facts]) -> Decimal | None:
    """The time of the sheet's own 监控时点, else the one that the filings of the file share."""
    if month := read_period(sheet.value("monitoring_point")).month:
        return Decimal(month) / 12
    shared = {time_progress(facts) for facts in filings}
    return shared.pop() if len(shared) == 1 else None


def _is_behind(rate: Decimal | None, progress: Decimal | None) -> bool:
    return rate is not None and progress is not None and light_at(rate / progress) is Light.RED
