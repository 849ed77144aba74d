"""V02 on rates: an execution rate in running text is the one of the form and of the text before (forms.md §5)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from assessments.domain.computed import result_of
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_text, printed_like, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts, Nature
from assessments.domain.ledger.regions import region_of, scope_of
from assessments.domain.measures import Interval, Outcome, Quantity, compare, read
from assessments.domain.narrative.claims import Key, RateClaim
from assessments.domain.narrative.items import SPENDING
from assessments.domain.narrative.roles import BUDGETS, ClaimRole, may_be_one
from assessments.domain.natures import nature_of
from assessments.domain.units import PERCENT
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of

_TITLE = _("文中的执行率与表中、前文的不同")
_SAY = _("文中写“{words}”，{other}是 {expected}")
_OF_FORM = _("按表中执行数和预算数算出的执行率")
_OF_ROW = _("指标“{name}”")
_BEFORE = _("前文“{words}”")
_SHORT = _("前后不一致")


@dataclass(frozen=True, slots=True)
class _Other:
    """The same rate somewhere else."""

    name: Message
    interval: Interval
    quantity: Quantity | None = None


def _check(dossier: Dossier) -> Iterator[Finding]:
    before: dict[Key, list[RateClaim]] = {}
    of_form = cache(lambda number: tuple(_of_form(dossier.filings[number])))
    for number, text in enumerate(dossier.ledger.texts):
        for rate in () if text.is_plan else text.reading.claims.rates:
            if rate.over not in BUDGETS or not rate.key.item or rate.key.year is None:
                continue
            others = [
                *_of_forms(dossier, rate.key, rate.over, text.filing, of_form),
                *_said_before(before.get(rate.key, []), rate),
            ]
            yield from _against(dossier, number, rate, others)
            before.setdefault(rate.key, []).append(rate)


def _against(dossier: Dossier, number: int, rate: RateClaim, others: list[_Other]) -> Iterator[Finding]:
    for other in others:
        outcome = _compared(rate.stated, other)
        if outcome is not Outcome.PASS:
            yield _say(dossier, number, rate, outcome, other)
            return


def _compared(stated: Quantity, other: _Other) -> Outcome:
    if other.quantity is not None and other.quantity.half_unit > stated.half_unit:
        return compare(other.quantity, Interval.around(stated))
    return compare(stated, other.interval)


def _of_forms(
    dossier: Dossier, key: Key, over: ClaimRole, own: int | None, of_form: Callable[[int], tuple[_Other, ...]]
) -> Iterator[_Other]:
    """The computed rate of each form on the same fund and period, and the rates that its indicators state.

    ``of_form`` gives those of one form by its number, read once however many sentences speak of it.
    """
    for number, facts in enumerate(dossier.filings):
        months = str(facts.month) if facts.month not in (None, 12) else ""
        scope = scope_of(region_of(facts, dossier), dossier)
        about = Key(scope, facts.fund or "", SPENDING, facts.year, months)
        if about == key and (own is None or own == number) and _may_be_of(facts, over):
            yield from of_form(number)


def _may_be_of(facts: Facts, over: ClaimRole) -> bool:
    """Whether a rate of this label can be the form's: 年初 is compared with unlabelled, 调整后 only with itself."""
    edition = edition_of(facts)
    label = edition.figures.get(edition.budget, ClaimRole.BUDGET)
    return over in (label, ClaimRole.BUDGET) or (over is ClaimRole.INITIAL and label is ClaimRole.BUDGET)


def _of_form(facts: Facts) -> Iterator[_Other]:
    rate = result_of(facts, "execution_rate").value
    if rate is not None:
        yield _Other(Message(_OF_FORM), Interval(rate, rate, rate))
    for row in facts.indicators:
        actual = read(row.actual).quantity
        is_rate = nature_of(row, read(row.target)) is Nature.BUDGET_RATE
        if is_rate and actual is not None and actual.dimension == PERCENT:
            yield _Other(Message(_OF_ROW, {"name": row.level3}), Interval.around(actual), actual)


def _said_before(rates: list[RateClaim], rate: RateClaim) -> Iterator[_Other]:
    for other in rates:
        if may_be_one(other.over, rate.over) and other.over is rate.over:
            words = Message(_BEFORE, {"words": quoted(other.words)})
            yield _Other(words, Interval.around(other.stated), other.stated)
            return


def _say(dossier: Dossier, number: int, rate: RateClaim, outcome: Outcome, other: _Other) -> Finding:
    expected = other.quantity.printed() if other.quantity else printed_like(other.interval, rate.stated)
    values = {"words": quoted(rate.words), "other": other.name, "expected": expected}
    return in_text(
        RULE,
        dossier,
        number,
        rate.spot,
        Message(_SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        short=_SHORT,
    )


def _file(rate: str) -> dict[str, object]:
    filing = {
        "form": "self_assessment",
        "fund": "GOV_PENSION",
        "year": "2022",
        "budget": {"total": "23160"},
        "executed": {"total": "23600"},
        "goal_actual": f"完成年度预算的{rate}。",
    }
    return {"filings": [filing]}


RULE = DossierRule(
    "V02",
    Severity.ERROR,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中的预算执行率与表中算出的、指标里填的和前文写的执行率"),
    example=Example(
        passes=Given(_("23600 ÷ 23160 = 101.90%，文中写“完成年度预算的101.90%”"), _file("101.90%")),
        fails=Given(_("23600 ÷ 23160 = 101.90%，文中写“完成年度预算的102.28%”"), _file("102.28%")),
    ),
)
