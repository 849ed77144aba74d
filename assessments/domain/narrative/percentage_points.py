"""Differences of two percentages: 参保率 A%，比上年的 B% 提高 C 个百分点; 由 B% 提高到 A%，提高 C 个百分点."""

from assessments.domain.measures import Quantity
from assessments.domain.narrative.claims import Points
from assessments.domain.narrative.paragraph_reader import Reader
from assessments.domain.narrative.tokens import Token

#: The unit of a difference of percentages.
POINTS = "个百分点"


def note_percent(reader: Reader, quantity: Quantity) -> None:
    """Keeps a percentage for a difference behind it, with the one that it is compared with."""
    frame, before = reader.frame, reader.percent
    if frame.change and not frame.to:
        reader.percent = reader.pair = None
        return
    reader.pair = None
    if before is not None and frame.comparing and frame.change is None:
        reader.pair = before, quantity
    elif before is not None and frame.to:
        reader.pair = quantity, before
    reader.percent = quantity


def read_points(reader: Reader, token: Token, quantity: Quantity) -> None:
    """提高 C 个百分点 behind two percentages of which one is measured by the other."""
    change = reader.frame.change
    if reader.pair is None or change is None or not change.sign or reader.frame.comparing:
        return
    now, base = reader.pair
    found = Points(quantity, change.sign, now, base, reader.spot(token), reader.words(token))
    reader.claims.points.append(found)
