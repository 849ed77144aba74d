"""The picture of a seal as it stands in a signature's field: like ink, what lies under it shows through."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, cast

from PIL import Image
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStamp, BaseStampStyle

#: Inks of one picture; a seal has one, and a scan of a seal not many more.
MOST_COLOURS = 16
_NAME = pdf_name("/Seal")


@dataclass(frozen=True)
class SealStyle(BaseStampStyle):
    """Fills the field with ``picture`` (PNG with a transparent ground), its sides kept in proportion.

    ``under`` are PDF operators drawn before it, in points from the field's corner.
    """

    picture: bytes = b""
    under: bytes = b""

    def create_stamp(self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, Any]) -> "BaseStamp":
        """Called by the signing library with the field's size in points."""
        return _Stamp(writer, self, box)


class _Stamp(BaseStamp):
    def __init__(self, writer: BasePdfFileWriter, style: SealStyle, box: BoxConstraints) -> None:
        super().__init__(writer, style, box)
        self._picture = _prepared(style.picture)
        self._file, self._under = writer, style.under

    def render(self) -> bytes:
        ink = generic.DictionaryObject({pdf_name("/BM"): pdf_name("/Multiply")})
        self.set_resource(category=ResourceType.EXT_G_STATE, name=pdf_name("/Ink"), value=ink)
        self.set_resource(category=ResourceType.XOBJECT, name=_NAME, value=self._image())
        pixels = self._picture.size
        scale = min(self.box.width / pixels[0], self.box.height / pixels[1])
        wide, high = (side * scale for side in pixels)
        left, bottom = (self.box.width - wide) / 2, (self.box.height - high) / 2
        return self._under + b" q /Ink gs %.3f 0 0 %.3f %.3f %.3f cm /Seal Do Q" % (wide, high, left, bottom)

    def _image(self) -> generic.IndirectObject:
        ink, size = self._picture, self._picture.size
        mask = _stream(ink.alpha, size, generic.NameObject("/DeviceGray"), bits=8)
        colours = generic.ArrayObject(
            [
                generic.NameObject("/Indexed"),
                generic.NameObject("/DeviceRGB"),
                generic.NumberObject(len(ink.palette) // 3 - 1),
                generic.ByteStringObject(ink.palette),
            ]
        )
        image = _stream(ink.indices, ink.indices_size, colours, bits=8)
        image[pdf_name("/SMask")] = self._file.add_object(mask)
        return self._file.add_object(image)


@dataclass(frozen=True, slots=True)
class _Picture:
    """Compressed pixels: how much ink there is (``alpha``), and which (``indices`` into ``palette``, three bytes each).

    Of one ink a single pixel is enough: it is stretched under the whole of ``alpha``.
    """

    size: tuple[int, int]
    alpha: bytes
    indices: bytes
    indices_size: tuple[int, int]
    palette: bytes


@lru_cache(maxsize=256)
def _prepared(picture: bytes) -> _Picture:
    with Image.open(BytesIO(picture), formats=["PNG"]) as opened:
        image = opened.convert("RGBA")
    alpha = image.getchannel("A")
    inked = image.convert("RGB")
    inks = _inks(image)
    if len(inks) == 1:
        palette, indices, size = bytes(inks.pop()), b"\0", (1, 1)
    else:
        drawn = inked.quantize(MOST_COLOURS, dither=Image.Dither.NONE)
        palette, indices, size = bytes((drawn.getpalette() or [])[: 3 * MOST_COLOURS]), drawn.tobytes(), image.size
    return _Picture(image.size, _packed(alpha.tobytes()), _packed(indices), size, palette)


def _inks(image: Image.Image) -> set[tuple[int, ...]]:
    """The colours of pixels that are not wholly transparent."""
    found = cast(list[tuple[int, tuple[int, ...]]], image.getcolors(image.width * image.height) or [])
    return {colour[:3] for _, colour in found if colour[3]}


def _packed(pixels: bytes) -> bytes:
    return zlib.compress(pixels, 9)


def _stream(content: bytes, size: tuple[int, int], colours: generic.PdfObject, *, bits: int) -> generic.StreamObject:
    facts = {
        "/Type": generic.NameObject("/XObject"),
        "/Subtype": generic.NameObject("/Image"),
        "/Width": generic.NumberObject(size[0]),
        "/Height": generic.NumberObject(size[1]),
        "/BitsPerComponent": generic.NumberObject(bits),
        "/ColorSpace": colours,
        "/Filter": generic.NameObject("/FlateDecode"),
    }
    return generic.StreamObject({pdf_name(name): value for name, value in facts.items()}, encoded_data=content)
