"""One page of HTML becomes one file."""

import logging
from collections.abc import Sequence

from portal.documents.papers.printable_html import SealPlace
from portal.documents.pdf.attach import attach_facts
from portal.documents.pdf.compress import compress
from portal.documents.pdf.engine import drawn, subsets_fonts_fast
from portal.documents.pdf.fields import add_seal_fields
from portal.documents.pdf.garbage import collected_at_the_end, settle
from portal.documents.pdf.glyphs import missing_glyphs_raise
from portal.documents.pdf.metadata import describe
from portal.documents.pdf.outline import tidy_outline
from portal.documents.pdf.rules import draw_rules
from portal.documents.pdf.tags import mend_tags
from portal.documents.pdf.trial import layout_of
from portal.documents.pdf.writing import written

#: One character in each typeface.
_WARMING = (
    "<!doctype html><html lang=zh-CN><title>表</title><p class=sheet-t>绩<table class=sheet><tr><th>效<td>表</table>"
)


def render_pdf(
    html: str, *, title: str = "", facts: bytes = b"", seal_places: Sequence[SealPlace] = (), code: str = ""
) -> bytes:
    """``html`` as PDF/A-3a and PDF/UA-1 in one, the same bytes for the same input.

    ``title`` goes before the page's own. ``facts`` (JSON) are attached as the paper's source. ``seal_places`` become
    empty signature fields. ``code`` is the public code that the file's metadata carry. Raises
    :class:`MissingGlyphError`, :class:`ForbiddenAddressError`; ValueError for a seal whose anchor the page lacks.
    """
    with missing_glyphs_raise(), collected_at_the_end():
        return _printed(html, title, facts, seal_places, code)


def _printed(html: str, title: str, facts: bytes, seal_places: Sequence[SealPlace], code: str) -> bytes:
    document = layout_of(html)
    if title:
        document.metadata.title = title
    tidy_outline(document)
    pdf = drawn(document)
    draw_rules(document, pdf)
    mend_tags(document, pdf)
    add_seal_fields(document, pdf, seal_places)
    if facts:
        attach_facts(pdf, facts)
    describe(pdf, title=document.metadata.title or "", language=document.metadata.lang or "", code=code)
    compress(pdf)
    return written(pdf)


def load_code() -> None:
    """Loads the engine's code and starts nothing: for a process that others are forked from.

    Threads that it started would not live on in them.
    """
    import segno  # noqa: F401
    import weasyprint  # noqa: F401

    settle()


def warm_up() -> None:
    """Starts the engine, its fonts and style sheets, so that the first document of a process takes no longer."""
    render_pdf(_WARMING)
    settle()
    if not subsets_fonts_fast():
        logging.getLogger(__name__).warning(
            "libharfbuzz-subset is not installed: printing works, but is 4 to 40 times slower (libharfbuzz-subset0)"
        )
