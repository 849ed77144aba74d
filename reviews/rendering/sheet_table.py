"""The 监控审核表 on the screen: its rows as an official table."""

from collections.abc import Sequence

from assessments.editions import edition_named
from assessments.rendering.grid.assembly import assemble
from assessments.rendering.grid.drawables import Mode, ReadingLine, Square
from assessments.rendering.grid.markup import Table
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.grid import Cell, lay_out
from assessments.sheets.headings import heading
from reviews.models import ReviewSheet, ReviewSheetRow
from reviews.services.sheet_snapshots import row_payload, rows_of_payload


def draw_sheet(
    sheet: ReviewSheet, rows: Sequence[ReviewSheetRow], problems: dict[str, ReadingLine] | None = None
) -> Table:
    """The read-only table of ``rows``; ``problems`` by key (``rows[0].total_score``) stand under their squares."""
    edition = edition_named(sheet.edition)
    payload = {"rows": [row_payload(row, imported=sheet.imported) for row in rows]}
    lines = rows_of_payload(payload)
    words = {name: getattr(sheet, name) for name in ("title", "business_office", "monitoring_point")}

    def square_of(_cell: Cell, box: Box) -> Square:
        place, name = box.key.removeprefix("rows[").split("].")
        reading = (problems or {}).get(box.key, ReadingLine())
        classes = (
            ["sq", "ro"]
            + ["money"] * (box.kind in (SquareKind.MONEY, SquareKind.COMPUTED) or name.startswith("score_"))
            + [f"is-{reading.tone}"] * bool(reading.tone)
        )
        value = lines[int(place)][name]
        return Square(box.key, box.kind, box.address, box.label, value, " ".join(classes), reading=reading)

    return assemble(
        edition,
        lay_out(edition, {"rows": lines}),
        mode=Mode.READ,
        caption=sheet.title,
        heading=heading(edition, words),
        square_of=square_of,
    )
