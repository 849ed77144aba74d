"""Budget tables from the exchange format: rows as printed, columns found by their heads, unknown rows kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessments.domain.funds import funds_named_in
from assessments.domain.measures.spelling import bare
from assessments.domain.shape import as_text
from assessments.domain.tables.budget import (
    USUAL_EDITION,
    BudgetCell,
    BudgetTable,
    BudgetTables,
    Datum,
    Scope,
    TableRow,
)
from assessments.domain.tables.crosswise import columns_of_title, funds_of_columns, sides_of
from assessments.domain.tables.heads import FigureColumn, is_head_of_codes, is_head_of_labels, read_columns, stage_of
from assessments.domain.tables.items import BudgetItem
from assessments.domain.tables.lines import Side, TableLine, names_of, read_lines

_USUAL_UNIT = "万元"
_UNIT_IN_WORDS = re.compile(r"单位[:：]?(亿元|万元|千元|百元|元)")
_NUMBERS = {name: number for number, name in enumerate("一二三四五六七八九十", start=1)}
_OWN_FROM = 8
_SUBTOTAL = re.compile(r"^(?:本年|当年|基金)?(收入|支出)小计$")
_LEAVES_OUT = re.compile(r"不含|不包括|除|剔除|扣除")


def read_tables(found: Sequence[object], head: Mapping[str, str]) -> BudgetTables | None:
    """The tables of a file; None where it has none. What is no table is named in ``unread``; never raises."""
    if not found:
        return None
    objects = {index: table for index, table in enumerate(found) if isinstance(table, Mapping)}
    names = _names({index: as_text(table.get("no")) for index, table in objects.items()})
    tables = tuple(_table(table, names[index], head) for index, table in objects.items())
    editions = [as_text(table.get("edition")) for table in objects.values() if table.get("edition")]
    unread = tuple(f"tables[{index}]" for index in range(len(found)) if index not in objects)
    return BudgetTables(tables, editions[0] if editions else USUAL_EDITION, unread)


def _names(numbers: Mapping[int, str]) -> dict[int, str]:
    """How each table is called in a place: its number as printed, its index where that is blank or not its own."""
    printed = list(numbers.values())
    return {
        index: f"tables.{number}" if number.strip() and printed.count(number) == 1 else f"tables[{index}]"
        for index, number in numbers.items()
    }


def _table(found: Mapping[str, object], name: str, head: Mapping[str, str]) -> BudgetTable:
    title, rows = as_text(found.get("title")), _rows(found)
    heads = _texts(found.get("columns"))
    if not heads and rows:
        heads, rows = rows[0], rows[1:]
    columns, scope = read_columns(heads, title), _scope(found, title, head)
    if funds := funds_of_columns(heads, columns):
        columns = columns_of_title(columns, funds, title)
        sides = list(sides_of(funds)) if 0 not in funds else []
    else:
        sides = [part for side in _sides(heads) for part in _by_item(side, columns)]
    unit = _unit(found, title, head)
    lines: list[TableLine] = []
    for side in sides:
        lines += read_lines(side, rows, columns, unit, start=len(lines))
    lines = _of_the_title(lines, title)
    return BudgetTable(
        no=as_text(found.get("no")),
        title=title,
        scope=scope,
        columns=tuple(columns[place] for side in sides for place, _number in side.figures),
        rows=_placed(lines, name, scope),
        is_balance=len({side.label for side in sides}) > 1
        or any(line.item in (BudgetItem.ALL_INCOME, BudgetItem.ALL_EXPENDITURE) for line in lines),
    )


def _of_the_title(lines: list[TableLine], title: str) -> list[TableLine]:
    """The lines of a table of one fund, which its title names and no line does."""
    named = funds_named_in(title[:200])
    if len(named) != 1 or _LEAVES_OUT.search(title[:200]) or any(line.fund for line in lines):
        return lines
    (fund,) = named
    return [replace(line, fund=fund, item=_subtotal(line, lines)) for line in lines]


def _subtotal(line: TableLine, lines: list[TableLine]) -> BudgetItem:
    """The item of a line; 本年收入小计 closes the income of one fund where no other line does."""
    found = _SUBTOTAL.search(line.label.name) if line.item is BudgetItem.UNKNOWN else None
    item = (BudgetItem.INCOME if found[1] == "收入" else BudgetItem.EXPENDITURE) if found else line.item
    return line.item if found and any(other.item is item for other in lines) else item


def _sides(heads: tuple[str, ...]) -> Iterator[Side]:
    """One side, or two where 收入 stands beside 支出: each begins at a head of labels that follows figures."""
    labels: list[int] = []
    figures: list[int] = []
    for place, head in enumerate(heads):
        if is_head_of_labels(head) or (place == 0 and stage_of(bare(head)) is None):
            if labels and figures:
                yield _side(labels, figures, heads)
                labels, figures = [], []
            labels.append(place)
        else:
            figures.append(place)
    if labels and figures:
        yield _side(labels, figures, heads)


def _side(labels: list[int], figures: list[int], heads: tuple[str, ...]) -> Side:
    code = next((place for place in labels if is_head_of_codes(heads[place])), None)
    names = [place for place in labels if place != code]
    numbered = tuple((place, number) for number, place in enumerate(figures))
    return Side(names[-1] if names else labels[-1], code, numbered)


def _by_item(side: Side, columns: tuple[FigureColumn, ...]) -> Iterator[Side]:
    """A side for each item that the heads name; a percentage belongs to the figures before it."""
    groups: dict[BudgetItem | None, list[tuple[int, int]]] = {}
    item: BudgetItem | None = None
    for place, number in side.figures:
        if columns[place].stage:
            item = columns[place].item
        groups.setdefault(item, []).append((place, number))
    for item, figures in groups.items():
        yield replace(side, figures=tuple(figures), item=item)


def _placed(lines: list[TableLine], name: str, scope: Scope) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            label=line.printed,
            name=line.label.name,
            item=line.item,
            fund=line.fund,
            cells=tuple(
                BudgetCell(
                    f"{name}.{called}[{figure.number}]",
                    figure.text,
                    figure.column,
                    figure.measure,
                    _datum(line, figure.column, scope),
                )
                for figure in line.figures
            ),
            part_of=line.part_of,
        )
        for line, called in zip(lines, names_of(lines), strict=True)
    )


def _datum(line: TableLine, column: FigureColumn, scope: Scope) -> Datum | None:
    if column.stage is None or column.year is None or line.item is BudgetItem.UNKNOWN:
        return None
    return Datum(scope, column.year, column.stage, line.fund, line.item)


def _scope(found: Mapping[str, object], title: str, head: Mapping[str, str]) -> Scope:
    for stated in (as_text(found.get("scope")), "" if "本级" not in title else Scope.OWN.value):
        if stated in set(Scope):
            return Scope(stated)
    if (_number(as_text(found.get("no"))) or 0) >= _OWN_FROM:
        return Scope.OWN
    return Scope(head["scope"]) if head.get("scope") in set(Scope) else Scope.WHOLE


def _number(no: str) -> int | None:
    """表十二 → 12, 表3 → 3."""
    plain = bare(no[:10]).removeprefix("附").removeprefix("表").split("-")[0]
    if plain.isascii() and plain.isdigit():
        return int(plain)
    tens, ten, ones = plain.rpartition("十")
    if any(part and part not in _NUMBERS for part in (tens, ones)) or not plain:
        return None
    return (_NUMBERS.get(tens, 1) * 10 if ten else 0) + _NUMBERS.get(ones, 0)


def _unit(found: Mapping[str, object], title: str, head: Mapping[str, str]) -> str:
    stated = as_text(found.get("amount_unit")).strip()
    in_words = _UNIT_IN_WORDS.search(bare(f"{title[:200]}{as_text(found.get('unit'))[:40]}"))
    return stated or (in_words[1] if in_words else "") or head.get("amount_unit", "").strip() or _USUAL_UNIT


def _rows(found: Mapping[str, object]) -> list[tuple[str, ...]]:
    rows = found.get("rows")
    if not isinstance(rows, list | tuple):
        return []
    return [_texts(list(row.values()) if isinstance(row, Mapping) else row) for row in rows]


def _texts(found: object) -> tuple[str, ...]:
    return tuple(as_text(cell) for cell in found) if isinstance(found, list | tuple) else ()
