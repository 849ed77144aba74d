"""The rubric of the audit: four parts, 30/30/30/10 (forms.md §4), and the numbers of the proposal."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assessments.domain.wording import gettext_noop as _


class Part(StrEnum):
    """The four parts, by the codes of their database rows."""

    BUDGET_EXECUTION = "budget_execution"
    GOAL_COMPLETION = "goal_completion"
    DEVIATION_RESPONSE = "deviation_response"
    TIMELINESS = "timeliness"


PART_NAMES: dict[Part, str] = {
    Part.BUDGET_EXECUTION: _("预算执行情况"),
    Part.GOAL_COMPLETION: _("绩效目标完成情况"),
    Part.DEVIATION_RESPONSE: _("目标偏离及应对情况"),
    Part.TIMELINESS: _("按时报送"),
}

MAXIMA: dict[Part, int] = {
    Part.BUDGET_EXECUTION: 30,
    Part.GOAL_COMPLETION: 30,
    Part.DEVIATION_RESPONSE: 30,
    Part.TIMELINESS: 10,
}


@dataclass(frozen=True, slots=True)
class Tariff:
    """The points that the proposal gives and takes (our choice, per edition; forms.md §4).

    Rates are in percent of the time progress; ``nothing_at`` and below earn nothing, from ``full_from`` to
    ``full_to`` is full marks, beyond that one point less per percentage point down to ``over_floor``.
    """

    nothing_at: Decimal = Decimal(50)
    full_from: Decimal = Decimal(95)
    full_to: Decimal = Decimal(105)
    over_floor: Decimal = Decimal(20)
    over_run_counts: Decimal = Decimal("0.9")
    per_unusable: Decimal = Decimal("0.5")
    per_red: Decimal = Decimal(5)
    per_yellow: Decimal = Decimal(2)
    no_reason: Decimal = Decimal(10)
    no_measure: Decimal = Decimal(5)
    pasted: Decimal = Decimal(3)
    per_day_late: Decimal = Decimal(1)
    per_late_answer: Decimal = Decimal(1)


USUAL = Tariff()

#: Editions whose tariff differs from the usual one.
TARIFFS: dict[str, Tariff] = {}


def tariff_of(edition: str) -> Tariff:
    """The tariff of an edition's proposals."""
    return TARIFFS.get(edition, USUAL)
