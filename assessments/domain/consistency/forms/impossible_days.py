"""V29 on squares: a day that is written there exists (forms.md §5).

The goals and section 五 are running text; a deadline in a target is V09's.
"""

from collections.abc import Iterator

from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.days import missing_days
from assessments.domain.measures.spelling import half_width
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("日期不存在")
NO_DAY = _("没有{found}这一天")
SHORT_YEAR = _("年份不当")

_LONGEST = 500


def _check(case: Case) -> Iterator[Finding]:
    for key, text in _squares(case):
        plain = half_width(text[:_LONGEST])
        for start, end in list(missing_days(plain, case.facts.year))[:1]:
            yield finding(RULE, key, Message(NO_DAY, {"found": plain[start:end]}), SHORT_YEAR, found=text)


def _squares(case: Case) -> Iterator[tuple[str, str]]:
    texts = case.facts.squares
    yield from ((key, texts[key]) for key in case.edition.header if texts.get(key))
    for row, result in case.rows():
        yield row.key("level3"), row.level3
        if result.target.problem is None:
            yield row.key("target"), row.target
        yield row.key("actual"), row.actual
        yield row.key("deviation_reason"), row.deviation_reason
        yield row.key("corrective_measure"), row.corrective_measure


def _file(period: str) -> dict[str, object]:
    return {"filings": [{"form": "monitoring_report", "monitoring_point": "2022年9月", "project_period": period}]}


RULE = Rule(
    "V29",
    Severity.NOTICE,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("格里写的日期是否存在"),
    example=Example(
        passes=Given(_("项目周期到 2022年2月28日"), _file("2022年1月1日-2022年2月28日")),
        fails=Given(_("项目周期到 2022年2月29日"), _file("2022年1月1日-2022年2月29日")),
    ),
    since=rule_sets.THIRD,
)
