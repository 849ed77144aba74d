"""The engine behind the paper: one set of fonts, one parse of the style sheets, and our own files alone."""

import logging
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders

from portal.documents.pdf.errors import ForbiddenAddressError
from portal.documents.pdf.pictures import qr_picture
from portal.documents.pdf.typefaces import font_configuration

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.text.fonts import FontConfiguration

#: The style sheets of every printed paper, by their names among the static files; parsed once for each process.
STYLESHEETS = ("paper/paper.css", "paper/feet.css", "paper/columns.css", "paper/densities.css")
#: What stands in for a browser's own style sheet.
BASE = "paper/base.css"
#: What a page may load, by the folder among the static files.
PAPER_FOLDER = "paper"
VARIANT = "pdf/a-3a"


def subsets_fonts_fast() -> bool:
    """True if libharfbuzz-subset is installed; without it fonts are cut down slowly."""
    from weasyprint.text.ffi import harfbuzz_subset

    return harfbuzz_subset is not None


def laid_out(html: str, *more_css: str) -> "Document":
    from weasyprint import CSS
    from weasyprint.urls import FatalURLFetchingError

    from portal.documents.pdf.page import Page

    engine = _engine()
    extra = [CSS(string=css, url_fetcher=engine.fetcher, font_config=engine.fonts) for css in more_css]
    try:
        page = Page(html, base=engine.base, base_url=engine.base_url, fetcher=engine.fetcher)
        return page.render(font_config=engine.fonts, stylesheets=[*engine.css, *extra])
    except FatalURLFetchingError as error:
        raise ForbiddenAddressError(str(error)) from None


def drawn(document: "Document") -> Any:
    """The objects of the file (``pydyf.PDF``), its streams not yet compressed."""
    from weasyprint import DEFAULT_OPTIONS
    from weasyprint.pdf import VARIANTS, generate_pdf

    options = {**DEFAULT_OPTIONS, **VARIANTS[VARIANT][1], "pdf_variant": VARIANT, "uncompressed_pdf": True}
    return generate_pdf(document, None, 1, **options)


class _Engine(NamedTuple):
    fonts: "FontConfiguration"
    base: "CSS"
    css: tuple["CSS", ...]
    fetcher: Callable[..., Any]
    base_url: str


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    from weasyprint import CSS
    from weasyprint.logger import PROGRESS_LOGGER

    PROGRESS_LOGGER.setLevel(logging.WARNING)
    folder = _static(PAPER_FOLDER)
    fonts, fetcher = font_configuration(), _own_files_only(folder)
    base, *css = (CSS(filename=_static(name), font_config=fonts, url_fetcher=fetcher) for name in (BASE, *STYLESHEETS))
    return _Engine(fonts, base, tuple(css), fetcher, folder.as_uri() + "/")


def _static(name: str) -> Path:
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(f"static file {name} is missing")
    return Path(found)


def _own_files_only(folder: Path) -> Callable[..., Any]:
    """A fetcher that opens files under ``folder``, makes QR codes, and refuses every other address."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    allowed = folder.resolve()

    class OwnFilesOnly(URLFetcher):
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if picture := qr_picture(url):
                return URLFetcherResponse(url, picture, {"Content-Type": "image/png"})
            parts = urlsplit(url)
            path = Path(unquote(parts.path)).resolve()
            if parts.scheme != "file" or parts.netloc or not path.is_relative_to(allowed) or not path.is_file():
                raise FatalURLFetchingError(url)
            return super().fetch(url, headers)

    return OwnFilesOnly(allowed_protocols=["file"])
