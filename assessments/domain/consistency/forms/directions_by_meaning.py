"""V09: a limit points the way that its indicator means, also where no usual word says so (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.malformed_targets import say_direction
from assessments.domain.consistency.rule import Case, Rule
from assessments.domain.directions import less_is_better, more_is_better, should_grow, should_shrink
from assessments.domain.wording import gettext_noop as _

_TITLE = _("目标的方向与指标的意思相反")


def _check(case: Case) -> Iterator[Finding]:
    for row, result in case.rows():
        name = row.level3
        grows = should_grow(name) and not more_is_better(name)
        shrinks = should_shrink(name) and not less_is_better(name)
        if found := say_direction(RULE, row.key("target"), row, result.target, grows=grows, shrinks=shrinks):
            yield found


def _file(target: str) -> dict[str, object]:
    rows = [{"level3": "住院报销比例", "target": target, "actual": "72.4%"}]
    return {"filings": [{"form": "self_assessment", "indicators": rows}]}


RULE = Rule(
    "V09",
    Severity.ERROR,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    compares=_("报销、支付、保障的比例不设上限，自付、目录外、断保的比例不设下限"),
    example=Example(
        passes=Given(_("住院报销比例 ≥70%"), _file("≥70%")),
        fails=Given(_("住院报销比例 ≤70%"), _file("≤70%")),
    ),
    since=rule_sets.THIRD,
)
