"""The day under a seal that comes after the paper was printed: its appearance brings it along (docs/decisions/0014)."""

from datetime import datetime

from portal.clock import beijing_day
from portal.documents.pdf.fields import SIDE

_POINTS = 72 / 25.4
#: The type of a paper's feet in points, and how far below the middle of the seal the line of the day stands.
_TYPE, _BELOW = 10.5, 1.6 * 10.5 + 0.36 * 10.5


def drawn_day(at: datetime) -> bytes:
    """PDF operators for the Beijing day of ``at`` in the square of a seal, where the other seal has its day."""
    from portal.documents.pdf.outlines import outlined  # the library is heavy: only workers load it

    day, half = beijing_day(at), SIDE * _POINTS / 2
    return outlined(f"{day.year}年{day.month}月{day.day}日", size=_TYPE, middle=(half, half - _BELOW))
