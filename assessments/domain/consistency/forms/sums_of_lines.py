"""V04: in the money block 其中 + 其他 = total (forms.md §5), checked where any part is filled.

Nothing but a 0 beside a blank part says nothing. A column that fills lines which the edition does not know has another
list, of which nothing is known.
"""

from collections.abc import Iterator

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.formulas import Sum
from assessments.domain.measures import Outcome, compare_sum
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("其中各项之和不等于总数")
_SAY = _("“{name}”各项之和为 {expected}，总数填的是 {found}")
_SHORT = _("合计不符")


def _check(case: Case) -> Iterator[Finding]:
    for total_key, formula in case.edition.totals.items():
        if adds_up(case, total_key):
            yield from _column(case, total_key, formula)


def adds_up(case: Case, total_key: str) -> bool:
    """True if the edition says of what a total is the sum, and nothing else stands beside those parts."""
    column, known = total_key.partition(".")[0], case.edition.with_parts(total_key)
    filled = (key for key, raw in case.facts.squares.items() if raw.strip() and key.partition(".")[0] == column)
    return total_key in case.edition.totals and all(key in known for key in filled)


def _column(case: Case, total_key: str, formula: Sum) -> Iterator[Finding]:
    whole = amount(case.facts, total_key)
    parts = [amount(case.facts, part) for part in formula.parts]
    only_zeros = any(part.quantity is None for part in parts) and not any(part.number for part in parts)
    expectation = formula.of(parts)
    if whole.quantity is None or only_zeros or expectation.interval is None:
        return
    outcome = compare_sum(whole.quantity, expectation.interval)
    if outcome is Outcome.PASS:
        return
    expected = f"{sum(part.number for part in parts if part.number is not None):f}"
    name = Message(case.edition.called(total_key))
    values = {"name": name, "expected": expected, "found": whole.printed()}
    yield finding(
        RULE,
        total_key,
        Message(_SAY, values),
        _SHORT,
        found=whole.raw,
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=expectation.arithmetic,
    )


def _file(other: str) -> dict[str, object]:
    budget = {"total": "14158", "fiscal": "14000", "other": other}
    return {"filings": [{"form": "monitoring_report", "adjusted_budget": budget}]}


RULE = Rule(
    "V04",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("预算执行情况每一列的总数与其中各项之和"),
    example=Example(
        passes=Given(_("14158 = 14000 + 158"), _file("158")),
        fails=Given(_("14158，其中 14000 + 258 = 14258"), _file("258")),
    ),
)
