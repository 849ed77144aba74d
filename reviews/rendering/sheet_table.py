"""The 监控审核表 on the screen: its rows as an official table."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.rendering.grid.assembly import assemble
from assessments.rendering.grid.drawables import Mode, ReadingLine, Square
from assessments.rendering.grid.markup import Table
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.headings import heading
from assessments.sheets.paper import Cell, lay_out
from reviews.models import ReviewSheet, ReviewSheetRow
from reviews.sheets.editions import sheet_of


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row of the sheet as the layout wants it: ``ref`` is its place among the rows, from 0."""

    ref: str
    row: ReviewSheetRow


def draw_sheet(
    sheet: ReviewSheet, rows: Sequence[ReviewSheetRow], problems: dict[str, ReadingLine] | None = None
) -> Table:
    """The read-only table of ``rows``; ``problems`` by key (``rows[0].total_score``) stand under their squares."""
    edition = sheet_of(sheet.edition)
    lines = [SheetLine(str(place), row) for place, row in enumerate(rows)]
    words = {name: getattr(sheet, name) for name in ("title", "business_office", "monitoring_point")}

    def square_of(_cell: Cell, box: Box) -> Square:
        place, name = box.key.removeprefix("rows[").split("].")
        reading = (problems or {}).get(box.key, ReadingLine())
        classes = (
            ["sq", "ro"]
            + ["money"] * (box.kind in (SquareKind.MONEY, SquareKind.COMPUTED) or name.startswith("score_"))
            + [f"is-{reading.tone}"] * bool(reading.tone)
        )
        value = _value(sheet, lines[int(place)], name)
        return Square(box.key, box.kind, box.address, box.label, value, " ".join(classes), reading=reading)

    return assemble(
        edition,
        lay_out(edition, lines),
        mode=Mode.READ,
        caption=sheet.title,
        heading=heading(edition, words),
        square_of=square_of,
    )


def _value(sheet: ReviewSheet, line: SheetLine, name: str) -> str:
    if name != "no":
        return str(getattr(line.row, name))
    return str(line.row.extras.get("no", "")) if sheet.imported else str(line.row.position)
