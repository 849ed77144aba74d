"""What people might do to a sealed paper: bytes in, bytes out."""

import re
from collections.abc import Mapping
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.factories.signatures import Authority, self_signed, signed_by

CONTENTS = re.compile(rb"/Contents ?<([0-9a-fA-F]{100,})>")
WHITE_BOX = b"q 1 1 1 rg 60 690 200 40 re f Q BT /F1 20 Tf 70 700 Td (99999) Tj ET"


def flipped(pdf: bytes, place: int, bit: int = 0) -> bytes:
    """One bit turned over."""
    changed = bytearray(pdf)
    changed[place] ^= 1 << bit
    return bytes(changed)


def figure_changed(pdf: bytes) -> bytes:
    """One figure made larger where it stands."""
    assert pdf.count(b"(14158 ") == 1
    return pdf.replace(b"(14158 ", b"(94158 ")


def appended(pdf: bytes, extra: bytes = b"% nothing to see\n") -> bytes:
    """Something after the end."""
    return pdf + extra


def whitewashed(pdf: bytes) -> bytes:
    """A white box painted over a figure, with another figure on it, as an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    drawn = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(_stream(WHITE_BOX))])
    page[pdf_name("/Contents")] = drawn
    writer.update_container(page)
    return _written(writer)


def redrawn(pdf: bytes) -> bytes:
    """The page's own drawing replaced under its old number, as an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    drawing = page["/Contents"]
    drawing._data = WHITE_BOX
    drawing._encoded_data = None
    writer.mark_update(page.raw_get("/Contents").reference)
    return _written(writer)


def annotated(pdf: bytes) -> bytes:
    """A note stuck onto the page, as an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    note = _dictionary(
        {
            "/Type": pdf_name("/Annot"),
            "/Subtype": pdf_name("/FreeText"),
            "/Rect": generic.ArrayObject(map(generic.NumberObject, (60, 690, 260, 730))),
            "/Contents": generic.pdf_string("99999"),
            "/DA": generic.pdf_string("/Helv 20 Tf"),
        }
    )
    notes = generic.ArrayObject([*page["/Annots"].iterate(), writer.add_object(note)])
    page[pdf_name("/Annots")] = notes
    writer.update_container(page)
    return _written(writer)


def with_other_pages(pdf: bytes) -> bytes:
    """The whole tree of pages replaced by another page, as an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    old = writer.root["/Pages"]["/Kids"][0]
    page = _dictionary({key: old.raw_get(key) for key in ("/Type", "/MediaBox", "/Resources")})
    page[pdf_name("/Contents")] = writer.add_object(_stream(WHITE_BOX))
    pages = _dictionary({"/Type": pdf_name("/Pages"), "/Count": generic.NumberObject(1)})
    reference = writer.add_object(pages)
    page[pdf_name("/Parent")] = reference
    pages[pdf_name("/Kids")] = generic.ArrayObject([writer.add_object(page)])
    writer.root[pdf_name("/Pages")] = reference
    writer.update_root()
    return _written(writer)


def unfielded(pdf: bytes) -> bytes:
    """The form with its signatures taken off the catalog, as an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    del writer.root["/AcroForm"]
    writer.update_root()
    return _written(writer)


def with_signature_of(pdf: bytes, other: bytes) -> bytes:
    """The last signature replaced by the last one of another paper of the same make."""
    mine, theirs = CONTENTS.findall(pdf)[-1], CONTENTS.findall(other)[-1]
    blob = theirs.rstrip(b"0").ljust(len(mine), b"0")[: len(mine)]
    return pdf.replace(mine, blob)


def repadded(pdf: bytes) -> bytes:
    """The zeros that fill up the last signature are no zeros any more; they stand outside of what is signed."""
    mine = CONTENTS.findall(pdf)[-1]
    return pdf.replace(mine, mine[:-4] + b"dead")


def in_small_letters(pdf: bytes) -> bytes:
    """The last signature written in small letters: the same value in other bytes."""
    mine = CONTENTS.findall(pdf)[-1]
    return pdf.replace(mine, mine.lower())


def countersigned_by_namesake(pdf: bytes, field: str, name: str) -> bytes:
    """The empty field signed with a self-made certificate that bears the right name."""
    return signed_by(pdf, field, self_signed(name))


def countersigned_by_twin(pdf: bytes, field: str, name: str) -> bytes:
    """The empty field signed with a certificate of an authority that bears the name of ours."""
    return signed_by(pdf, field, Authority().issue(name))


def signed_once_more(pdf: bytes, name: str = "路人") -> bytes:
    """Another signature in a field of its own, by somebody."""
    return signed_by(pdf, "Another", self_signed(name))


def _stream(content: bytes) -> generic.StreamObject:
    return generic.StreamObject(stream_data=content)


def _dictionary(entries: Mapping[str, generic.PdfObject]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(key): value for key, value in entries.items()})


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
