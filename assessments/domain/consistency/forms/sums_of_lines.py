"""V04: in the money block 其中 + 其他 = total (forms.md §5), checked where any part is filled.

Nothing but a 0 beside a blank part says nothing. A column that fills lines which the edition does not know has another
list, of which nothing is known.
"""

from collections.abc import Iterator

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.editions import COLUMN_NAMES, TOTAL
from assessments.domain.measures import Interval, Outcome, compare_sum, total
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("其中各项之和不等于总数")
_SAY = _("“{name}”各项之和为 {expected}，总数填的是 {found}")
_SHORT = _("合计不符")


def _check(case: Case) -> Iterator[Finding]:
    for column in case.edition.columns:
        if adds_up(case, column):
            yield from _column(case, column)


def adds_up(case: Case, column: str) -> bool:
    """True if the lines of a column are all known and the edition says that they add up."""
    return case.edition.complete and column in case.edition.columns and not _has_other_lines(case, column)


def _has_other_lines(case: Case, column: str) -> bool:
    filled = (key.partition(".") for key, raw in case.facts.money.items() if raw.strip())
    return any(name == column and line not in case.edition.lines for name, _dot, line in filled)


def _column(case: Case, column: str) -> Iterator[Finding]:
    whole = amount(case.facts, column)
    parts = [amount(case.facts, column, line) for line in case.edition.parts]
    filled = [part.quantity for part in parts if part.quantity]
    only_zeros = len(filled) < len(parts) and not any(part.number for part in filled)
    if whole.quantity is None or only_zeros or any(part.problem for part in parts):
        return
    room = total(Interval.around(part) for part in filled)
    outcome = compare_sum(whole.quantity, room)
    if outcome is Outcome.PASS:
        return
    expected = f"{sum(part.number for part in filled):f}"
    values = {"name": Message(COLUMN_NAMES.get(column, column)), "expected": expected, "found": whole.printed()}
    yield finding(
        RULE,
        f"{column}.{TOTAL}",
        Message(_SAY, values),
        _SHORT,
        found=whole.raw,
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=Message(" + ".join(f"{part.number:f}" for part in filled)),
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
