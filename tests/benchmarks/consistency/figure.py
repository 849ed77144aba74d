"""One true figure of a made-up year."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Figure:
    """A value and its sort.

    Sorts are ``money`` (in 万元), ``yuan``, ``heads``, ``rate``, ``points``, ``times``, ``ratio`` and ``months``.
    """

    value: Decimal
    sort: str
