"""Pictures of a document's pages for the screen."""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

#: Sharp enough for the smallest type on a magnified screen.
DOTS_PER_INCH = 144
_POINTS_PER_INCH = 72
#: Black text, grey edges and the red of a seal need no more.
COLOURS = 64
_LEVEL = 4
#: What draws serves one thread at a time.
_pen = Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG and its size in pixels."""

    png: bytes
    width: int
    height: int


def pictures_of(pdf: bytes, *, most: int) -> list[Picture]:
    """The first pages of one of our own files, with its seals; raises ValueError where they cannot be drawn."""
    from pypdfium2 import PdfDocument, PdfiumError  # the web process starts without it

    try:
        with _pen, PdfDocument(pdf) as document:
            document.init_forms()
            return [_drawn(document[index]) for index in range(min(len(document), most))]
    except PdfiumError as error:
        raise ValueError(f"no page can be drawn: {error}") from error


def _drawn(page: "PdfPage") -> Picture:
    from PIL import Image  # as above

    drawn = page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH).to_pil()
    few = drawn.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = BytesIO()
    few.save(file, "PNG", compress_level=_LEVEL)
    return Picture(png=file.getvalue(), width=drawn.width, height=drawn.height)
