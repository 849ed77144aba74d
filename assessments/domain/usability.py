"""Rows that cannot be computed with, and the reason (forms.md §3, "Unusable")."""

from assessments.domain.facts import Indicator, Nature
from assessments.domain.measures import LIMITS, Kind, Measure
from assessments.domain.results import Result
from assessments.domain.units import PERCENT
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_NO_GRADE = _("请选择达成、部分达成或未达成")
_NO_TARGET = _("请填预期指标值")
_TARGET_UNREADABLE = _("预期指标值读不出数值")
_TARGET_TWO = _("预期指标值有两个数，不能比较")
_TARGET_WORDS = _("预期指标值是文字，与所选的指标性质不符")
_NO_ACTUAL = _("请填完成值")
_ACTUAL_LIMIT = _("完成值写的是目标，不是实际数值")
_ACTUAL_TWO = _("完成值有两个数，不能比较")
_ACTUAL_WORDS = _("完成值读不出数值")
_UNITS_DIFFER = _("完成值与预期指标值的单位不同")
_TARGET_NO_RATE = _("预期指标值应为百分比")

_BAD_TARGETS = {
    Kind.BLANK: _NO_TARGET,
    Kind.UNREADABLE: _TARGET_UNREADABLE,
    Kind.MULTIPLE: _TARGET_TWO,
    Kind.WORDING: _TARGET_WORDS,
    Kind.DEADLINE: _TARGET_WORDS,
}
_BAD_ACTUALS = {
    Kind.BLANK: _NO_ACTUAL,
    Kind.UNREADABLE: _ACTUAL_WORDS,
    Kind.MULTIPLE: _ACTUAL_TWO,
    Kind.WORDING: _ACTUAL_WORDS,
    Kind.DEADLINE: _ACTUAL_WORDS,
} | dict.fromkeys(LIMITS, _ACTUAL_LIMIT)
#: The rule of forms.md §5 that finds the same at the row; a blank and a missing grade are asked for by the form itself.
_RULES = {
    _TARGET_UNREADABLE: "V09",
    _TARGET_WORDS: "V09",
    _TARGET_NO_RATE: "V09",
    _TARGET_TWO: "V07",
    _ACTUAL_LIMIT: "V07",
    _ACTUAL_TWO: "V07",
    _ACTUAL_WORDS: "V07",
    _UNITS_DIFFER: "V07",
}


def why_unusable(row: Indicator, nature: Nature, target: Measure, actual: Measure, rate: Result) -> Message | None:
    """The reason why the row is left out of computed means; None where it counts."""
    if nature is Nature.WORDING:
        return None if row.grade else Message(_NO_GRADE)
    if template := _BAD_TARGETS.get(target.kind):
        return Message(template)
    if nature is Nature.BUDGET_RATE:
        return rate.why_not if is_rate(target) else Message(_TARGET_NO_RATE)
    if template := _BAD_ACTUALS.get(actual.kind):
        return Message(template)
    return None if fits(target, actual) else Message(_UNITS_DIFFER)


def rule_of(why: Message) -> str:
    """The id of the rule that finds the same as :func:`why_unusable` says; blank where none does."""
    return _RULES.get(why.template, "")


def is_rate(target: Measure) -> bool:
    """True if a target is a percentage, as a rate of execution needs."""
    return target.unit is not None and target.unit.dimension == PERCENT


def fits(target: Measure, actual: Measure) -> bool:
    """True if a plain actual has the unit of a numeric target (V07)."""
    return not target.quantities or not actual.quantity or actual.quantity.fits(target.quantities[0])
