"""Tables that are written crosswise: a column for each fund, the kinds of income and expenditure below each other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessments.domain.funds import Fund, funds_named_in
from assessments.domain.measures.spelling import bare
from assessments.domain.tables.heads import FigureColumn, stage_of, years_in
from assessments.domain.tables.lines import Side

_TOTAL = re.compile(r"^(?:合计|总计|社会保险基金(?:合计|总计))$")
_LONGEST = 200


def funds_of_columns(heads: tuple[str, ...], columns: tuple[FigureColumn, ...]) -> Mapping[int, Fund | None]:
    """The fund of each column by its head, None for the total of all; empty where the heads are no list of funds."""
    found: dict[int, Fund | None] = {}
    for place, (head, column) in enumerate(zip(heads, columns, strict=True)):
        named = funds_named_in(head[:_LONGEST])
        if column.stage is None and column.rate is None and len(named) == 1:
            (found[place],) = named
        elif _TOTAL.match(bare(head[:_LONGEST])):
            found[place] = None
    funds = [fund for fund in found.values() if fund]
    return found if len(funds) > 1 and len(set(funds)) == len(funds) else {}


def columns_of_title(
    columns: tuple[FigureColumn, ...], funds: Mapping[int, Fund | None], title: str
) -> tuple[FigureColumn, ...]:
    """The columns with the year and stage that the title gives them all; unchanged where it gives none or several."""
    stage, years = stage_of(bare(title[:_LONGEST])), years_in(title)
    if stage is None or len(years) != 1:
        return columns
    return tuple(
        replace(column, year=years[0], stage=stage) if place in funds else column
        for place, column in enumerate(columns)
    )


def sides_of(funds: Mapping[int, Fund | None]) -> Iterator[Side]:
    """A side for each fund, and one for the total; the labels stand before the first of them."""
    label = min(funds) - 1
    for number, (place, fund) in enumerate(funds.items()):
        yield Side(label, None, ((place, number),), fund=fund)
