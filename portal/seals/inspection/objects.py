"""Reading the objects of a PDF, which may hold anything anywhere."""

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NullObject, PdfObject, StreamObject


def entry(thing: object, key: str) -> PdfObject | None:
    """The object under ``key``, followed to where it lies; None where ``thing`` is no dictionary or lacks it."""
    if not isinstance(thing, DictionaryObject) or key not in thing:
        return None
    found = thing.raw_get(key).get_object()
    return None if isinstance(found, NullObject) else found


def items(thing: object, most: int) -> list[PdfObject]:
    """The first members of an array, followed to where they lie; none where it is no array."""
    return [thing[place] for place in range(min(len(thing), most))] if isinstance(thing, ArrayObject) else []


def data(thing: object, purpose: DecodePurpose) -> bytes:
    """The bytes of a stream, unpacked; none where it is no stream. Raises what a broken filter raises."""
    return bytes(thing.read_data(purpose)) if isinstance(thing, StreamObject) else b""
