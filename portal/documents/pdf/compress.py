"""Each stream of the file is compressed once."""

import re
import zlib
from typing import Any

_COMPRESSION = 6
#: A stream as it is written to the file: a dictionary that ends with the length, and the content.
_CONTENT = re.compile(rb"<<.*?>>\nstream\n(.*)\nendstream", re.DOTALL)


def compress(pdf: Any) -> None:
    """Compresses each stream once; the engine itself would do it again for the file's identifier.

    The metadata stay readable, as PDF/A asks.
    """
    from pydyf import Stream

    for thing in pdf.objects:
        is_plain = isinstance(thing, Stream) and "Filter" not in thing.extra and thing.extra.get("Type") != "/Metadata"
        if is_plain and (content := _CONTENT.fullmatch(thing.data)):
            thing.stream = [deflated(content[1])]
            thing.extra["Filter"] = "/FlateDecode"


def deflated(content: bytes) -> bytes:
    """``content`` compressed.

    A last byte that looks like a line end is kept apart from the line end that follows it in the file: validators count
    it as none of the stream's bytes otherwise. Decoders stop before what is added.
    """
    compressed = zlib.compress(content, _COMPRESSION)
    return compressed + b"\0" if compressed.endswith((b"\r", b"\n")) else compressed
