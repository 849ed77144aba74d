"""A review sheet on paper: 附件2, A4 landscape, its head rows on every page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import override

from assessments.domain.facts import Row
from assessments.editions import edition_named
from assessments.rendering.grid.assembly import SquareMaker, assemble
from assessments.rendering.grid.drawables import Mode, Square
from assessments.rendering.grid.markup import Table
from assessments.rendering.paper.feet import feet_of, prefecture_foot
from assessments.rendering.paper.frame import (
    ENDINGS,
    LANGUAGE,
    MARKS,
    NO_DATE,
    PaperFrame,
    finished,
    in_words,
    version_in_name,
)
from assessments.rendering.paper.height_measurement import at_once, heights_of, on_one_page
from assessments.rendering.paper.page_breaks import LANDSCAPE
from assessments.rendering.paper.row_spacing import USUAL
from assessments.services.snapshots import canonical, digest_of
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.edition import Edition
from assessments.sheets.grid import Cell, lay_out
from assessments.sheets.headings import heading
from portal.clock import beijing_day
from portal.documents.papers.printable_html import PrintableHtml
from portal.documents.papers.public_codes import code_for
from portal.text.door import clean_all
from reviews.models import ReviewSheet, ReviewSheetSnapshot
from reviews.services.sealing import names_on, standings_of
from reviews.services.sheet_snapshots import payload_of, rows_of_payload

_WORDS = ("title", "business_office", "monitoring_point", "office_head", "handler")
#: More rows never stand on one page, however closely they are set.
_MOST_ON_A_PAGE = 25
_NO_POINT = "　　　年　　月"


def build(subject_id: str, variant: str, digest: str) -> PrintableHtml:
    """The print HTML of the review sheet ``subject_id``: as it stands for a ``draft``, else as it was signed."""
    sheet = (
        ReviewSheet.objects.select_related("region", "cycle__prefecture").prefetch_related("rows").get(pk=subject_id)
    )
    frozen = None if variant == "draft" else sheet.snapshots.filter(digest=digest)[0]
    payload = clean_all(frozen.payload) if frozen else payload_of(sheet)
    county, office = names_on(sheet, beijing_day(frozen.at) if frozen else None)
    page = print_review_sheet(
        payload,
        variant=variant,
        county=county,
        office=office,
        day=_day(frozen) if frozen else "",
        code=code_for(subject_kind="review_sheet", subject_id=subject_id, digest=digest) if frozen else "",
    )
    title = page.filename.removesuffix(".pdf")
    version = standings_of(subject_id)[digest].version if frozen else 0
    name = f"{county}_{sheet.cycle.name}_{title}_{ENDINGS[variant]}{version_in_name(version)}.pdf"
    return replace(page, filename=name, digest=digest_of(payload), version=version)


def _day(frozen: ReviewSheetSnapshot) -> str:
    """The day on which the sheet was signed; an import does not say."""
    return in_words(frozen.at) if frozen.actor_id else ""


def print_review_sheet(
    payload: Mapping[str, Any], *, variant: str, county: str = "", office: str = "", day: str = "", code: str = ""
) -> PrintableHtml:
    """A review sheet in the exchange format on paper, marked 草稿 or 未签章 unless it is to be sealed.

    Every value is what ``payload`` says, and the payload goes into the file. ``office`` seals it (blank: nobody) on
    ``day``. ``code`` is its public code.
    """
    with override(LANGUAGE):
        sheet = edition_named(payload["edition"])
        words = {name: str(payload.get(name) or "") for name in _WORDS}
        lines = heading(
            sheet, {"county": county, "monitoring_point": _NO_POINT} | {k: v for k, v in words.items() if v}
        )
        rows = rows_of_payload(payload)
        table = assemble(
            sheet,
            lay_out(sheet, {"rows": rows}),
            mode=Mode.PRINT,
            caption=lines.title,
            heading=lines,
            square_of=_square_of(rows),
        )
        right = prefecture_foot(office, sealer=office, below=(day or NO_DATE,)) if office else None
        feet = feet_of(lines, right=right, code=code)
        html = _written(PaperFrame(lines, feet, MARKS[variant], landscape=True), table, sheet)
        return replace(finished(html, lines.title, variant=variant, feet=feet), facts=canonical(payload))


def _written(frame: PaperFrame, table: Table, sheet: Edition) -> str:
    """The print HTML: one page for a county's sheet, pages with repeated heads for a longer one."""
    if len(table.rows) > _MOST_ON_A_PAGE:
        return frame.written([table])
    if html := at_once(frame, table, sheet.columns, LANDSCAPE):
        return html
    heights = heights_of(frame, table, sheet.columns)
    return frame.written([table], on_one_page(frame, table, sheet.columns, heights, LANDSCAPE) or USUAL)


def _square_of(rows: Sequence[Row]) -> SquareMaker:
    def square_of(cell: Cell, box: Box) -> Square:
        value = rows[int(cell.ref)][box.key.partition("].")[2]]
        classes = "num" if box.kind in (SquareKind.MONEY, SquareKind.COMPUTED) else "val"
        return Square(box.key, box.kind, box.address, box.label, value, classes)

    return square_of
