"""Budget tables from the exchange format: rows as printed, columns found by their heads, unknown rows kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessments.domain.funds import Fund
from assessments.domain.measures import Kind, Measure
from assessments.domain.measures.spelling import bare
from assessments.domain.shape import as_text
from assessments.domain.tables.budget import USUAL_EDITION, BudgetTable, BudgetTables, Cell, Datum, Scope, TableRow
from assessments.domain.tables.figures import read_figure
from assessments.domain.tables.heads import Column, is_head_of_codes, is_head_of_labels, read_columns, stage_of
from assessments.domain.tables.items import PARTS, Item, Label, read_label

_USUAL_UNIT = "万元"
_UNIT_IN_WORDS = re.compile(r"单位[:：]?(亿元|万元|千元|百元|元)")
_NUMBERS = {name: number for number, name in enumerate("一二三四五六七八九十", start=1)}
_OWN_FROM = 8
_LAST_WORDS: dict[Item, tuple[str, ...]] = {Item.INCOME: ("收入",), Item.EXPENDITURE: ("支出",)}


@dataclass(frozen=True, slots=True)
class _Side:
    """Columns of one table that belong together: where the label and the code stand, and the figures."""

    label: int
    code: int | None
    figures: tuple[int, ...]


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
    sides = list(_sides(heads))
    unit = _unit(found, title, head)
    read = [_side_rows(side, rows, columns, unit) for side in sides]
    beside = len(sides) > 1
    lines = [row for side in read for row in side]
    return BudgetTable(
        no=as_text(found.get("no")),
        title=title,
        scope=scope,
        columns=tuple(columns[at] for side in sides for at in side.figures),
        rows=_placed(lines, name, scope),
        is_balance=beside or any(line.item in (Item.ALL_INCOME, Item.ALL_EXPENDITURE) for line in lines),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One side of one printed row."""

    printed: str
    label: Label
    item: Item
    fund: Fund | None
    figures: tuple[tuple[str, Column, Measure], ...]
    part_of: int | None


def _sides(heads: tuple[str, ...]) -> Iterator[_Side]:
    """One side, or two where 收入 stands beside 支出: each begins at a head of labels that follows figures."""
    labels: list[int] = []
    figures: list[int] = []
    for at, head in enumerate(heads):
        if is_head_of_labels(head) or (at == 0 and stage_of(bare(head)) is None):
            if figures:
                yield _side(labels, figures, heads)
                labels, figures = [], []
            labels.append(at)
        else:
            figures.append(at)
    if labels and figures:
        yield _side(labels, figures, heads)


def _side(labels: list[int], figures: list[int], heads: tuple[str, ...]) -> _Side:
    code = next((at for at in labels if is_head_of_codes(heads[at])), None)
    names = [at for at in labels if at != code]
    return _Side(names[-1] if names else labels[-1], code, tuple(figures))


def _side_rows(side: _Side, rows: list[tuple[str, ...]], columns: tuple[Column, ...], unit: str) -> list[_Line]:
    lines: list[_Line] = []
    for row in rows:
        printed = _at(row, side.label)
        label = read_label(printed, _at(row, side.code) if side.code is not None else "")
        if not label.name and not any(_at(row, at).strip() for at in side.figures):
            continue
        figures = tuple((_at(row, at), columns[at], _measure(_at(row, at), columns[at], unit)) for at in side.figures)
        owner = _owner(lines, label)
        fund, item = (label.fund, label.item) if owner is None else _inherited(lines[owner], label)
        lines.append(_Line(printed, label, item, fund, figures, owner))
    return lines


def _measure(text: str, column: Column, unit: str) -> Measure:
    return read_figure(text, unit) if column.stage else Measure(text, Kind.WORDING if text.strip() else Kind.BLANK)


def _owner(lines: list[_Line], label: Label) -> int | None:
    """The row above that this one is a part of: its whole, or the part before it where 其中 opens inside 其中."""
    if label.heads:
        return None
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if label.of_which and line.part_of is not None and line.item is Item.BENEFITS:
            return at
        if line.label.heads:
            return at if _is_part(label, line.item) else None
    return None


def _is_part(label: Label, whole: Item) -> bool:
    """Whether a row can be a part of ``whole``: by its item, by 其中, or an unknown one by its last word."""
    if label.item is not Item.UNKNOWN:
        return label.item in PARTS.get(whole, ()) or whole is Item.UNKNOWN
    return label.of_which or label.name.endswith(_LAST_WORDS.get(whole, ()))


def _inherited(owner: _Line, label: Label) -> tuple[Fund | None, Item]:
    """Fund and item of a part; under a row that is not understood, nothing is."""
    return owner.fund, Item.UNKNOWN if owner.item is Item.UNKNOWN else label.item


def _placed(lines: list[_Line], name: str, scope: Scope) -> tuple[TableRow, ...]:
    names = [line.label.name for line in lines]
    return tuple(
        TableRow(
            label=line.printed,
            name=line.label.name,
            item=line.item,
            fund=line.fund,
            cells=tuple(
                Cell(
                    f"{name}.{_row_name(lines, names, at)}[{number}]",
                    text,
                    column,
                    measure,
                    _datum(line, column, scope),
                )
                for number, (text, column, measure) in enumerate(line.figures)
            ),
            part_of=line.part_of,
        )
        for at, line in enumerate(lines)
    )


def _row_name(lines: list[_Line], names: list[str], at: int) -> str:
    """A row's name; where several rows have it, the name of its whole before it, else its number."""
    name, owner = names[at] or f"rows[{at}]", lines[at].part_of
    if names.count(names[at]) == 1 or not names[at]:
        return name
    full = [f"{names[line.part_of]}.{names[index]}" for index, line in enumerate(lines) if line.part_of is not None]
    whole = f"{names[owner]}.{name}" if owner is not None else ""
    return whole if full.count(whole) == 1 else f"rows[{at}]"


def _datum(line: _Line, column: Column, scope: Scope) -> Datum | None:
    if column.stage is None or column.year is None or line.item is Item.UNKNOWN:
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


def _at(row: tuple[str, ...], at: int) -> str:
    return row[at] if at < len(row) else ""
