"""What a printed file must pass beyond a validator: its fonts, its ink in two renderers, its syntax."""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf
from PIL import Image, ImageOps, ImageStat

DPI = 100
#: Of the ink that Poppler lays on a page MuPDF lays this share; 0.84–0.90 were measured on our papers, 0.30–0.36 on
#: a file whose glyphs MuPDF does not find. The renderers draw thin lines differently, which moves it a little.
LEAST_INK, MOST_INK = 0.78, 1.0
#: Pixels of a spot's edge, 4 mm: a character of 10 pt fills one.
_SPOT = 16
#: A spot counts as drawn where this share of it is black, more than a table's rule leaves in it, and as lost where one
#: renderer draws a fifth of the other.
_DRAWN, _LOST = 0.1, 0.2

_Twice = tuple[Image.Image, Image.Image]


@dataclass(frozen=True, slots=True)
class Face:
    """A font in a PDF: its name without the subset's prefix, its kind, and the key of the file that is embedded."""

    name: str
    kind: str
    file: str


def faults(pdf: bytes) -> list[str]:
    """Everything that the checks below have against a paper; empty for a sound one."""
    found = [f"{face} is no TrueType font in the file" for face in faces(pdf) if face.file != "FontFile2"]
    pages = list(_drawn_twice(pdf))
    found += [f"page {page}: ink {share:.2f}" for page, share in enumerate(_shares(pages)) if not _alike(share)]
    found += [f"page {page}: {spots} spots lost" for page, spots in enumerate(_spots(pages)) if spots]
    return found + [line for line in (syntax_faults(pdf),) if line]


def _alike(share: float) -> bool:
    return LEAST_INK < share < MOST_INK


def faces(pdf: bytes) -> set[Face]:
    """Every font of the file, used or not; composite ones as their descendants, which hold the glyphs."""
    document = pymupdf.open(stream=pdf, filetype="pdf")
    fonts = [xref for xref in range(1, document.xref_length()) if _value(document, xref, "Type") == "/Font"]
    return {_face(document, xref) for xref in fonts if _value(document, xref, "Subtype") != "/Type0"}


def _face(document: pymupdf.Document, xref: int) -> Face:
    files = [
        name for name in ("FontFile", "FontFile2", "FontFile3") if _value(document, xref, f"FontDescriptor/{name}")
    ]
    name = _value(document, xref, "BaseFont").removeprefix("/").partition("+")[2]
    return Face(name, _value(document, xref, "Subtype").removeprefix("/"), " ".join(files))


def _value(document: pymupdf.Document, xref: int, key: str) -> str:
    kind, value = document.xref_get_key(xref, key)
    return "" if kind == "null" else value


def ink(pdf: bytes) -> list[float]:
    """For each page MuPDF's ink as a share of Poppler's."""
    return _shares(_drawn_twice(pdf))


def lost_spots(pdf: bytes) -> list[int]:
    """For each page how many spots one renderer draws and the other leaves (nearly) blank."""
    return _spots(_drawn_twice(pdf))


def _shares(pages: Iterable[_Twice]) -> list[float]:
    return [_ink(mupdf) / _ink(poppler) for mupdf, poppler in pages]


def _spots(pages: Iterable[_Twice]) -> list[int]:
    return [_lost(*(image.reduce(_SPOT).tobytes() for image in pair)) for pair in pages]


def syntax_faults(pdf: bytes) -> str:
    """What ``qpdf --check`` finds wrong or warns of; empty for a sound file."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        checked = subprocess.run(["qpdf", "--check", file.name], capture_output=True, text=True)
    return checked.stderr + (checked.stdout if checked.returncode else "")


def _lost(first: bytes, second: bytes) -> int:
    pairs = [sorted(pair) for pair in zip(first, second, strict=True)]
    return sum(more > _DRAWN * 255 and less < _LOST * more for less, more in pairs)


def _ink(image: Image.Image) -> float:
    return ImageStat.Stat(image).sum[0]


def _drawn_twice(pdf: bytes) -> Iterator[_Twice]:
    """Each page by MuPDF and by Poppler, ink white on black."""
    pages = pymupdf.open(stream=pdf, filetype="pdf").pages()
    for page, poppler in zip(pages, _by_poppler(pdf), strict=True):
        drawn = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
        mupdf = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
        yield ImageOps.invert(mupdf), ImageOps.invert(poppler)


def _by_poppler(pdf: bytes) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-gray", "-r", str(DPI), "-", f"{folder}/page"]
        subprocess.run(command, input=pdf, capture_output=True, check=True)
        drawn = sorted(Path(folder).glob("*.pgm"), key=lambda path: int(path.stem.rpartition("-")[2]))
        return [Image.open(path).copy() for path in drawn]
