"""The places of the seals."""

from typing import Any

import pytest

from portal.documents.papers.printable_html import SealPlace
from portal.documents.pdf import render_pdf
from tests.portal.documents.pdf.samples import PAGE, PLACES, bare_paper, fields_of, opened, paper
from tests.portal.documents.tag_tree import elements

MM = 72 / 25.4
CORNERS = """<!doctype html><html lang="zh-CN"><head><title>表</title></head><body>
<p>表</p><p id="here" style="position: absolute; {}; width: 4mm; height: 4mm">章</p>
<p id="there" style="break-before: page">章</p>
</body></html>"""


def rectangle(field: Any) -> list[float]:
    return [float(edge) / MM for edge in field["/Rect"]]


def placed(style: str, anchor: str = "here") -> list[float]:
    (field,) = fields_of(render_pdf(CORNERS.format(style), seal_places=[SealPlace(anchor, "UnitSeal", "公章")]))
    return rectangle(field)


def test_both_fields_are_there_empty_named_and_spoken() -> None:
    fields = fields_of(paper())
    assert [(field["/FT"], field["/T"], field["/TU"], field["/Contents"]) for field in fields] == [
        ("/Sig", place.field, place.label, place.label) for place in PLACES
    ]
    assert ["/V" in field for field in fields] == [False, False]
    assert opened(paper()).root["/AcroForm"]["/SigFlags"] == 3


def test_a_field_shows_nothing_until_it_is_signed() -> None:
    for field in fields_of(paper()):
        assert field["/AP"]["/N"].data == b""


def test_a_paper_without_seals_has_no_form() -> None:
    assert fields_of(bare_paper()) == []


def test_a_seal_is_forty_millimetres_around_the_middle_of_its_anchor() -> None:
    assert placed("left: 80mm; top: 100mm") == pytest.approx([77, 297 - 137, 117, 297 - 97], abs=0.05)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("left: -15mm; top: -15mm", [5, 252, 45, 292]),
        ("left: 190mm; top: 262mm", [165, 5, 205, 45]),
    ],
)
def test_a_seal_at_the_papers_edge_is_moved_inside(style: str, expected: list[float]) -> None:
    assert placed(style) == pytest.approx(expected, abs=0.05)


def test_a_seal_stands_on_the_page_of_its_anchor() -> None:
    pdf = render_pdf(CORNERS.format("left: 0; top: 0"), seal_places=[SealPlace("there", "UnitSeal", "公章")])
    first, second = (page.get_object() for page in opened(pdf).root["/Pages"]["/Kids"])
    assert ("/Annots" in first, len(second["/Annots"])) == (False, 1)


def test_an_anchor_that_is_not_there_is_said() -> None:
    with pytest.raises(ValueError, match="no element #nowhere"):
        render_pdf(PAGE, seal_places=[SealPlace("nowhere", "UnitSeal", "公章")])


def test_the_fields_are_the_last_that_is_read() -> None:
    *_, group, unit, prefecture = elements(paper())
    assert (group.tag, unit.tag, prefecture.tag) == ("Div", "Form", "Form")
    assert [str(form.data["/Alt"]) for form in (unit, prefecture)] == [place.label for place in PLACES]
