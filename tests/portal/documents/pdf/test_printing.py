"""HTML to PDF: archival, from our own files alone, and no character lost unseen."""

import page as validation
import pymupdf
import pytest

from portal.documents import pdf
from portal.documents.errors import CannotPrintError

PAGE = """<!doctype html><html lang="zh-CN"><head><title>绩效自评表</title></head><body>
<h1 class="sheet-t">绩效自评表</h1>
<table class="sheet"><colgroup><col class="mm-170"><col class="mm-385"></colgroup>
<tr id="first"><th scope="row">执行数</th><td>{}</td></tr>
<tr id="second"><th scope="row">预算数</th><td>14158</td></tr></table>
</body></html>"""


def made(content: str = "10934", title: str = "") -> pymupdf.Document:
    return pymupdf.open(stream=pdf.render_pdf(PAGE.format(content), title=title), filetype="pdf")


def titled(document: pymupdf.Document) -> str:
    return str((document.metadata or {}).get("title"))


def test_a_page_becomes_one_a4_page_with_its_text() -> None:
    (page,) = made().pages()
    assert (round(page.rect.width * 25.4 / 72), round(page.rect.height * 25.4 / 72)) == (210, 297)
    assert page.get_text().split() == ["绩效自评表", "执行数", "10934", "预算数", "14158", "—", "1", "—"]


@pytest.mark.parametrize("profile", ["PDF_A_3A"])
def test_it_is_archival(profile: str) -> None:
    content = pdf.render_pdf(PAGE.format("≥95% ㎡ ± ① “引号”…—"))
    report = validation.validate_pdf_bytes(content, profile=getattr(validation.ValidationProfile, profile))
    assert [failure.message for failure in report.failures] == []


def test_title_and_language_are_in_the_file() -> None:
    document = made(title="巴楚县自评表")
    assert titled(document) == "巴楚县自评表"
    assert document.xref_get_key(document.pdf_catalog(), "Lang") == ("string", "zh-CN")


def test_without_another_title_the_pages_own_stands() -> None:
    assert titled(made()) == "绩效自评表"


def test_every_font_is_in_the_file_as_a_cid_font() -> None:
    fonts = [font for page in made().pages() for font in page.get_fonts(full=True)]
    assert {font[2] for font in fonts} == {"Type0"}
    assert all("+" in font[3] for font in fonts)


def test_the_same_page_gives_the_same_bytes() -> None:
    assert pdf.render_pdf(PAGE.format("1")) == pdf.render_pdf(PAGE.format("1"))


def test_every_stream_but_the_metadata_is_compressed() -> None:
    document = made()
    streams = [number for number in range(1, document.xref_length()) if document.xref_is_stream(number)]
    plain = [number for number in streams if document.xref_get_key(number, "Filter")[0] == "null"]
    assert [document.xref_get_key(number, "Type")[1] for number in plain] == ["/Metadata"]


def test_a_character_without_a_glyph_fails_and_is_named() -> None:
    with pytest.raises(pdf.MissingGlyphError) as raised:
        pdf.render_pdf(PAGE.format("甲\U0010fffd乙\ue123\ue123"))
    assert isinstance(raised.value, CannotPrintError)
    assert raised.value.values == {"characters": "\U0010fffd\ue123"}
    assert str(raised.value) == "“\U0010fffd\ue123”没有可打印的字形，请换成其他写法后重新生成。"


def test_after_a_missing_character_the_next_page_prints() -> None:
    with pytest.raises(pdf.MissingGlyphError):
        pdf.render_pdf(PAGE.format("\ue123"))
    assert made().page_count == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png",
        "https://example.com/x.png",
        "//127.0.0.1:9/x.png",
        "ftp://127.0.0.1:9/x.png",
        "file:///etc/passwd",
        "../css/portal.css",
        "paper.css/../../css/portal.css",
        "%2e%2e/css/portal.css",
        "nothing.png",
        "data:image/png;base64,iVBORw0KGgo=",
    ],
)
def test_a_page_can_load_nothing_but_the_papers_own_files(address: str) -> None:
    with pytest.raises(pdf.ForbiddenAddressError):
        pdf.render_pdf(PAGE.format(f'<img alt="" src="{address}">'))


def test_a_style_in_a_page_can_load_nothing_either() -> None:
    with pytest.raises(pdf.ForbiddenAddressError):
        pdf.render_pdf(PAGE.format('<p style="background: url(http://127.0.0.1:9/x.png)">x</p>'))


def test_rows_are_measured_in_millimetres() -> None:
    found = pdf.measure(PAGE.format("10934"), ["first", "second", "third"])
    assert list(found) == ["first", "second"]
    first, second = found.values()
    assert second.top == pytest.approx(first.top + first.height, abs=0.01)
    assert 4 < first.height < 9


def test_more_text_makes_a_row_higher() -> None:
    short, long = (pdf.measure(PAGE.format("绩" * count), ["first"])["first"].height for count in (1, 400))
    assert long > 5 * short


def test_the_font_subsetter_is_installed_here() -> None:
    assert pdf.subsets_fonts_fast()
