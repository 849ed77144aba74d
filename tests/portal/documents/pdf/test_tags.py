"""What a screen reader is told."""

import pytest

from portal.documents.pdf import rules, tags
from portal.documents.pdf.compress import compress
from portal.documents.pdf.engine import drawn, laid_out
from portal.documents.pdf.writing import written
from tests.portal.documents.pdf.samples import PAGE, paper
from tests.portal.documents.tag_tree import elements, faults


@pytest.fixture(scope="module")
def unmended() -> bytes:
    """The sample as the engine tags it."""
    document = laid_out(PAGE)
    pdf = drawn(document)
    compress(pdf)
    return written(pdf)


def test_nothing_makes_a_reader_stumble() -> None:
    assert faults(paper()) == []


def test_the_check_finds_what_the_engine_leaves_wrong(unmended: bytes) -> None:
    found = faults(unmended)
    assert found.count("a TH without a scope") == 4
    assert found.count("a TD names headers by their number") == 6
    assert found.count("a Table without a summary") == 1
    assert [fault for fault in found if fault.startswith("content")] != []


@pytest.mark.parametrize(
    ("name", "right", "wrong", "widths"), [("ColSpan", 2, 1, "[3, 4]"), ("RowSpan", 2, 9, "[-1, 4, 5]")]
)
def test_the_check_finds_rows_of_unequal_width(name: str, right: int, wrong: int, widths: str) -> None:
    document = laid_out(PAGE)
    pdf = drawn(document)
    tags.mend_tags(document, pdf)
    attributes = [thing["A"] for thing in pdf.objects if isinstance(thing, dict) and thing.get("S") in ("/TH", "/TD")]
    (cell,) = (each for each in attributes if each.get(name) == right)
    cell[name] = wrong
    compress(pdf)
    assert faults(written(pdf)) == [f"a Table with rows of {widths} columns"]


def test_header_cells_say_what_they_head() -> None:
    cells = [each for each in elements(paper()) if each.tag == "TH"]
    assert [(cell.attribute("/Scope"), cell.attribute("/RowSpan"), cell.attribute("/ColSpan")) for cell in cells] == [
        ("/Row", 3, None),
        ("/Column", None, 2),
        ("/Column", None, None),
        ("/Row", None, None),
    ]


def test_a_tables_caption_is_its_summary() -> None:
    (table,) = (each for each in elements(paper()) if each.tag == "Table")
    assert str(table.attribute("/Summary")) == "自评表"


def test_a_pages_margins_are_read_to_nobody() -> None:
    document = laid_out(PAGE)
    pdf = drawn(document)
    rules.draw_rules(document, pdf)
    before = len([thing for thing in pdf.objects if thing.free == "n"])
    tags.mend_tags(document, pdf)
    after = len([thing for thing in pdf.objects if thing.free == "n"])
    (page,) = (thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("Type") == "/Page")
    content = pdf.objects[int(page["Contents"].split()[0])].data
    assert content.count(b"/Artifact\n<</Type /Pagination>>\nBDC") == 2
    assert after < before
