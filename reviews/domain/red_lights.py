"""In which parts of the rubric a red light stands, for the rows of a review sheet (V27)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from assessments.domain.computed import Computed, compute
from assessments.domain.exchange import as_text
from assessments.domain.facts import Facts
from assessments.domain.lights import Light, light_at
from assessments.domain.measures import read_amount
from reviews.domain.rubric import Part


def red_parts(computed: Computed) -> frozenset[Part]:
    """The parts of one filing in which something is red: its execution against time, its indicators."""
    red = set()
    if _is_behind(computed.execution_rate.value, computed.progress):
        red.add(Part.BUDGET_EXECUTION)
    if computed.light is Light.RED:
        red.add(Part.GOAL_COMPLETION)
    return frozenset(red)


def red_by_row(sheet: Mapping[str, object], filings: Iterable[Facts]) -> dict[int, frozenset[Part]]:
    """The red parts of each row of a sheet in the exchange format.

    A row is judged by its filing in the same file (same project name); a row without one by its own figures, at the
    month that the filings of the file share.
    """
    known = {_project(facts.texts.get("project_name", "")): compute(facts) for facts in filings}
    months = {computed.progress for computed in known.values()}
    progress = months.pop() if len(months) == 1 else None
    rows = sheet.get("rows")
    return {
        index: _of_row(row, known, progress)
        for index, row in enumerate(rows if isinstance(rows, list | tuple) else ())
        if isinstance(row, Mapping)
    }


def _of_row(row: Mapping[str, object], known: Mapping[str, Computed], progress: Decimal | None) -> frozenset[Part]:
    computed = known.get(_project(as_text(row.get("project_name"))))
    if computed:
        return red_parts(computed)
    budget, executed = (read_amount(as_text(row.get(name))).number for name in ("adjusted_budget", "executed"))
    rate = executed / budget if budget and executed is not None else None
    return frozenset({Part.BUDGET_EXECUTION}) if _is_behind(rate, progress) else frozenset()


def _project(name: str) -> str:
    return "".join(name.split())


def _is_behind(rate: Decimal | None, progress: Decimal | None) -> bool:
    return rate is not None and progress is not None and light_at(rate / progress) is Light.RED
