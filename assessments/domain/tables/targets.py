"""区域绩效目标表: what a prefecture promises for one fund and year (forms.md §1.5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessments.domain.facts import NOTHING, Indicator
from assessments.domain.funds import Fund


@dataclass(frozen=True)
class TargetTable:
    """One target table; ``texts`` holds every plain square as printed."""

    edition: str = ""
    fund: Fund | None = None
    year: int | None = None
    amount_unit: str = "亿元"
    texts: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    indicators: tuple[Indicator, ...] = ()
