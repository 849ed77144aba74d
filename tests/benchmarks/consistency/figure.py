"""One true figure of a made-up year."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Figure:
    """A value and what it is: ``money`` in 万元, ``yuan``, ``heads``, ``rate``, ``points``, ``times``, ``ratio``, ``months``."""

    value: Decimal
    sort: str
