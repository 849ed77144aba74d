"""The proposal for 目标偏离及应对情况: lights, and whether reasons and measures were given (forms.md §4)."""

from collections.abc import Collection
from decimal import Decimal

from assessments.domain.completion import ZERO
from assessments.domain.computed import Computed
from assessments.domain.consistency.forms.deviation_words import says_something
from assessments.domain.facts import Facts, Indicator
from assessments.domain.lights import LIGHT_NAMES, Light
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of
from reviews.domain.proposal_parts import PartProposal, ProposalLine, minus, printed, refused, settled, spared
from reviews.domain.rubric import MAXIMA, Part, Tariff

_LATE = _("{light}：{name}")
_NONE = _("没有滞后或偏慢的指标")
_NO_REASON = _("没有偏差原因")
_NO_MEASURE = _("没有改进措施")
_PASTED = _("偏差说明与其他险种的相同")
_NO_ROWS = _("没有可以判定的指标，请逐项核对后评分")


def deviation_response(
    facts: Facts, computed: Computed, tariff: Tariff, *, pasted: bool, waived: Collection[str] = ()
) -> PartProposal:
    """30, less for every red and yellow light, and for what was not said about them."""
    part, full = Part.DEVIATION_RESPONSE, Decimal(MAXIMA[Part.DEVIATION_RESPONSE])
    lights = {ref: row.light for ref, row in computed.rows.items() if row.light}
    if not lights:
        return refused(part, Message(_NO_ROWS))
    late = [row for row in facts.indicators if lights.get(row.ref) in (Light.RED, Light.YELLOW)]
    lacks = _lacks(facts, late, tariff, pasted=pasted) if late else []
    taken = [_by_light(row, lights[row.ref], tariff) for row in late]
    taken += [(label, points) for label, points, rule in lacks if rule not in waived]
    lines = [ProposalLine(label, f"−{printed(points)}") for label, points in taken]
    lines += [spared(rule, label) for label, _points, rule in lacks if rule in waived]
    points = [points for _label, points in taken]
    return settled(
        part, full - sum(points, ZERO), lines or [ProposalLine(Message(_NONE), printed(full))], minus(full, points)
    )


def _by_light(row: Indicator, light: Light, tariff: Tariff) -> tuple[Message, Decimal]:
    label = Message(_LATE, {"light": Message(LIGHT_NAMES[light]), "name": row.level3})
    return label, tariff.per_red if light is Light.RED else tariff.per_yellow


def _lacks(facts: Facts, late: list[Indicator], tariff: Tariff, *, pasted: bool) -> list[tuple[Message, Decimal, str]]:
    """What was not said, or not in words of its own: its price, and the rule that asks for it."""
    edition = edition_of(facts)
    section = edition.deviation
    said = bool(section and says_something(facts.value(section)))
    has_reason = said or all(says_something(row.deviation_reason) for row in late)
    has_measure = said or all(says_something(row[edition.measure]) for row in late)
    missing = (
        (not has_reason, _NO_REASON, tariff.no_reason, "V08"),
        (not has_measure, _NO_MEASURE, tariff.no_measure, "V08"),
        (pasted, _PASTED, tariff.pasted, "V28"),
    )
    return [(Message(template), points, rule) for applies, template, points, rule in missing if applies]
