"""V22 where section 五 speaks of something else than the execution of the budget (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.deviation_subjects import LONGEST, speaks_of_execution
from assessments.domain.consistency.forms.deviation_words import section_of
from assessments.domain.consistency.forms.leaps_of_execution import judge
from assessments.domain.consistency.rule import Case, Rule
from assessments.domain.measures.spelling import bare
from assessments.domain.wording import gettext_noop as _

_TITLE = _("执行数相差太大，第五部分没有说到")


def _check(case: Case) -> Iterator[Finding]:
    text = bare(section_of(case)[:LONGEST])
    if text and not speaks_of_execution(case, text):
        yield from judge(RULE, case)


def _file(text: str) -> dict[str, object]:
    money = {"adjusted_budget": {"total": "3488"}, "executed": {"total": "1280"}}
    filing = {"form": "monitoring_report", "monitoring_point": "2020年9月", "deviation_and_measures": text}
    return {"filings": [filing | money]}


RULE = Rule(
    "V22",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("第五部分有没有说到执行数与预算数、时间进度的差距"),
    example=Example(
        passes=Given(_("9 月执行 36.70%，第五部分写“补助资金到位较晚”"), _file("补助资金到位较晚，四季度集中拨付。")),
        fails=Given(_("9 月执行 36.70%，第五部分只写“新系统已上线”"), _file("新系统已上线，运行平稳。")),
    ),
    since=rule_sets.THIRD,
)
