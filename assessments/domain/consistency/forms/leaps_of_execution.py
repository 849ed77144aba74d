"""V22 on forms: execution ÷ budget (÷ time progress) or ÷ last year's, outside 50–200%, asks for an explanation.

Section 五, where the edition has it and it is filled, is one.
"""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.deviation_words import section_of
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.rounding import printed_rate, without_residue
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

LOWEST, HIGHEST = Decimal("0.5"), Decimal(2)

_TITLE = _("执行数与预算或时间进度相差太大")
_SAY = _("执行率 {arithmetic} = {rate}，超出 50%–200%，请说明原因")
_SAY_BY_NOW = _("执行率 {arithmetic} = {rate}，是时间进度 {month}/12 的 {pace}，超出 50%–200%，请说明原因")
_SHORT = _("变化太大")


def _check(case: Case) -> Iterator[Finding]:
    if not section_of(case):
        yield from judge(RULE, case)


def judge(rule: Rule, case: Case) -> Iterator[Finding]:
    """The findings of ``rule`` in an execution that is far from its budget or its time."""
    rate, progress = case.computed.execution_rate, case.computed.progress
    if rate.value is None or not progress:
        return
    pace = without_residue(rate.value / progress)
    if LOWEST <= pace <= HIGHEST:
        return
    values = {
        "arithmetic": rate.arithmetic,
        "rate": printed_rate(rate.value, 2),
        "month": case.facts.month,
        "pace": printed_rate(pace, 2),
    }
    where = case.edition.executed
    say = Message(_SAY if progress == Decimal(1) else _SAY_BY_NOW, values)
    yield finding(rule, where, say, _SHORT, found=case.facts.value(where), arithmetic=rate.arithmetic)


def _file(executed: str) -> dict[str, object]:
    money = {"adjusted_budget": {"total": "3488"}, "executed": {"total": executed}}
    return {"filings": [{"form": "monitoring_report", "monitoring_point": "2020年9月"} | money]}


RULE = Rule(
    "V22",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("执行数与预算数，监控时再与时间进度，50%–200% 之外要说明"),
    example=Example(
        passes=Given(_("9 月，2480 ÷ 3488 = 71.10%，是时间进度的 94.80%"), _file("2480")),
        fails=Given(_("9 月，1280 ÷ 3488 = 36.70%，是时间进度的 48.93%"), _file("1280")),
    ),
)
