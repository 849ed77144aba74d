"""V23: amounts in a target table are the budget in 亿元, half up, two decimals; truncated ones are a notice.

Judged are 资金情况 and indicators that repeat a budgeted amount: as a value, or as the middle of ``±5%``. A limit need
not be the budget itself; it is named only where it is the budget cut off.
"""

from collections.abc import Callable, Iterator
from functools import partial

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.measures import Interval, Kind, Measure, Outcome, Quantity, compare, read
from assessments.domain.rounding import half_up, truncated, without_zeros
from assessments.domain.tables.subjects import FundBudget, SubjectSort, budget_of, is_money, subject_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of

_PLACES = 2

_TITLE = _("目标表的金额与预算不符")
_CUT_TITLE = _("目标表的金额是截位得来的")
_SAY = _("预算 {budget}，四舍五入为 {expected}，目标表写的是 {found}")
_SHORT = _("与预算不符")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, target in enumerate(dossier.targets):
        if budget := budget_of(dossier.tables, target.fund, target.year):
            place = partial(dossier.place_of_target, number)
            yield from _squares(target, place, budget)
            yield from _indicators(target, place, budget)


def _squares(target: Facts, place: Callable[[str], str], budget: FundBudget) -> Iterator[Finding]:
    for key, (_role, item) in edition_of(target).data.items():
        printed, budgeted = amount(target, key).quantity, budget.amount(item)
        if printed and budgeted and printed.power >= budgeted.power:
            yield from _judge(place(key), printed, budgeted, target.value(key))


def _indicators(target: Facts, place: Callable[[str], str], budget: FundBudget) -> Iterator[Finding]:
    for row in target.indicators:
        subject, measure = subject_of(row.level3), read(row.target)
        budgeted = budget.amount(subject.item) if subject and subject.sort is SubjectSort.AMOUNT else None
        printed = _amount_in(measure)
        if budgeted is None or printed is None or printed.power < budgeted.power:
            continue
        if measure.kind in (Kind.VALUE, Kind.BAND) or _is_cut(printed, budgeted):
            yield from _judge(place(row.key("target")), printed, budgeted, row.target)


def _amount_in(measure: Measure) -> Quantity | None:
    """The one amount of money that a target states; None for a band of two amounts."""
    amounts = [quantity for quantity in measure.quantities if is_money(quantity)]
    return amounts[0] if measure.is_numeric and len(amounts) == 1 else None


def _is_cut(printed: Quantity, amount: Quantity) -> bool:
    exact = amount.value.scaleb(-printed.power)
    return half_up(exact, printed.places) != printed.number == truncated(exact, printed.places)


def _judge(where: str, printed: Quantity, amount: Quantity, found: str) -> Iterator[Finding]:
    exact = amount.value.scaleb(-printed.power)
    expected = half_up(exact, max(printed.places, _PLACES))
    if printed.number == expected:
        return
    outcome = compare(printed, Interval.around(amount))
    unit = printed.unit.symbol if printed.unit else ""
    values = {"budget": amount.printed(), "expected": f"{expected:f}{unit}", "found": found}
    yield finding(
        RULE,
        where,
        Message(_SAY, values),
        _SHORT,
        title=_CUT_TITLE if _is_cut(printed, amount) else _TITLE,
        found=found,
        expected=f"{expected:f}",
        severity=RULE.severity if outcome is Outcome.DIFFERS else Severity.NOTICE,
        arithmetic=Message(f"{amount.number:f} ÷ {10 ** (printed.power - amount.power)} = {without_zeros(exact)}"),
    )


def _file(expenditure: str) -> dict[str, object]:
    rows = [["城乡居民基本养老保险基金支出", "71171"]]
    return {
        "tables": [{"no": "表六", "columns": ["项目", "2023年预算数"], "rows": rows}],
        "targets": [{"fund": "RESIDENT_PENSION", "year": "2023", "expenditure_budget": expenditure}],
    }


RULE = DossierRule(
    "V23",
    Severity.WARNING,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TARGETS, Need.TABLES),
    compares=_("区域绩效目标表的金额（亿元，两位小数）与预算表（万元）"),
    example=Example(
        passes=Given(_("预算 71171 万元，目标表 7.12 亿元"), _file("7.12")),
        fails=Given(_("预算 71171 万元，目标表 7.21 亿元"), _file("7.21")),
    ),
)
