"""A picture of a document's first page for the screen; only workers draw it."""

from dataclasses import dataclass
from io import BytesIO

#: Pixels across: twice the width at which the page is shown.
WIDTH = 880
#: Black text, grey edges and the red of a seal need no more.
COLOURS = 64
_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG and its size in pixels."""

    png: bytes
    width: int
    height: int


def first_page(pdf: bytes) -> Picture:
    """The first page of one of our own files, with its seals; raises ValueError where there is no page to draw."""
    from PIL import Image  # the web process starts without these
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(pdf) as document:
            document.init_forms()
            page = document[0]
            drawn = page.render(scale=WIDTH / page.get_width()).to_pil()
    except PdfiumError as error:
        raise ValueError(f"no page can be drawn: {error}") from error
    few = drawn.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = BytesIO()
    few.save(file, "PNG", compress_level=_LEVEL)
    return Picture(png=file.getvalue(), width=drawn.width, height=drawn.height)
