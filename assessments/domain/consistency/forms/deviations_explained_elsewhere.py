"""V08 where section 五 speaks of something else: it settles only the deviations that it is about (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.deviation_subjects import LONGEST, speaks_of
from assessments.domain.consistency.forms.deviation_words import section_of
from assessments.domain.consistency.forms.unexplained_deviations import say, unexplained
from assessments.domain.consistency.rule import Case, Rule
from assessments.domain.measures.spelling import bare
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("第五部分没有说到这一项偏差")
_ASK = _("第五部分没有说到它，请在那里或本行写明偏差原因和改进措施")


def _check(case: Case) -> Iterator[Finding]:
    text = bare(section_of(case)[:LONGEST])
    for row, result, deviation in unexplained(case) if text else ():
        if not speaks_of(case, row, result, text):
            yield say(RULE, case, row, result, deviation, Message(_ASK))


def _file(text: str) -> dict[str, object]:
    rows = [{"level3": "财政缴费补贴人数", "target": "16804人", "actual": "8791人"}]
    filing = {"form": "monitoring_report", "monitoring_point": "2020年9月", "indicators": rows}
    return {"filings": [filing | {"deviation_and_measures": text}]}


RULE = Rule(
    "V08",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("第五部分说到的指标、类别或数，与没有单独写明原因的各项偏差"),
    example=Example(
        passes=Given(_("补贴人数少一半，第五部分写“补贴对象比预计少”"), _file("补贴对象比预计少，后期加强摸底。")),
        fails=Given(_("补贴人数少一半，第五部分只写“新系统已上线”"), _file("新系统已上线，运行平稳。")),
    ),
    since=rule_sets.THIRD,
)
