"""HTML to archival PDF (PDF/A-3a): no network, our own style sheets and fonts, and no missing character goes unseen.

WeasyPrint and the libraries under it are loaded on first use, so that web processes start without them.
"""

import gc
import logging
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from django.utils.translation import gettext_noop

from portal.documents.errors import CannotPrintError

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.text.fonts import FontConfiguration

#: The style sheets of every printed paper, by their names among the static files; parsed once for each process.
STYLESHEETS = ("paper/paper.css", "paper/columns.css")
#: What a page may load, by the folder among the static files.
PAPER_FOLDER = "paper"
VARIANT = "pdf/a-3a"

_MISSING = re.compile(r"\.notdef glyph rendered")
_COMPRESSION = 6
#: A stream as it is written to the file: a dictionary that ends with the length, and the content.
_CONTENT = re.compile(rb"<<.*?>>\nstream\n(.*)\nendstream", re.DOTALL)
#: One character in each typeface.
_WARMING = (
    "<!doctype html><html lang=zh-CN><title>表</title><p class=sheet-t>绩<table class=sheet><tr><th>效<td>表</table>"
)
#: A page that nothing breaks on, in millimetres; on it the heights of a table's rows are measured.
_ENDLESS = 20_000
_MILLIMETRES = 25.4 / 96


class MissingGlyphError(CannotPrintError):
    """Characters that no font of the paper holds; the argument names them."""

    def __init__(self, characters: str) -> None:
        super().__init__(
            gettext_noop("“%(characters)s”没有可打印的字形，请换成其他写法后重新生成。"), characters=characters
        )


class ForbiddenAddressError(CannotPrintError):
    """The page asks for something that is not the paper's own font or picture."""

    def __init__(self, address: str) -> None:
        super().__init__(gettext_noop("文件内容引用了不允许的地址：%(address)s"), address=address[:200])


class RowHeight(NamedTuple):
    """How far down an element begins and how high it is, in millimetres."""

    top: float
    height: float


def render_pdf(html: str, *, title: str = "") -> bytes:
    """``html`` as PDF/A-3a, the same bytes for the same text; ``title`` goes before the page's own.

    Raises :class:`MissingGlyphError`, :class:`ForbiddenAddressError`.
    """
    with _missing_glyphs_raise(), _few_collections():
        document = _laid_out(html)
        if title:
            document.metadata.title = title
        return bytes(
            document.write_pdf(finisher=_compress, pdf_variant=VARIANT, pdf_identifier=True, uncompressed_pdf=True)
        )


def measure(html: str, ids: Sequence[str]) -> dict[str, RowHeight]:
    """Where the elements ``ids`` of ``html`` stand on a page without end, in millimetres; unknown ids are left out."""
    endless = f"@page {{ size: 210mm {_ENDLESS}mm; margin-top: 0; margin-bottom: 0 }}"
    with _few_collections():
        anchors = _laid_out(html, endless).pages[0].anchors
    return {name: RowHeight(*_vertical(anchors[name])) for name in ids if name in anchors}


def warm_up() -> None:
    """Loads the engine, its fonts and style sheets, so that the first document of a process takes no longer."""
    render_pdf(_WARMING)
    if not subsets_fonts_fast():
        logging.getLogger(__name__).warning(
            "libharfbuzz-subset is not installed: printing works, but is 4 to 40 times slower (libharfbuzz-subset0)"
        )


def subsets_fonts_fast() -> bool:
    """Whether libharfbuzz-subset is installed; without it fonts are cut down slowly."""
    from weasyprint.text.ffi import harfbuzz_subset

    return harfbuzz_subset is not None


@contextmanager
def _few_collections() -> Iterator[None]:
    """Lets garbage wait: a layout makes hundreds of thousands of objects and drops them all at its end."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _laid_out(html: str, *more_css: str) -> "Document":
    from weasyprint import CSS, HTML
    from weasyprint.urls import FatalURLFetchingError

    engine = _engine()
    extra = [CSS(string=css, url_fetcher=engine.fetcher, font_config=engine.fonts) for css in more_css]
    try:
        page = HTML(string=html, base_url=engine.base_url, url_fetcher=engine.fetcher)
        return page.render(font_config=engine.fonts, stylesheets=[*engine.css, *extra])
    except FatalURLFetchingError as error:
        raise ForbiddenAddressError(str(error)) from None


class _Engine(NamedTuple):
    fonts: "FontConfiguration"
    css: tuple["CSS", ...]
    fetcher: Callable[..., Any]
    base_url: str


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    from weasyprint import CSS
    from weasyprint.logger import PROGRESS_LOGGER
    from weasyprint.text.fonts import FontConfiguration

    PROGRESS_LOGGER.setLevel(logging.WARNING)
    folder = _static(PAPER_FOLDER)
    fonts, fetcher = FontConfiguration(), _own_files_only(folder)
    css = tuple(CSS(filename=_static(name), font_config=fonts, url_fetcher=fetcher) for name in STYLESHEETS)
    return _Engine(fonts, css, fetcher, folder.as_uri() + "/")


def _static(name: str) -> Path:
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(f"static file {name} is missing")
    return Path(found)


def _own_files_only(folder: Path) -> Callable[..., Any]:
    """A fetcher that opens files under ``folder`` and refuses every other address."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    allowed = folder.resolve()

    class OwnFilesOnly(URLFetcher):
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            parts = urlsplit(url)
            path = Path(unquote(parts.path)).resolve()
            if parts.scheme != "file" or parts.netloc or not path.is_relative_to(allowed) or not path.is_file():
                raise FatalURLFetchingError(url)
            return super().fetch(url, headers)

    return OwnFilesOnly(allowed_protocols=["file"])


def _vertical(rectangle: Sequence[float]) -> tuple[float, float]:
    _left, top, _right, bottom = rectangle
    return top * _MILLIMETRES, (bottom - top) * _MILLIMETRES


def _compress(_document: object, pdf: Any) -> None:
    """Compresses each stream once; the engine itself would do it again for the file's identifier.

    The metadata stay readable, as PDF/A asks.
    """
    from pydyf import Stream

    for thing in pdf.objects:
        is_plain = isinstance(thing, Stream) and "Filter" not in thing.extra and thing.extra.get("Type") != "/Metadata"
        if is_plain and (content := _CONTENT.fullmatch(thing.data)):
            thing.stream = [_ended(zlib.compress(content[1], _COMPRESSION))]
            thing.extra["Filter"] = "/FlateDecode"


def _ended(compressed: bytes) -> bytes:
    """Keeps a last byte that looks like a line end apart from the line end that follows it in the file.

    Validators count it as none of the stream's bytes otherwise; decoders stop before what is added.
    """
    return compressed + b"\0" if compressed.endswith((b"\r", b"\n")) else compressed


@contextmanager
def _missing_glyphs_raise() -> Iterator[None]:
    """Turns the engine's warnings about characters without a glyph, in this thread, into an error that names them."""
    handler = _MissingGlyphs()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if handler.characters:
        raise MissingGlyphError("".join(handler.characters))


class _MissingGlyphs(logging.Handler):
    """Collects the characters that this thread's engine had no glyph for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.characters: dict[str, None] = {}
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread and _MISSING.match(str(record.msg)) and isinstance(record.args, tuple):
            self.characters[str(record.args[0])] = None
