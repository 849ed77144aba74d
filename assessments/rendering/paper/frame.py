"""The frame that every official paper has around its tables, whichever form it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string

from assessments.rendering.grid.markup import Table
from assessments.rendering.paper.feet import Feet
from assessments.rendering.paper.row_spacing import USUAL, Density
from assessments.sheets.headings import Heading
from portal.clock import BEIJING
from portal.documents.papers.printable_html import PrintableHtml

#: What a paper without a seal says of itself on every page.
MARKS = {"draft": "草稿", "unsigned": "未签章", "sealed": ""}
#: How the name of the file ends.
ENDINGS = {**MARKS, "sealed": "已签章"}
#: Papers are Chinese, whatever language the person who asks for one reads.
LANGUAGE = "zh-hans"
#: Where a day is to be written by hand.
NO_DATE = "　　　　年　　月　　日"


def in_words(at: datetime) -> str:
    """The day of an instant in Beijing, as papers write it: 2020年10月15日."""
    day = at.astimezone(BEIJING)
    return f"{day.year}年{day.month}月{day.day}日"


def version_in_name(version: int) -> str:
    """The words in a file's name on its version; none for the first."""
    return f"_第{version}版" if version > 1 else ""


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """The lines above the first table, the feet under the last, and the mark on every page."""

    heading: Heading
    feet: Feet
    mark: str
    landscape: bool = False

    def written(self, tables: Sequence[Table], density: Density = USUAL) -> str:
        """The print HTML; each of ``tables`` begins a page."""
        context = {
            "tables": tables,
            "heading": self.heading,
            "feet": self.feet,
            "mark": self.mark,
            "layout": f"{density.name} landscape" if self.landscape else density.name,
        }
        return render_to_string("paper/official.html", context)


def finished(html: str, title: str, *, variant: str, feet: Feet) -> PrintableHtml:
    """``html`` with what the file is to hold beyond it; only a paper that is to be sealed has signature fields.

    The mark is part of the file's title too, because a screen reader says nothing of what stands in a margin.
    """
    mark = MARKS[variant]
    return PrintableHtml(
        html=html,
        title=f"{title}（{mark}）" if mark else title,
        filename=f"{title}.pdf",
        seal_places=feet.places if variant == "sealed" else (),
        code=feet.look_up.code if feet.look_up else "",
    )
