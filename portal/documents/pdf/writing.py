"""The bytes of a file: small objects are compressed together, and so is the index of where everything stands.

A tagged form is several hundred small dictionaries. The engine would write them one by one, or compress every stream
of the file twice.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from portal.documents.pdf.compress import deflated

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
#: Small objects in one object stream.
_TOGETHER = 200
_FREE, _APART, _WITHIN = 0, 1, 2
#: Bytes of an index entry: its kind; an offset or the number of an object stream; the place within that.
_WIDTHS = (1, 4, 2)
_NO_REUSE = 65535

_Place = tuple[int, int, int]


def written(pdf: Any) -> bytes:
    """``pdf`` as bytes, the same for the same objects; its streams are written as they are."""
    pdf.add_object(pdf.info)
    places = _put_together(pdf)
    body = bytearray(_HEADER)
    for thing in pdf.objects:
        if thing.free == "n" and not thing.compressible:
            places[thing.number] = (_APART, len(body), 0)
            body += thing.indirect + b"\n"
    start = len(body)
    body += _index(pdf, places, start, identifier=sha256(body).hexdigest()[:32]).indirect + b"\n"
    return bytes(body) + b"startxref\n%d\n%%%%EOF\n" % start


def _put_together(pdf: Any) -> dict[int, _Place]:
    """Adds object streams with everything that is no stream itself; says where each object is."""
    small = [thing for thing in pdf.objects if thing.free == "n" and thing.compressible]
    places: dict[int, _Place] = {}
    for first in range(0, len(small), _TOGETHER):
        group = small[first : first + _TOGETHER]
        holder = _object_stream(group)
        pdf.add_object(holder)
        places |= {thing.number: (_WITHIN, holder.number, place) for place, thing in enumerate(group)}
    return places


def _object_stream(group: list[Any]) -> Any:
    from pydyf import Stream

    heads, content = [], bytearray()
    for thing in group:
        heads.append(f"{thing.number} {len(content)}")
        content += thing.data + b"\n"
    head = " ".join(heads).encode() + b"\n"
    extra = {"Type": "/ObjStm", "N": len(group), "First": len(head), "Filter": "/FlateDecode"}
    return Stream([deflated(head + content)], extra)


def _index(pdf: Any, places: Mapping[int, _Place], start: int, *, identifier: str) -> Any:
    """The cross-reference stream, which is its own last entry.

    ``identifier`` is made from all that stands before it, so that the same paper is the same file.
    """
    from pydyf import Array, Stream

    number = len(pdf.objects)
    known = {0: (_FREE, 0, _NO_REUSE), **places, number: (_APART, start, 0)}
    entries = b"".join(_entry(known.get(each, (_FREE, 0, _NO_REUSE))) for each in range(number + 1))
    extra = {
        "Type": "/XRef",
        "W": Array(_WIDTHS),
        "Size": number + 1,
        "Root": pdf.catalog.reference,
        "Info": pdf.info.reference,
        "ID": Array([f"<{identifier}>"] * 2),
        "Filter": "/FlateDecode",
    }
    stream = Stream([deflated(entries)], extra)
    stream.number = number
    return stream


def _entry(place: _Place) -> bytes:
    return b"".join(value.to_bytes(width, "big") for value, width in zip(place, _WIDTHS, strict=True))
