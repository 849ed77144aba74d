"""How high the parts of a page are."""

from collections.abc import Sequence
from typing import NamedTuple

from portal.documents.pdf.engine import few_collections, laid_out

#: A page that nothing breaks on, in millimetres; on it the heights of a table's rows are measured.
_ENDLESS = 20_000
_MILLIMETRES = 25.4 / 96


class RowHeight(NamedTuple):
    """How far down an element begins and how high it is, in millimetres."""

    top: float
    height: float


def measure(html: str, ids: Sequence[str]) -> dict[str, RowHeight]:
    """Where the elements ``ids`` of ``html`` stand on a page without end, in millimetres; unknown ids are left out."""
    endless = f"@page {{ size: 210mm {_ENDLESS}mm; margin-top: 0; margin-bottom: 0 }}"
    with few_collections():
        anchors = laid_out(html, endless).pages[0].anchors
    return {name: RowHeight(*_vertical(anchors[name])) for name in ids if name in anchors}


def _vertical(rectangle: Sequence[float]) -> tuple[float, float]:
    _left, top, _right, bottom = rectangle
    return top * _MILLIMETRES, (bottom - top) * _MILLIMETRES
