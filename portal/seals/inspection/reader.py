"""Reading a PDF whose objects lie in object streams, without reading each stream anew for every object in it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.misc import PdfStrictReadError
from pyhanko.pdf_utils.reader import PdfFileReader


@dataclass(frozen=True, slots=True)
class _ObjectStream:
    """An object stream, unpacked: the numbers of its objects, where each begins, and the bytes."""

    numbers: list[int]
    places: list[int]
    content: BytesIO


class Reader(PdfFileReader):
    """pyHanko's reader with the table of each object stream kept; it opens them once for every object otherwise."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._unpacked: dict[int, _ObjectStream] = {}
        super().__init__(*arguments, **options)

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> generic.PdfObject:
        if stmnum not in self._unpacked:
            self._unpacked[stmnum] = _unpack(generic.Reference(stmnum, 0, self).get_object())
        held = self._unpacked[stmnum]
        if not 0 <= idx < len(held.numbers) or held.numbers[idx] != idnum:
            if self.strict:
                raise PdfStrictReadError("the object is not where the table says")
            return generic.NullObject()
        held.content.seek(held.places[idx])
        found = generic.read_object(held.content, generic.Reference(idnum, 0, self))
        if isinstance(found, generic.StreamObject | generic.IndirectObject):
            raise PdfStrictReadError("an object stream must not hold this kind of object")
        return found


def _unpack(stream: generic.PdfObject) -> _ObjectStream:
    if not isinstance(stream, generic.StreamObject) or stream["/Type"] != "/ObjStm":
        raise PdfStrictReadError("this is no object stream")
    content, count, first = stream.read_data(DecodePurpose.OBJECT_STREAM), int(stream["/N"]), int(stream["/First"])
    table = [int(word) for word in content[:first].split()[: 2 * count]]
    if len(table) != 2 * count:
        raise PdfStrictReadError("the object stream holds less than it says")
    return _ObjectStream(table[::2], [first + place for place in table[1::2]], BytesIO(content))
