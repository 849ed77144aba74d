"""What the file says of itself."""

import re
from xml.etree import ElementTree

from portal.documents.pdf import render_pdf
from portal.documents.pdf.metadata import CODE_PROPERTY, INFO_CODE, NAMESPACE
from tests.portal.documents.pdf.samples import CODE, PAGE, TITLE, bare_paper, opened, paper

ALT = "{http://purl.org/dc/elements/1.1/}title/{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Alt/"


def description(pdf: bytes) -> ElementTree.Element:
    xmp = opened(pdf).root["/Metadata"].data
    (found,) = ElementTree.fromstring(xmp).iterfind("./*/*")
    return found


def test_the_public_code_stands_where_every_library_looks_and_in_the_archives_metadata() -> None:
    assert opened(paper()).trailer_view["/Info"][f"/{INFO_CODE}"] == CODE
    assert description(paper()).findtext(f"{{{NAMESPACE}}}{CODE_PROPERTY}") == CODE


def test_the_code_can_be_found_in_the_bytes() -> None:
    assert re.findall(rb"<paper:publicCode>(\w+)</paper:publicCode>", paper()) == [CODE.encode()]


def test_a_draft_has_no_code_and_no_words_for_it() -> None:
    assert f"/{INFO_CODE}" not in opened(bare_paper()).trailer_view["/Info"]
    assert b"publicCode" not in bare_paper()


def test_title_and_language_are_the_same_everywhere() -> None:
    root, info = opened(paper()).root, opened(paper()).trailer_view["/Info"]
    titles = [element.text for element in description(paper()).iterfind(ALT + "*")]
    assert (info["/Title"], titles) == (TITLE, [TITLE])
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("zh-CN", True)


def test_a_printer_is_asked_to_leave_the_paper_at_its_size() -> None:
    assert opened(paper()).root["/ViewerPreferences"]["/PrintScaling"] == "/None"


def test_a_title_is_text_not_markup() -> None:
    pdf = render_pdf(PAGE, title="甲 & 乙 <县>")
    assert [element.text for element in description(pdf).iterfind(ALT + "*")] == ["甲 & 乙 <县>"]
