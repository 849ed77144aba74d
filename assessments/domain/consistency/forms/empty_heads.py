"""V26 on forms: header and foot are filled, where the edition has them and the paper prints them (forms.md §5).

Judged on imports, whose paper is final; on the portal a form is not sent with a blank head anyway.
"""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("表头没有填")
_SAY = _("“{name}”没有填")
_SHORT = _("没有填")

NAMES: dict[str, str] = {
    "title": _("标题"),
    "reporting_unit": _("填报单位"),
    "project_name": _("项目名称"),
    "project_period": _("项目周期"),
    "monitoring_point": _("监控时点"),
}


def _check(case: Case) -> Iterator[Finding]:
    for key in case.edition.header if case.facts.imported else ():
        if key in case.facts.squares and not case.facts.squares[key].strip():
            name = NAMES.get(key) or case.edition.called(key)
            yield finding(RULE, key, Message(_SAY, {"name": Message(name)}), _SHORT)


def _file(unit: str) -> dict[str, object]:
    return {"filings": [{"form": "self_assessment", "reporting_unit": unit, "project_name": "失业保险基金支出"}]}


RULE = Rule(
    "V26",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("表头各栏是否填写（表式有的才看）"),
    example=Example(
        passes=Given(_("填报单位：某县社会保险管理局"), _file("某县社会保险管理局")),
        fails=Given(_("填报单位空白"), _file("")),
    ),
)
