"""A page that is laid out to see whether it fits, and printed as it was laid out where it does."""

from collections.abc import Sequence
from threading import local
from typing import Any, NamedTuple

from portal.documents.pdf.engine import laid_out
from portal.documents.pdf.garbage import patiently

_MILLIMETRES = 25.4 / 96
_kept = local()


class Trial(NamedTuple):
    """Millimetres: what stands above the first table row, each row, and the foot."""

    above: float
    rows: Sequence[float]
    below: float


def tried(html: str, foot: str) -> Trial | None:
    """The layout of ``html``, whose foot has the id ``foot``; None where it takes more than one page.

    What was laid out is kept for printing the same text next.
    """
    from weasyprint.formatting_structure.boxes import TableRowBox

    with patiently():
        document = laid_out(html)
    if len(document.pages) > 1:
        return None
    _kept.layout = (html, document)
    (page,) = document.pages
    rows = [box for box in page._page_box.descendants() if isinstance(box, TableRowBox)]
    above = rows[0].position_y - page._page_box.content_box_y()
    _left, top, _right, bottom = page.anchors[foot]
    return Trial(above * _MILLIMETRES, [row.height * _MILLIMETRES for row in rows], (bottom - top) * _MILLIMETRES)


def layout_of(html: str) -> Any:
    """``html`` laid out (``weasyprint.Document``), by the last trial if that was of the same text."""
    tried_html, document = getattr(_kept, "layout", ("", None))
    _kept.layout = ("", None)
    return document if document is not None and tried_html == html else laid_out(html)
