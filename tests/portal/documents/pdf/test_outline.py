"""Bookmarks."""

import pymupdf

from portal.documents.pdf import render_pdf
from tests.portal.documents.pdf.samples import PAGE, paper


def outline(pdf: bytes) -> list[list[object]]:
    return list(pymupdf.open(stream=pdf, filetype="pdf").get_toc())


def test_the_title_and_its_sections_are_listed() -> None:
    assert outline(paper()) == [[1, "绩效自评表", 1], [2, "一、预算情况", 1], [2, "二、说明", 1]]


def test_a_section_that_goes_on_is_listed_where_it_begins() -> None:
    more = PAGE.replace('<div class="feet">', '<div class="page"></div><div class="page">{}</div><div class="feet">')
    table = PAGE[PAGE.index("<table") : PAGE.index("</table>")] + "</table>"
    pdf = render_pdf(more.format(table.replace("二、说明", "三、附注")))
    assert outline(pdf) == [
        [1, "绩效自评表", 1],
        [2, "一、预算情况", 1],
        [2, "二、说明", 1],
        [2, "三、附注", 2],
    ]
