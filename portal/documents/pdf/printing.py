"""One page of HTML becomes one file."""

import logging
from typing import Any

from portal.documents.pdf.compress import compress
from portal.documents.pdf.engine import few_collections, laid_out, subsets_fonts_fast
from portal.documents.pdf.glyphs import missing_glyphs_raise

VARIANT = "pdf/a-3a"

#: One character in each typeface.
_WARMING = (
    "<!doctype html><html lang=zh-CN><title>表</title><p class=sheet-t>绩<table class=sheet><tr><th>效<td>表</table>"
)


def render_pdf(html: str, *, title: str = "") -> bytes:
    """``html`` as PDF/A-3a, the same bytes for the same text; ``title`` goes before the page's own.

    Raises :class:`MissingGlyphError`, :class:`ForbiddenAddressError`.
    """
    with missing_glyphs_raise(), few_collections():
        document = laid_out(html)
        if title:
            document.metadata.title = title
        return bytes(
            document.write_pdf(finisher=_finish, pdf_variant=VARIANT, pdf_identifier=True, uncompressed_pdf=True)
        )


def warm_up() -> None:
    """Loads the engine, its fonts and style sheets, so that the first document of a process takes no longer."""
    render_pdf(_WARMING)
    if not subsets_fonts_fast():
        logging.getLogger(__name__).warning(
            "libharfbuzz-subset is not installed: printing works, but is 4 to 40 times slower (libharfbuzz-subset0)"
        )


def _finish(_document: object, pdf: Any) -> None:
    compress(pdf)
