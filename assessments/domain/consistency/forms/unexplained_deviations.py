"""V08: the actual meets the target, or the deviation is explained (forms.md §5).

Flow and budget rate are scaled by the month; a plain target may be exceeded by at most 30 %. Explained means reason and
measure at the indicator, or section 五 where the edition has it. Unusable rows are other rules' business.
"""

from collections.abc import Iterator

from assessments.domain.completion import GRADE_NAMES
from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.deviation_words import says_something, section_of
from assessments.domain.consistency.forms.deviations import Deviation, deviation_of, held_against, is_above, is_scaled
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Grade, Indicator, Nature
from assessments.domain.rounding import half_up, printed_rate, without_zeros
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_RULE_TITLE = _("与目标有偏差而没有说明")
_MISSED_TITLE = _("没有达到目标，也没有说明")
_ABOVE_TITLE = _("超出目标上限，也没有说明")
_OVER_TITLE = _("超过目标三成以上，也没有说明")
_MISSED = _("“{name}”目标 {target}，完成 {actual}，没有达到。{ask}")
_MISSED_BY_NOW = _("“{name}”目标 {target}，完成 {actual}，按 {month} 月的时序没有达到。{ask}")
_ABOVE = _("“{name}”目标 {target}，完成 {actual}，超出上限。{ask}")
_OVER = _("“{name}”目标 {target}，完成 {actual}，超过三成以上。{ask}")
_OVER_BY_NOW = _("“{name}”目标 {target}，完成 {actual}，按 {month} 月的时序超过三成以上。{ask}")
_ASK_BOTH = _("请写明偏差原因和改进措施")
_ASK_REASON = _("请写明偏差原因")
_ASK_MEASURE = _("请写明改进措施")
_SHORT = _("偏差未说明")
_WORDS: dict[Deviation, tuple[str, str]] = {
    Deviation.MISSED: (_MISSED_TITLE, _MISSED),
    Deviation.ABOVE: (_ABOVE_TITLE, _ABOVE),
    Deviation.OVER: (_OVER_TITLE, _OVER),
}
_BY_NOW = {Deviation.MISSED: _MISSED_BY_NOW, Deviation.OVER: _OVER_BY_NOW}


def _check(case: Case) -> Iterator[Finding]:
    if not section_of(case):
        for row, result, deviation in unexplained(case):
            yield say(RULE, case, row, result, deviation, Message(_missing_words(case, row) or ""))


def unexplained(case: Case) -> Iterator[tuple[Indicator, RowResult, Deviation]]:
    """The rows that deviate without a reason and a measure of their own."""
    for row, result in case.rows():
        deviation = deviation_of(case, result) if _missing_words(case, row) else None
        if deviation:
            yield row, result, deviation


def _missing_words(case: Case, row: Indicator) -> str | None:
    reason, measure = says_something(row.deviation_reason), says_something(row[case.edition.measure])
    if reason and measure:
        return None
    return _ASK_MEASURE if reason else _ASK_REASON if measure else _ASK_BOTH


def say(rule: Rule, case: Case, row: Indicator, result: RowResult, deviation: Deviation, ask: Message) -> Finding:
    """The finding of ``rule`` about a row that deviates; ``ask`` is the sentence that says what to write."""
    title, words = _WORDS[deviation]
    if deviation in _BY_NOW and is_scaled(case, result):
        words = _BY_NOW[deviation]
    rate = result.completion.value
    values = {
        "name": row.level3,
        "target": result.target.printed(),
        "actual": _shown(row, result),
        "month": case.facts.month or 12,
        "ask": ask,
    }
    return finding(
        rule,
        row.key("actual"),
        Message(words, values),
        _SHORT,
        title=title,
        found=row.actual,
        expected=_expected(case, result),
        arithmetic=result.completion.arithmetic if rate is not None else None,
    )


def _expected(case: Case, result: RowResult) -> str:
    """The target; where time scales it, what was to be reached by the month (``≥71.25%``)."""
    by_now, unit = held_against(case, result), result.target.unit
    if by_now is None or by_now == result.goal or by_now.low is None or is_above(by_now, result.value):
        return result.target.printed()
    number = half_up(by_now.low.scaleb(-unit.power if unit else 0), 2)
    return f"{'' if by_now.plain else '≥'}{without_zeros(number)}{unit.symbol if unit else ''}"


def _shown(row: Indicator, result: RowResult) -> object:
    if result.nature is Nature.BUDGET_RATE and result.value is not None:
        return printed_rate(result.value, 2)
    if result.nature is Nature.WORDING:
        return Message(GRADE_NAMES[row.grade or Grade.NOT_ACHIEVED])
    return result.actual.printed()


def _file(actual: str) -> dict[str, object]:
    rows = [{"level3": "财政缴费补贴人数", "target": "16804人", "actual": actual}]
    return {"filings": [{"form": "monitoring_report", "monitoring_point": "2020年9月", "indicators": rows}]}


RULE = Rule(
    "V08",
    Severity.ERROR,
    _RULE_TITLE,
    "财预〔2020〕10号",
    _check,
    compares=_("完成值与目标（金额和预算执行率按月份折算；超过目标三成以上也要说明），偏差原因和改进措施或第五部分"),
    example=Example(
        passes=Given(_("目标 16804人，完成 17000人"), _file("17000人")),
        fails=Given(_("目标 16804人，完成 8791人，没有说明"), _file("8791人")),
    ),
)
