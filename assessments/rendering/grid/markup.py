"""An official table as HTML: the one place where a square is drawn, for screens, for paper and for scripts.

What of it scripts and style sheets rely on is told in :mod:`assessments.rendering.grid.table`.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from assessments.rendering.grid.drawables import (
    Choice,
    DrawnCell,
    DrawnRow,
    Gutter,
    Input,
    Mode,
    ReadingLine,
    Square,
    TonedPiece,
)
from assessments.sheets.contents import SquareKind
from assessments.sheets.headings import Heading
from assessments.templatetags.assessment_ui import light
from portal.ui.templatetags.portal_ui import icon

#: A longer title is set in smaller type on paper.
_LONG_TITLE = 23


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table: ``columns`` are the classes of its ``col`` elements, ``head`` its ``thead``.

    ``heading`` is None where the table goes on from an earlier page.
    """

    edition: str
    caption: str
    mode: Mode
    columns: tuple[str, ...]
    head: tuple[DrawnRow, ...]
    rows: tuple[DrawnRow, ...]
    heading: Heading | None = None

    def squares(self) -> Mapping[str, Square]:
        """The squares by key."""
        return {cell.square.key: cell.square for row in self.rows for cell in row.cells if cell.square}

    @property
    def html(self) -> SafeString:
        """The table under its heading."""
        return mark_safe("".join(_table(self)))  # noqa: S308 - every part of it is escaped where it is written

    def redrawn(self, looks: Sequence[str]) -> SafeString | None:
        """The squares that look otherwise than on a page that shows ``looks`` (``data-look``), one after the other.

        None where the page shows other squares than these, so that the table has to be drawn anew.
        """
        cells = [cell for row in (*self.head, *self.rows) for cell in row.cells if cell.square]
        if len(cells) != len(looks):
            return None
        drawn = (_looking(cell, cell.square, self.mode) for cell in cells if cell.square)
        return mark_safe("".join(html for (html, look), seen in zip(drawn, looks, strict=True) if look != seen))  # noqa: S308 - as above


def _table(table: Table) -> Iterator[str]:
    if table.heading:
        yield from _heading(table.heading, table.mode)
    columns = "".join(f'<col class="{column}">' for column in table.columns)
    yield f'<table class="sheet {table.edition}">\n<caption class="vh">{escape(table.caption)}</caption>\n'
    yield f"<colgroup>{columns}</colgroup>\n"
    if table.head:
        yield f"<thead>\n{_rows(table.head, table.mode)}</thead>\n"
    yield f"<tbody>\n{_rows(table.rows, table.mode)}</tbody>\n</table>\n"


def _heading(heading: Heading, mode: Mode) -> Iterator[str]:
    if heading.annex:
        yield f'<p class="annex">{escape(heading.annex)}</p>\n'
    size = " long" if len(heading.title) > _LONG_TITLE else ""
    tag, classes = ("h1", f"sheet-t{size}") if mode is Mode.PRINT else ("h2", "sheet-t")
    yield f'<{tag} class="{classes}">{escape(heading.title)}</{tag}>\n'
    if heading.subtitle:
        yield f'<p class="sheet-s">{escape(heading.subtitle)}</p>\n'
    yield f'<div class="sheet-u"><span>{escape(heading.left)}</span><span>{escape(heading.right)}</span></div>\n'


def _rows(rows: Iterable[DrawnRow], mode: Mode) -> str:
    return "".join(f"<tr{_row_names(row)}>{''.join(_cell(cell, mode) for cell in row.cells)}</tr>\n" for row in rows)


def _row_names(row: DrawnRow) -> str:
    return _named("id", row.element_id) + _named("data-ref", row.ref) + _named("data-list", row.list_name)


def _named(name: str, value: str) -> str:
    """An attribute, where it has a value."""
    return f' {name}="{escape(value)}"' if value else ""


def _cell(cell: DrawnCell, mode: Mode) -> str:
    if cell.square and mode is not Mode.PRINT:
        return _looking(cell, cell.square, mode)[0]
    return f"<{cell.tag}{_place(cell)}>{_words(cell)}{_gutter(cell.gutter)}</{cell.tag}>"


def _looking(cell: DrawnCell, square: Square, mode: Mode) -> tuple[str, str]:
    """The cell of a square, and a digest of everything in it, which a page that is filled in shows with it."""
    attributes, inside = f"{_place(cell)}{_told(square)}", f"{_square(square, cell.words)}{_gutter(cell.gutter)}"
    if mode is not Mode.EDIT:
        return f"<{cell.tag}{attributes}>{inside}</{cell.tag}>", ""
    look = urlsafe_b64encode(blake2b(f"{attributes}{inside}".encode(), digest_size=6).digest()).decode()
    return f'<{cell.tag}{attributes} data-look="{look}">{inside}</{cell.tag}>', look


def _place(cell: DrawnCell) -> str:
    place = _named("class", cell.classes) + _span("colspan", cell.cols) + _span("rowspan", cell.rows)
    return place + _named("scope", cell.scope)


def _span(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def _words(cell: DrawnCell) -> str:
    return cell.words if cell.words is not None else escape(cell.square.value) if cell.square else ""


def _told(square: Square) -> str:
    """The attributes in which scripts read of a square."""
    return (
        f' data-key="{escape(square.key)}" data-kind="{square.kind}" data-address="{escape(square.address)}"'
        f' data-detail="{escape(square.detail)}"{_named("data-mark", square.mark)}{_named("title", square.hint)}'
    )


def _square(square: Square, words: SafeString | None) -> str:
    name = escape(square.element_id)
    value = _input(square, square.input, name) if square.input else _value(square, words, name)
    return f"{value}{_line(square, name)}{_corner(square.corner)}"


def _input(square: Square, field: Input, name: str) -> str:
    """The field of a square: everything but an amount is a text area, so that it may have lines and grows."""
    line = f' aria-describedby="{name}-rd"' if square.has_line else ""
    wrong = ' aria-invalid="true"' if field.is_wrong else ""
    more = (
        f' id="{name}" aria-label="{escape(square.name)}"{line} autocomplete="off"'
        f' placeholder="{escape(field.blank)}" data-limit="{field.limit}"{wrong}'
    )
    if square.kind in (SquareKind.MONEY, SquareKind.POINTS):
        value = _named("value", square.value)
        return f'<input type="text" name="{escape(square.key)}"{value} inputmode="decimal"{more}>'
    return f'<textarea name="{escape(square.key)}" rows="{field.lines}"{more}>\n{escape(square.value)}</textarea>'


def _value(square: Square, words: SafeString | None, name: str) -> str:
    start = f'<p class="v" id="{name}" tabindex="-1"'
    if square.corner == "fx":
        said = escape(_("系统计算："))
        start += f' data-value="{escape(square.value)}"><span class="vh">{said}</span>'
    else:
        start += ">"
    inside = words if words is not None else "".join(map(_piece, square.pieces)) or escape(square.value)
    return f"{start}{inside}</p>"


def _piece(piece: TonedPiece) -> str:
    if not piece.tone:
        return escape(piece.text)
    place = f' id="{escape(piece.element_id)}" tabindex="-1"' if piece.element_id else ""
    return f'<mark class="words {piece.tone}"{place}>{escape(piece.text)}</mark>'


def _line(square: Square, name: str) -> str:
    """The line under the value."""
    if not (square.has_line or square.reading.text):
        return ""
    tone = " calc" if square.reading.tone == "calc" else ""
    words = "" if square.choices and not square.reading.tone else _reading(square.reading)
    return f'<p class="rd{tone}" id="{name}-rd">{_choices(square)}{words}</p>'


def _reading(reading: ReadingLine) -> str:
    words = f"{icon(reading.icon) if reading.icon else ''}{escape(reading.text)}"
    if reading.tone == "said":
        return f'<button type="button" data-said="deviation_reason">{words}</button>'
    return f"{words} <del>{escape(reading.was)}</del>" if reading.was else words


def _choices(square: Square) -> str:
    if not square.choices:
        return ""
    name = escape(_("%(name)s的达成情况") % {"name": square.name})
    options = "".join(map(_option, square.choices))
    return f'<select name="{escape(square.choice_name)}" aria-label="{name}">{options}</select>'


def _option(choice: Choice) -> str:
    chosen = " selected" if choice.chosen else ""
    return f'<option value="{escape(choice.value)}"{chosen}>{escape(choice.label)}</option>'


def _corner(corner: str) -> str:
    if corner == "fx":
        return '<span class="cn" aria-hidden="true">fx</span>'
    return icon("lock", "cn") if corner == "lock" else ""


def _gutter(gutter: Gutter | None) -> str:
    """The signs outside the frame beside a list row."""
    if gutter is None:
        return ""
    shown = light(gutter.light, words=False) if gutter.light is not None else ""
    menu = _menu(gutter) if gutter.menu else ""
    return f'<span class="gut">{shown}<span class="n">{gutter.number}</span>{menu}</span>'


def _menu(gutter: Gutter) -> str:
    name = escape(_("第%(number)s行操作") % {"number": gutter.number})
    start = f'<button type="button" class="icb" data-row-menu="{escape(gutter.ref)}" aria-haspopup="true"'
    return f'{start} aria-label="{name}">{icon("more", "s")}</button>'
