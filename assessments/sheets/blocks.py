"""The blocks a form is made of; they flow into lines of cells as the rows of an HTML table do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Protocol

from assessments.sheets.contents import PLAIN, Box, Label, LabelRole, Meaning, SquareKind

Content = Label | Box


class Listed(Protocol):
    """A row of a list on the form, an indicator for example; ``ref`` names it in the keys of its squares."""

    @property
    def ref(self) -> str: ...

    def __getitem__(self, square: str, /) -> str: ...


#: The rows of every list of a paper, by its name.
Lists = Mapping[str, Sequence[Listed]]


@dataclass(frozen=True, slots=True)
class BlockRow:
    """One row of the table before its cells have columns.

    ``is_head``: it names the columns of a list and repeats on every page; ``list_name``: the list whose body it is part
    of; ``ref``: the list's row that it shows.
    """

    items: tuple[Content, ...]
    is_head: bool = False
    list_name: str = ""
    ref: str = ""


class Block(Protocol):
    """Anything that flows into lines."""

    def lines(self, lists: Lists) -> list[BlockRow]: ...

    def boxes(self) -> Iterator[Box]:
        """Every square the block can hold; a list's squares carry ``{ref}`` in their keys."""
        ...


@dataclass(frozen=True, slots=True)
class Rows:
    """Fixed rows, each the tuple of its cells from left to right."""

    rows: tuple[tuple[Content, ...], ...]

    def __init__(self, *rows: tuple[Content, ...]) -> None:
        object.__setattr__(self, "rows", rows)

    def lines(self, lists: Lists) -> list[BlockRow]:
        """One line for each row."""
        return [BlockRow(row) for row in self.rows]

    def boxes(self) -> Iterator[Box]:
        """The squares in reading order."""
        return (item for row in self.rows for item in row if isinstance(item, Box))


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a name and its square each, the square as wide as ``cols``."""

    squares: tuple[Box, ...]
    label_cols: int = 1

    def __init__(self, *squares: Box, label_cols: int = 1) -> None:
        object.__setattr__(self, "squares", squares)
        object.__setattr__(self, "label_cols", label_cols)

    def lines(self, lists: Lists) -> list[BlockRow]:
        """Name and square, one pair a line."""
        return [BlockRow((Label(box.label, LabelRole.ROW, self.label_cols), box)) for box in self.squares]

    def boxes(self) -> Iterator[Box]:
        """The squares from top to bottom."""
        return iter(self.squares)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its head, the name of its value, and what its squares hold.

    ``called`` is the name of its squares where the head says more than a name.
    """

    label: str
    name: str
    kind: SquareKind
    cols: int = 1
    limit: int = 200
    called: str = ""
    means: Meaning = PLAIN


@dataclass(frozen=True, slots=True)
class Tree:
    """A list with one line for each row; equal neighbours merge in its leading columns of kind ``LEVEL``.

    A second level merges only inside its first. ``heads`` are the head rows where the columns' labels are not enough.
    Without any row one line of empty cells remains, so that the table stays a form.
    """

    name: str
    columns: tuple[Column, ...]
    heads: tuple[tuple[Label, ...], ...] = ()

    def lines(self, lists: Lists) -> list[BlockRow]:
        """The head rows, then a line for each row."""
        rows = lists.get(self.name, ())
        heads = self.heads or (tuple(Label(column.label, LabelRole.COLUMN, column.cols) for column in self.columns),)
        body = [BlockRow(self._cells(rows, index), list_name=self.name, ref=row.ref) for index, row in enumerate(rows)]
        blank = BlockRow(tuple(Label("", LabelRole.BLANK, column.cols) for column in self.columns), list_name=self.name)
        return [BlockRow(row, is_head=True) for row in heads] + (body or [blank])

    def boxes(self) -> Iterator[Box]:
        """One square for each column."""
        return (_square(self.name, "{ref}", column) for column in self.columns)

    def _cells(self, rows: Sequence[Listed], index: int) -> tuple[Box, ...]:
        cells = []
        path: tuple[str, ...] = ()
        for column in self.columns:
            span = 1
            if column.kind is SquareKind.LEVEL:
                path += (column.name,)
                span = _run_from(rows, index, path)
            if span:
                cells.append(_square(self.name, rows[index].ref, column, index + 1, span))
        return tuple(cells)


def _square(name: str, ref: str, column: Column, row_no: int = 0, rows: int = 1) -> Box:
    """The square of a row in a column."""
    label, means = column.called or column.label, column.means
    key = f"{name}[{ref}].{column.name}"
    return Box(key, column.kind, label, column.cols, rows, column.limit, row_no=row_no, means=means)


@dataclass(frozen=True, slots=True)
class CodedRow:
    """A row that always stands in its list: its code, and the word that is printed at its left."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class CodedRows:
    """A list whose rows are the edition's own: ``income[10203].executed``. Nobody adds one or takes one away.

    ``heads`` are its head rows, ``label_cols`` how many columns the words at the left take.
    """

    name: str
    rows: tuple[CodedRow, ...]
    columns: tuple[Column, ...]
    heads: tuple[tuple[Label, ...], ...]
    label_cols: int = 1

    def lines(self, lists: Lists) -> list[BlockRow]:
        """The head rows, then a line for each row, whatever is filled in."""
        body = [
            BlockRow(
                (Label(row.label, LabelRole.ROW, self.label_cols), *self._squares(row)), False, self.name, row.code
            )
            for row in self.rows
        ]
        return [BlockRow(row, is_head=True) for row in self.heads] + body

    def boxes(self) -> Iterator[Box]:
        """Every square, row by row."""
        return (box for row in self.rows for box in self._squares(row))

    def _squares(self, row: CodedRow) -> Iterator[Box]:
        """The squares of a row, each called by its row and its column."""
        squares = (_square(self.name, row.code, column) for column in self.columns)
        return (replace(box, label=f"{row.label} {box.label}") for box in squares)


def _run_from(rows: Sequence[Listed], index: int, names: tuple[str, ...]) -> int:
    """How many rows from ``index`` on agree in all ``names``; 0 where the row above already agrees."""

    def path(row: Listed) -> tuple[str, ...]:
        return tuple(row[name] for name in names)

    here = path(rows[index])
    if index and path(rows[index - 1]) == here:
        return 0
    return sum(1 for _ in takewhile(lambda row: path(row) == here, rows[index:]))


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks with one label down their left edge; ``short`` is how an address calls the section."""

    label: str
    short: str
    blocks: tuple[Block, ...]

    def __init__(self, label: str, short: str, *blocks: Block) -> None:
        object.__setattr__(self, "label", label)
        object.__setattr__(self, "short", short)
        object.__setattr__(self, "blocks", blocks)

    def lines(self, lists: Lists) -> list[BlockRow]:
        """The blocks' lines, the first of them led by the label."""
        inner = [line for block in self.blocks for line in block.lines(lists)]
        named = [replace(line, items=tuple(self._named(item) for item in line.items)) for line in inner]
        edge = Label(self.label, LabelRole.SECTION, rows=len(named))
        return [replace(named[0], items=(edge, *named[0].items)), *named[1:]]

    def boxes(self) -> Iterator[Box]:
        """The blocks' squares."""
        return (replace(box, section=self.short) for block in self.blocks for box in block.boxes())

    def _named(self, item: Content) -> Content:
        return replace(item, section=self.short) if isinstance(item, Box) else item
