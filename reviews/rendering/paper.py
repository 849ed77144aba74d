"""A review sheet on paper: 附件2, A4 landscape, its head rows on every page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from assessments.rendering.assembly import assemble
from assessments.rendering.drawables import Mode, Square
from assessments.rendering.paper import LANGUAGE, MARKS
from assessments.services.snapshots import digest_of
from assessments.sheets.contents import Box, Kind
from assessments.sheets.headings import heading
from assessments.sheets.paper import Cell, lay_out
from portal.documents.printable import PrintableHtml
from reviews.models import ReviewSheet
from reviews.services.sheet_snapshots import payload_of
from reviews.sheets.editions import sheet_of

_WORDS = ("title", "business_office", "monitoring_point", "office_head", "handler")
_NO_POINT = "　　　年　　月"


def build(subject_id: str, variant: str, digest: str) -> PrintableHtml:
    """The print HTML of the review sheet ``subject_id``: as it stands for a ``draft``, else as it was signed."""
    sheet = ReviewSheet.objects.select_related("region", "cycle").prefetch_related("rows").get(pk=subject_id)
    payload = payload_of(sheet) if variant == "draft" else sheet.snapshots.filter(digest=digest)[0].payload
    page = print_review_sheet(payload, variant=variant, county=sheet.region.name)
    name = f"{sheet.region.name}_{sheet.cycle.name}_{page.title}_{MARKS[variant]}.pdf"
    return replace(page, filename=name, digest=digest_of(payload))


def print_review_sheet(payload: Mapping[str, Any], *, variant: str, county: str = "") -> PrintableHtml:
    """A review sheet in the exchange format on paper, marked 草稿 or 未签章; every value is what ``payload`` says."""
    with override(LANGUAGE):
        sheet = sheet_of(payload["edition"])
        words = {name: str(payload.get(name) or "") for name in _WORDS}
        lines = heading(
            sheet, {"county": county, "monitoring_point": _NO_POINT} | {k: v for k, v in words.items() if v}
        )
        rows = [_Row(str(index)) for index in range(len(payload["rows"]))]
        table = assemble(
            sheet,
            lay_out(sheet, rows),
            mode=Mode.PRINT,
            caption=sheet.name,
            heading=lines,
            square_of=_Squares(payload["rows"]),
        )
        context = {"tables": [table], "heading": lines, "mark": MARKS[variant], "density": "landscape"}
        html = render_to_string("paper/official.html", context)
        return PrintableHtml(html=html, title=lines.title, filename=f"{lines.title}.pdf")


@dataclass(frozen=True, slots=True)
class _Row:
    ref: str


@dataclass(frozen=True, slots=True)
class _Squares:
    """Draws the squares of the sheet's rows."""

    rows: list[Mapping[str, Any]]

    def __call__(self, cell: Cell, box: Box) -> Square:
        value = str(self.rows[int(cell.ref)].get(box.key.partition("].")[2]) or "")
        classes = "num" if box.kind in (Kind.MONEY, Kind.COMPUTED) else "val"
        return Square(box.key, box.kind, box.address, box.label, value, classes)
