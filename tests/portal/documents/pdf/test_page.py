"""A page is read and styled faster than the engine does it, and comes out the same."""

import pytest
import weasyprint

from portal.documents.pdf import MissingGlyphError, page, render_pdf
from tests.portal.documents.plain_page import plain_page

HEAD = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>表</title></head>'
ROW = "<tr><th>预算 &lt;b&gt; &amp; &#x27;数&#x27;</th><td>1</td></tr>"
COLUMNS = '<colgroup><col class="mm-170"><col class="mm-385"></colgroup>'
TABLE = f'<table class="sheet">{COLUMNS}<tbody>{ROW}</tbody></table>'
WELL_FORMED = f'{HEAD}<body><h1 class="sheet-t">自评<br>表</h1>{TABLE}</body></html>'
#: Not to be read as XML: unclosed, with a name that only HTML knows, without what HTML adds by itself.
OTHERS = [
    HEAD + "<p>未闭合<p>段落",
    HEAD + "<body><p>空&nbsp;格</p></body></html>",
    '<html lang="zh-CN"><p>没有头</p></html>',
    "<p>没有文档类型</p>",
]


@pytest.mark.parametrize("html", [WELL_FORMED, *OTHERS])
def test_the_file_is_the_one_that_the_engine_makes(monkeypatch: pytest.MonkeyPatch, html: str) -> None:
    ours = render_pdf(html)
    monkeypatch.setattr(page, "Page", plain_page)
    assert render_pdf(html) == ours


def test_a_well_formed_page_is_not_read_as_html(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: object, **_: object) -> None:
        raise AssertionError("read as HTML")

    monkeypatch.setattr(weasyprint.HTML, "__init__", refuse)
    assert render_pdf(WELL_FORMED).startswith(b"%PDF")
    with pytest.raises(AssertionError, match="read as HTML"):
        render_pdf(OTHERS[0])


def test_a_character_that_xml_forbids_is_named_like_any_without_a_glyph() -> None:
    with pytest.raises(MissingGlyphError) as raised:
        render_pdf(HEAD + "<body><p>控\x0b制</p></body></html>")
    assert raised.value.values == {"characters": "\x0b"}
