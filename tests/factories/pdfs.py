"""PDFs put together by hand: a small paper of ours, and files that are made to hurt whoever reads them."""

import zlib
from collections.abc import Mapping
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

CODE = "7K3M9QWX2ZT5"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R %s >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
METADATA = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:paper="urn:paper:"><paper:publicCode>%s</paper:publicCode></rdf:Description>'
    b"</rdf:RDF></x:xmpmeta>"
)
FIGURES = b"BT /F1 20 Tf 70 700 Td (14158 10934 77.23) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object's own text."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"", *, root: int = 1) -> bytes:
    """A file with these objects, a classic table of references and a trailer; entries of ``trailer`` come last."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, text in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00001 f \n"
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(out)


def small_paper(code: str = CODE, figures: bytes = FIGURES) -> bytes:
    """One page with figures on it, and our code where papers carry it."""
    plain = {1: CATALOG % b"", 2: PAGES, 3: PAGE, 4: stream(figures), 5: FONT}
    if not code:
        return assembled(plain)
    metadata = METADATA % code.encode()
    ours = {
        1: CATALOG % b"/Metadata 6 0 R",
        6: stream(metadata, b"/Type /Metadata /Subtype /XML"),
        7: b"<< /PortalCode (%s) >>" % code.encode(),
    }
    return assembled(plain | ours, b"/Info 7 0 R")


def many_pages(number: int = 10_000) -> bytes:
    """As many pages as you like."""
    objects = {1: CATALOG % b"", 4: stream(FIGURES), 5: FONT}
    for page in range(number):
        objects[6 + page] = PAGE
    kids = b" ".join(b"%d 0 R" % (6 + page) for page in range(number))
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, number)
    return assembled(dict(sorted(objects.items())))


def recursive() -> dict[str, bytes]:
    """Objects that lead back to themselves, by what does."""
    plain = {1: CATALOG % b"", 2: PAGES, 3: PAGE, 4: stream(FIGURES), 5: FONT}
    fields = b"<< /Fields [6 0 R] >>"
    return {
        "page tree": assembled(plain | {3: b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"}),
        "catalog": assembled(plain | {1: b"1 0 R"}),
        "form tree": assembled(plain | {1: CATALOG % b"/AcroForm 7 0 R", 6: b"<< /T (a) /Kids [6 0 R] >>", 7: fields}),
        "fields": assembled(plain | {1: CATALOG % b"/AcroForm 7 0 R", 6: b"6 0 R", 7: b"<< /Fields 6 0 R >>"}),
        "length": assembled(plain | {1: b"<< /Length 1 0 R >>\nstream\nx\nendstream"}),
        "previous table": assembled(plain, b"/Prev 15"),
        "own table": _own_table(plain),
        "kids of kids": assembled(plain | _tree_of_fields(depth=20_000)),
    }


def deep(levels: int = 100_000) -> bytes:
    """Brackets in brackets."""
    return assembled({1: CATALOG % (b"/AcroForm << /Fields %s %s >>" % (b"[" * levels, b"]" * levels)), 2: PAGES})


def long_claims() -> bytes:
    """A stream that claims to be longer than any file."""
    text = b"<< /Type /Catalog /Pages 2 0 R /Length 99999999999999 >>\nstream\nx\nendstream"
    return assembled({1: text, 2: PAGES, 3: PAGE})


def object_stream_bomb(megabytes: int = 1000) -> bytes:
    """A catalog that lies in a stream of nothing but blanks, packed small twice over."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    packed = zlib.compress(packed, 9)
    filters = b"/Filter [/FlateDecode /FlateDecode] /Type /ObjStm /N 1 /First 4"
    return _with_table_stream({5: stream(packed, filters)}, {1: (5, 0)})


def table_bomb(megabytes: int = 500) -> bytes:
    """A table of references that unpacks to far more than the file."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(megabytes)) + packer.flush()
    head = b"%PDF-1.7\n"
    entries = b"/Type /XRef /Size 99999999 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode"
    return head + b"9 0 obj\n" + stream(packed, entries) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def portfolio() -> bytes:
    """A PDF that is a folder of other files."""
    return assembled({1: CATALOG % b"/Collection << /View /D >>", 2: PAGES, 3: PAGE, 4: stream(FIGURES), 5: FONT})


def many_signatures(number: int = 5000) -> bytes:
    """One signature that as many fields claim as you like."""
    value = b"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> >>"
    objects = {2: PAGES, 3: PAGE, 4: stream(FIGURES), 5: FONT, 6: value}
    objects |= {7 + n: b"<< /FT /Sig /T (s%d) /V 6 0 R >>" % n for n in range(number)}
    fields = b" ".join(b"%d 0 R" % (7 + n) for n in range(number))
    return assembled({1: CATALOG % (b"/AcroForm << /Fields [%s] /SigFlags 3 >>" % fields), **objects})


def usage_rights() -> bytes:
    """A file whose only signature unlocks functions of a reader."""
    value = b"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> >>"
    objects = {1: CATALOG % b"/Perms << /UR3 6 0 R >>", 2: PAGES, 3: PAGE, 4: stream(FIGURES), 5: FONT, 6: value}
    return assembled(objects)


def encrypted(password: str = "0000") -> bytes:
    """The small paper behind a password."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(small_paper(code=""))))
    assert isinstance(writer, PdfFileWriter)
    writer.encrypt(password, password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def program() -> bytes:
    """A Windows program, as far as its first bytes go."""
    return b"MZ\x90\x00" + bytes(range(256)) * 40


def _own_table(objects: Mapping[int, bytes]) -> bytes:
    made = assembled(objects)
    return assembled(objects, b"/Prev %d" % made.index(b"xref\n0 "))


def _tree_of_fields(depth: int) -> dict[int, bytes]:
    chain = {6 + n: b"<< /T (a) /Kids [%d 0 R] >>" % (7 + n) for n in range(depth)}
    return {1: CATALOG % b"/AcroForm << /Fields [6 0 R] >>", **chain, 6 + depth: b"<< /FT /Sig /T (z) >>"}


def _with_table_stream(objects: Mapping[int, bytes], inside: Mapping[int, tuple[int, int]]) -> bytes:
    """A file whose table of references is a stream; ``inside``: number → object stream and place in it."""
    out = bytearray(b"%PDF-1.7\n")
    rows: dict[int, bytes] = {0: b"\x00\x00\x00\x00\x00\xff"}
    for number, text in objects.items():
        rows[number] = b"\x01" + len(out).to_bytes(4, "big") + b"\x00"
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    rows |= {number: b"\x02" + held.to_bytes(4, "big") + bytes([place]) for number, (held, place) in inside.items()}
    number = max(rows) + 1
    rows[number] = b"\x01" + len(out).to_bytes(4, "big") + b"\x00"
    table = b"".join(rows.get(place, b"\x00" * 6) for place in range(number + 1))
    entries = b"/Type /XRef /Size %d /W [1 4 1] /Root 1 0 R" % (number + 1)
    start = len(out)
    out += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream(table, entries), start)
    return bytes(out)
