"""V18 on the money block: no line exceeds its total, in a column whose lines need not add up (forms.md §5).

A column whose lines are all known adds up or does not; that is another rule's (V04).
"""

from collections.abc import Iterator

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.sums_of_lines import adds_up
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import TOTAL
from assessments.domain.measures import Interval
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("部分大于整体")
_SAY = _("“{name}”里的一项是 {found}，大于总数 {expected}")
_SHORT = _("大于整体")


def _check(case: Case) -> Iterator[Finding]:
    for key in filter(lambda key: "." in key, case.facts.squares):
        total_key = f"{key.partition('.')[0]}.{TOTAL}"
        part, whole = amount(case.facts, key), amount(case.facts, total_key)
        if key == total_key or adds_up(case, total_key) or part.quantity is None or whole.quantity is None:
            continue
        if part.quantity.value > whole.quantity.value and not Interval.around(part.quantity).overlaps(
            Interval.around(whole.quantity)
        ):
            name = Message(case.edition.called(total_key))
            values = {"name": name, "found": part.printed(), "expected": whole.printed()}
            expected = f"≤ {whole.printed()}"
            yield finding(RULE, key, Message(_SAY, values), _SHORT, found=part.raw, expected=expected)


def _file(part: str) -> dict[str, object]:
    executed = {"total": "23600", "basic_pension": part}
    return {"filings": [{"form": "self_assessment", "executed": executed}]}


RULE = Rule(
    "V18",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("预算执行情况里没有列全的“其中”与总数"),
    example=Example(
        passes=Given(_("执行数 23600，其中一项 23500"), _file("23500")),
        fails=Given(_("执行数 23600，其中一项 24500"), _file("24500")),
    ),
)
