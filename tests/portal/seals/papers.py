"""A small paper with both empty fields, as it is before its first seal."""

from functools import cache
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from portal.seals.signing import PREFECTURE_FIELD, UNIT_FIELD

#: 40 mm in points.
SIDE = 113


@cache
def paper(fields: tuple[str, ...] = (UNIT_FIELD, PREFECTURE_FIELD)) -> bytes:
    """One page with a line of text and an empty signature field for each name."""
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
