"""V09 on target tables: a target is well formed, low ≤ high, and its direction fits its meaning (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.malformed_targets import judge_direction, judge_spelling
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.dossier import Dossier
from assessments.domain.measures import read
from assessments.domain.wording import gettext_noop as _

_TITLE = _("目标的写法或方向不对")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, table in enumerate(dossier.targets):
        for row in table.indicators:
            where, target = dossier.place_of_target(number, row.key("target")), read(row.target)
            if found := judge_spelling(RULE, where, row, target) or judge_direction(RULE, where, row, target):
                yield found


def _file(target: str) -> dict[str, object]:
    rows = [{"level3": "参保人员满意度", "target": target}]
    return {"targets": [{"fund": "EMPLOYEE_MEDICAL", "year": "2023", "indicators": rows}]}


RULE = DossierRule(
    "V09",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TARGETS,),
    compares=_("区域绩效目标表里目标值的写法、上下限、方向与指标的意思"),
    example=Example(
        passes=Given(_("满意度目标 ≥90%"), _file("≥90%")),
        fails=Given(_("满意度目标 ≤90%"), _file("≤90%")),
    ),
)
