"""How high the parts of a page are."""

from collections.abc import Sequence
from typing import NamedTuple

from portal.documents.pdf.engine import laid_out
from portal.documents.pdf.garbage import collected_at_the_end

#: Pages that nothing breaks on, as wide as those of static/paper/paper.css.
_ENDLESS = """
@page { size: 210mm 20000mm; margin-top: 0; margin-bottom: 0 }
@page landscape { size: 297mm 20000mm; margin-top: 0; margin-bottom: 0 }
"""
_MILLIMETRES = 25.4 / 96


class RowHeight(NamedTuple):
    """How far down an element begins and how high it is, in millimetres."""

    top: float
    height: float


def measure(html: str, ids: Sequence[str]) -> dict[str, RowHeight]:
    """Where the elements ``ids`` of ``html`` stand on a page without end, in millimetres; unknown ids are left out."""
    with collected_at_the_end():
        anchors = laid_out(html, _ENDLESS).pages[0].anchors
    return {name: RowHeight(*_vertical(anchors[name])) for name in ids if name in anchors}


def _vertical(rectangle: Sequence[float]) -> tuple[float, float]:
    _left, top, _right, bottom = rectangle
    return top * _MILLIMETRES, (bottom - top) * _MILLIMETRES
