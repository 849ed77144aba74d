"""V15: 到位 ≤ 预算 and 执行 ≤ 到位; 到位 = 执行 asks once per form to be confirmed (forms.md §5)."""

from collections.abc import Iterator, Mapping

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("到位、执行与预算的大小不合常理")
_EQUAL_TITLE = _("到位数与执行数相同")
_MORE = _("{upper} {found} 大于{lower} {expected}")
_EQUAL = _("到位数和执行数都是 {found}，请确认到位数不是照执行数填的")
_SHORT_MORE = _("大小不合")
_SHORT_EQUAL = _("请确认")


def _check(case: Case) -> Iterator[Finding]:
    edition = case.edition
    where = next((key for key, role in edition.figures.items() if role is ClaimRole.RECEIVED), None)
    if where is None:
        return
    for upper, lower in ((where, edition.budget), (edition.executed, where)):
        names = {"upper": Message(edition.called(upper)), "lower": Message(edition.called(lower))}
        for more, less in zip(edition.with_parts(upper), edition.with_parts(lower), strict=True):
            yield from _more(case, more, less, names)
    received, executed = amount(case.facts, where), amount(case.facts, edition.executed)
    if received.value and received.value == executed.value:
        say = Message(_EQUAL, {"found": received.printed()})
        confirms = [received.printed()]
        yield finding(RULE, where, say, _SHORT_EQUAL, title=_EQUAL_TITLE, found=received.raw, confirms=confirms)


def _more(case: Case, upper: str, lower: str, names: Mapping[str, Message]) -> Iterator[Finding]:
    more, less = amount(case.facts, upper), amount(case.facts, lower)
    if more.value is None or less.value is None or more.value <= less.value:
        return
    values = {**names, "found": more.printed(), "expected": less.printed()}
    expected = f"≤ {less.printed()}"
    yield finding(RULE, upper, Message(_MORE, values), _SHORT_MORE, found=more.raw, expected=expected)


def _file(received: str) -> dict[str, object]:
    filing = {
        "form": "monitoring_report",
        "monitoring_point": "2020年9月",
        "adjusted_budget": {"total": "14158"},
        "received": {"total": received},
        "executed": {"total": "10934"},
    }
    return {"filings": [filing]}


RULE = Rule(
    "V15",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("到位数与预算数、执行数与到位数；到位数等于执行数时全表问一次"),
    example=Example(
        passes=Given(_("预算 14158，到位 11500，执行 10934"), _file("11500")),
        fails=Given(_("预算 14158，到位 10500，执行 10934"), _file("10500")),
    ),
)
