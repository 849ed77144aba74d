"""The reader with kept object streams reads what pyHanko's own reads, and refuses what it refuses."""

from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter

from portal.seals.inspection.reader import Reader


def _packed() -> bytes:
    """A file with three objects in an object stream."""
    writer = PdfFileWriter(stream_xrefs=True)
    held = writer.prepare_object_stream(compress=False)
    for number in range(3):
        writer.root[generic.pdf_name(f"/Test{number}")] = writer.add_object(
            generic.DictionaryObject({generic.pdf_name("/Number"): generic.NumberObject(number)}), obj_stream=held
        )
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _objects(reader: PdfFileReader) -> dict[int, bytes]:
    found = {}
    for reference in sorted(reader.xrefs.explicit_refs_in_revision(0), key=lambda one: one.idnum):
        out = BytesIO()
        reader.get_object(reference).write_to_stream(out, None)
        found[reference.idnum] = out.getvalue()
    return found


def test_it_reads_the_same_objects() -> None:
    pdf = _packed()
    assert _objects(Reader(BytesIO(pdf))) == _objects(PdfFileReader(BytesIO(pdf)))


@pytest.mark.parametrize(
    ("old", "new"), [(b"/N 3", b"/N 2"), (b"/N 3", b"/N 9"), (b"/ObjStm", b"/ObjXxx"), (b"/First 1", b"/First 0")]
)
def test_an_object_stream_that_does_not_fit_is_refused(old: bytes, new: bytes) -> None:
    assert _packed().count(old) == 1
    with pytest.raises(PdfReadError):
        _objects(Reader(BytesIO(_packed().replace(old, new))))
