"""V08: the actual meets the target, or the deviation is explained (forms.md §5).

Flow and budget rate are scaled by the month; a plain target may be exceeded by at most 30 %. Explained means reason and
measure at the indicator, or section 五 where the edition has it. Unusable rows are other rules' business.
"""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.completion import GRADE_NAMES, Goal
from assessments.domain.computed import RowResult
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Grade, Indicator, Nature
from assessments.domain.natures import SCALED_NATURES
from assessments.domain.rounding import printed_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

#: Beyond this share of a plain target the excess must be explained.
MOST_EXCESS = Decimal("1.30")

_RULE_TITLE = _("与目标有偏差而没有说明")
_MISSED_TITLE = _("没有达到目标，也没有说明")
_OVER_TITLE = _("超过目标三成以上，也没有说明")
_MISSED = _("“{name}”目标 {target}，完成 {actual}，没有达到。{ask}")
_MISSED_BY_NOW = _("“{name}”目标 {target}，完成 {actual}，按 {month} 月的时序没有达到。{ask}")
_OVER = _("“{name}”目标 {target}，完成 {actual}，超过三成以上。{ask}")
_ASK_BOTH = _("请写明偏差原因和改进措施")
_ASK_REASON = _("请写明偏差原因")
_ASK_MEASURE = _("请写明改进措施")
_SHORT = _("偏差未说明")


def _check(case: Case) -> Iterator[Finding]:
    section = case.edition.deviation
    if section and case.facts.texts.get(section, "").strip():
        return
    for row, result in case.rows():
        ask = _missing_words(row)
        deviation = _deviation(case, result) if ask else None
        if ask and deviation:
            yield _say(case, row, result, deviation, ask)


def _missing_words(row: Indicator) -> str | None:
    reason, measure = row.deviation_reason.strip(), row.corrective_measure.strip()
    if reason and measure:
        return None
    return _ASK_MEASURE if reason else _ASK_REASON if measure else _ASK_BOTH


def _deviation(case: Case, result: RowResult) -> tuple[str, str] | None:
    """Title and sentence of what deviates; None where nothing does or it cannot be judged."""
    if not result.usable:
        return None
    if result.goal is None or result.value is None:
        graded_short = result.completion.value is not None and result.completion.value < 1
        return (_MISSED_TITLE, _MISSED) if graded_short else None
    goal = _goal_by_now(case, result)
    if goal is None:
        return None
    if not goal.met_by(result.value):
        by_now = result.goal.met_by(result.value) or not _is_scaled(case, result)
        return _MISSED_TITLE, _MISSED if by_now else _MISSED_BY_NOW
    if goal.plain and goal.low is not None and 0 < goal.low * MOST_EXCESS < result.value:
        return _OVER_TITLE, _OVER
    return None


def _is_scaled(case: Case, result: RowResult) -> bool:
    return result.nature in SCALED_NATURES and case.computed.progress not in (None, 1)


def _goal_by_now(case: Case, result: RowResult) -> Goal | None:
    if result.goal is None or result.nature not in SCALED_NATURES:
        return result.goal
    return None if case.computed.progress is None else result.goal.scaled(case.computed.progress)


def _say(case: Case, row: Indicator, result: RowResult, deviation: tuple[str, str], ask: str) -> Finding:
    title, say = deviation
    rate = result.completion.value
    values = {
        "name": row.level3,
        "target": result.target.printed(),
        "actual": _shown(row, result),
        "month": case.facts.month or 12,
        "ask": Message(ask),
    }
    return finding(
        RULE,
        row.key("actual"),
        Message(say, values),
        _SHORT,
        title=title,
        found=row.actual,
        expected=result.target.printed(),
        arithmetic=result.completion.arithmetic if rate is not None else None,
    )


def _shown(row: Indicator, result: RowResult) -> object:
    if result.nature is Nature.BUDGET_RATE and result.value is not None:
        return printed_rate(result.value, 2)
    if result.nature is Nature.WORDING:
        return Message(GRADE_NAMES[row.grade or Grade.NOT_ACHIEVED])
    return result.actual.printed()


RULE = Rule("V08", Severity.ERROR, _RULE_TITLE, "财预〔2020〕10号", _check)
