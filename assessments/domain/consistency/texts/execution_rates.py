"""V01 in running text: 完成预算的 Y%, 执行率 Y%, 完成率 Y% equal their numerator and denominator (forms.md §5)."""

from collections.abc import Iterator
from dataclasses import replace

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import (
    Expectation,
    in_one_unit,
    in_text,
    judged,
    printed_like,
    quoted,
)
from assessments.domain.dossier import Dossier
from assessments.domain.ledger.entries import Ledger
from assessments.domain.measures import Interval, Outcome, Quantity
from assessments.domain.narrative.claims import RateClaim
from assessments.domain.narrative.items import INCOME, SPENDING
from assessments.domain.narrative.roles import BUDGETS, OUTCOMES, ClaimRole
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的执行率、完成率与分子、分母不符")
_SAY = _("文中写“{words}”，{arithmetic} = {expected}")

#: Which budgets a label may be measured by.
_BASES: dict[ClaimRole, frozenset[ClaimRole]] = {
    ClaimRole.BUDGET: BUDGETS,
    ClaimRole.INITIAL: frozenset({ClaimRole.INITIAL, ClaimRole.BUDGET}),
    ClaimRole.ADJUSTED: frozenset({ClaimRole.ADJUSTED, ClaimRole.BUDGET}),
}


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        for rate in text.reading.claims.rates:
            verdict = judged(rate.stated, rates(dossier.ledger, number, rate))
            if verdict and verdict[0] is not Outcome.PASS:
                yield _say(dossier, number, rate, *verdict)


def rates(ledger: Ledger, text: int, rate: RateClaim) -> Iterator[Expectation]:
    """The quotients that ``rate`` can be the printed form of; where it may be of either, of both."""
    if rate.key.item:
        yield from _rates(ledger, text, rate)
        return
    found = list(_rates(ledger, text, rate))
    for item in () if found else (INCOME, SPENDING):
        found += _rates(ledger, text, replace(rate, key=rate.key._replace(item=item)))
    yield from found


def _rates(ledger: Ledger, text: int, rate: RateClaim) -> Iterator[Expectation]:
    outcomes = [claim.quantity for claim in rate.outcomes] or _stated(ledger, text, rate, OUTCOMES, ClaimRole.ACTUAL)
    labels = _BASES.get(rate.over, BUDGETS) if rate.labelled else BUDGETS
    bases = [claim.quantity for claim in rate.bases] or _stated(ledger, text, rate, labels, rate.over)
    for outcome in outcomes:
        for base in bases:
            if found := quotient(outcome, base):
                yield found


def _stated(
    ledger: Ledger, text: int, rate: RateClaim, roles: frozenset[ClaimRole], label: ClaimRole
) -> list[Quantity]:
    """The values nearest to the rate: those of its sentence, named or not, before any farther off.

    Of several budgets those with the rate's own label are meant.
    """
    unnamed = rate.key._replace(item="")
    here = [
        entry
        for key in {rate.key, unnamed}
        for entry in ledger.said(key, roles, text, rate.spot)
        if entry.spot and entry.spot.sentence == rate.spot.sentence
    ]
    found = here or ledger.nearest(rate.key, roles, text, rate.spot)
    if not found and roles is not OUTCOMES:
        found = ledger.nearest(rate.key._replace(months=""), roles, text, rate.spot)
    labelled = [entry for entry in found if entry.role is label and rate.labelled]
    return [entry.quantity for entry in labelled or found]


def quotient(numerator: Quantity, denominator: Quantity) -> Expectation | None:
    """One figure over another of the same dimension; None where the divisor may be 0."""
    interval = Interval.around(numerator).over(Interval.around(denominator))
    if interval is None or numerator.dimension != denominator.dimension:
        return None
    return Expectation(interval, " ÷ ".join(in_one_unit(numerator, denominator)))


def _say(dossier: Dossier, text: int, rate: RateClaim, outcome: Outcome, by: Expectation) -> Finding:
    expected = printed_like(by.interval, rate.stated)
    values = {"words": quoted(rate.words), "arithmetic": by.arithmetic, "expected": expected}
    return in_text(
        RULE,
        dossier,
        text,
        rate.spot,
        Message(_SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=by.arithmetic,
    )


def _file(rate: str) -> dict[str, object]:
    return {
        "narrative": {"year": "2020", "paragraphs": [f"2020年基金支出10471万元，预算10526万元，完成预算的{rate}。"]}
    }


RULE = DossierRule(
    "V01",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中的预算执行率、目标完成率与文中（文中没有的，与表中）的分子、分母"),
    example=Example(
        passes=Given(_("文中写“支出10471万元，预算10526万元，完成预算的99.48%”"), _file("99.48%")),
        fails=Given(_("文中写“支出10471万元，预算10526万元，完成预算的98.47%”"), _file("98.47%")),
    ),
)
