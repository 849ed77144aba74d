"""The additions to a file after a signature, in a word or two."""

from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from portal.seals.inspection.findings import ADDITIONS
from portal.seals.inspection.objects import entry, items

#: Streams that nobody sees.
BOOKKEEPING = {"/Metadata", "/XRef", "/ObjStm", "/EmbeddedFile"}
#: Enough of the changed objects to see what happened.
MOST_LOOKED_AT = 2000


def additions(reader: PdfFileReader, since: int) -> tuple[str, ...]:
    """Words of ``ADDITIONS`` for the changes after revision ``since``; "other" only where no other word fits."""
    before = reader.get_historical_resolver(since)
    found: set[str] = set()
    for number in range(since + 1, reader.total_revisions):
        after = reader.get_historical_resolver(number)
        for reference in sorted(after.explicit_refs_in_revision(), key=_place)[:MOST_LOOKED_AT]:
            found.add(_kind(_in(before, reference), _in(after, reference)))
    return tuple(word for word in ADDITIONS if word in found and (word != "other" or len(found) == 1))


def _kind(old: generic.PdfObject | None, new: generic.PdfObject | None) -> str:
    if not isinstance(new, generic.DictionaryObject):
        return "other"
    if entry(new, "/Type") == "/Sig" or "/ByteRange" in new:
        return "signature"
    if old is None and "/Rect" in new and entry(new, "/Subtype") not in {None, "/Widget"}:
        return "annotation"
    is_page = entry(new, "/Type") == "/Page"
    if is_page and old is not None and _without_notes(old) == _without_notes(new):
        return "annotation" if _notes(old) < _notes(new) else "other"
    drawn = isinstance(old, generic.StreamObject) and entry(old, "/Type") not in BOOKKEEPING
    return "page" if is_page or (drawn and _bytes(old) != _bytes(new)) else "other"


def _notes(page: generic.PdfObject) -> int:
    found = items(entry(page, "/Annots"), MOST_LOOKED_AT)
    return sum(entry(each, "/Subtype") != "/Widget" for each in found)


def _without_notes(page: generic.PdfObject) -> bytes:
    if not isinstance(page, generic.DictionaryObject):
        return b""
    return _bytes(generic.DictionaryObject({key: page.raw_get(key) for key in page if key != "/Annots"}))


def _bytes(thing: generic.PdfObject | None) -> bytes:
    out = BytesIO()
    if thing is not None:
        thing.write_to_stream(out, None)
    return out.getvalue()


def _in(revision: HistoricalResolver, reference: generic.Reference) -> generic.PdfObject | None:
    try:
        found = revision(generic.Reference(reference.idnum, reference.generation, revision))
    except Exception:
        return None
    return None if isinstance(found, generic.NullObject) else found


def _place(reference: generic.Reference) -> tuple[int, int]:
    return reference.idnum, reference.generation
