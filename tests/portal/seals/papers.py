"""Papers with both empty fields, as they are before their first seal, and with both seals."""

from functools import cache
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from portal.documents.papers.printable_html import SealPlace
from portal.documents.pdf import render_pdf
from portal.seals.models import Seal
from portal.seals.signing import PREFECTURE_FIELD, UNIT_FIELD, Sealed, apply_seal
from tests.factories.assessments import NOW

#: 40 mm in points.
SIDE = 113
PAGE = """<!doctype html><html lang="zh-CN"><head><title>绩效自评表</title></head><body>
<h1 class="sheet-t">绩效自评表</h1><p>执行数 10934　预算数 14158</p>
<p><span id="unit">（公章）</span></p>
<p style="margin-top: 60mm"><span id="prefecture">（公章）</span></p></body></html>"""


@cache
def paper(fields: tuple[str, ...] = (UNIT_FIELD, PREFECTURE_FIELD)) -> bytes:
    """One page with a line of text and an empty signature field for each name; quickly made and small."""
    writer = PdfFileWriter(stream_xrefs=False)
    font = generic.DictionaryObject(
        {
            generic.NameObject("/Type"): generic.NameObject("/Font"),
            generic.NameObject("/Subtype"): generic.NameObject("/Type1"),
            generic.NameObject("/BaseFont"): generic.NameObject("/Helvetica"),
        }
    )
    text = generic.StreamObject(stream_data=b"BT /F1 20 Tf 70 700 Td (14158 10934 77.23) Tj ET")
    fonts = generic.DictionaryObject({generic.NameObject("/F1"): writer.add_object(font)})
    resources = generic.DictionaryObject({generic.NameObject("/Font"): fonts})
    writer.insert_page(PageObject(contents=writer.add_object(text), media_box=(0, 0, 595, 842), resources=resources))
    for number, name in enumerate(fields):
        left = 100 + 200 * number
        append_signature_field(writer, SigFieldSpec(name, on_page=0, box=(left, 100, left + SIDE, 100 + SIDE)))
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@cache
def official_paper() -> bytes:
    """The same from the portal's own printing: PDF/A-3a and PDF/UA-1, the fields in its tag tree."""
    places = (
        SealPlace("unit", UNIT_FIELD, "巴楚县社会保险管理局公章"),
        SealPlace("prefecture", PREFECTURE_FIELD, "喀什地区财政局公章"),
    )
    return render_pdf(PAGE, facts=b"{}", seal_places=places)


def sealed_by_both(pdf: bytes, unit: Seal, prefecture: Seal) -> Sealed:
    """``pdf`` as it is when the unit has reported and the prefecture has concluded."""
    first = apply_seal(pdf, field=UNIT_FIELD, seal=unit, certify=True, reason="报送 买买提", at=NOW)
    return apply_seal(first.pdf, field=PREFECTURE_FIELD, seal=prefecture, certify=False, reason="办结 李慧敏", at=NOW)
