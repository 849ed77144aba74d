"""V00, the portal's own: every amount of the money block can be read."""

from collections.abc import Iterator

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.wording import gettext_noop as _

_SHORT = _("应填金额")


def _check(case: Case) -> Iterator[Finding]:
    for key in case.edition.amounts:
        measure = amount(case.facts, *key.split(".", 1))
        if measure.problem:
            yield finding(RULE, key, measure.problem, _SHORT, found=measure.raw)


def _file(budget: str) -> dict[str, object]:
    return {"filings": [{"form": "self_assessment", "budget": {"total": budget}}]}


RULE = Rule(
    "V00",
    Severity.ERROR,
    _("金额读不出"),
    "财预〔2019〕136号",
    _check,
    compares=_("金额格里写的是不是一个金额（单位与表头相同）"),
    example=Example(
        passes=Given(_("预算数 14158"), _file("14158")),
        fails=Given(_("预算数“约一万四”"), _file("约一万四")),
    ),
)
