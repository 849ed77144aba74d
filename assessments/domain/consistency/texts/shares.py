"""V01 in running text: 占…的 Y%, A 与 B 之比, 可支付月数 follow from the figures beside them (forms.md §5)."""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.execution_rates import quotient
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
from assessments.domain.narrative.claims import Claim, Key, Proportion, ShareClaim, Spot
from assessments.domain.narrative.items import BENEFITS, CUMULATIVE, INCOME, LASTING_MONTHS, SPENDING, side_of
from assessments.domain.narrative.roles import BUDGETS, OUTCOMES, ClaimRole
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的占比、比例或可支付月数与其他数不符")
_SAY = _("文中写“{words}”，{arithmetic} = {expected}")
_MONTHS = 12
_SIDES = {"in": INCOME, "out": SPENDING}


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        claims = text.reading.claims
        for share in claims.shares:
            expected = list(_of_share(dossier.ledger, number, share))
            yield from _judge(dossier, number, share.stated, share.spot, share.words, expected)
        for proportion in claims.proportions:
            expected = list(_of_proportion(dossier.ledger, number, proportion))
            yield from _judge(dossier, number, _as_quantity(proportion), proportion.spot, proportion.words, expected)
        for claim in claims.values:
            if claim.key.item == LASTING_MONTHS:
                expected = list(_of_months(dossier.ledger, number, claim))
                yield from _judge(dossier, number, claim.quantity, claim.spot, claim.words, expected)


def _judge(
    dossier: Dossier, text: int, stated: Quantity, spot: Spot, words: str, expectations: list[Expectation]
) -> Iterator[Finding]:
    verdict = judged(stated, expectations)
    if verdict is None or verdict[0] is Outcome.PASS:
        return
    outcome, by = verdict
    expected = printed_like(by.interval, stated) + ("" if stated.unit else ":1")
    values = {"words": quoted(words), "arithmetic": by.arithmetic, "expected": expected}
    yield in_text(
        RULE,
        dossier,
        text,
        spot,
        Message(_SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=by.arithmetic,
    )


def _nearby(ledger: Ledger, text: int, key: Key, role: ClaimRole, spot: Spot) -> list[Quantity]:
    roles = frozenset({role}) if role in BUDGETS else OUTCOMES | {role}
    return [entry.quantity for entry in ledger.nearest(key, roles, text, spot)]


def _of_share(ledger: Ledger, text: int, share: ShareClaim) -> Iterator[Expectation]:
    parts = _nearby(ledger, text, share.part, share.role, share.spot)
    wholes = _wholes(ledger, text, share)
    for part in parts:
        for whole in wholes:
            if found := quotient(part, whole):
                yield found


def _wholes(ledger: Ledger, text: int, share: ShareClaim) -> list[Quantity]:
    if share.whole.item:
        return _nearby(ledger, text, share.whole, share.role, share.spot)
    total = _SIDES.get(side_of(share.part.item), "")
    if not total or total == share.part.item:
        return []
    return _nearby(ledger, text, share.whole._replace(item=total), share.role, share.spot)


def _as_quantity(proportion: Proportion) -> Quantity:
    first, second = proportion.ratio
    return Quantity(first if second == 1 else (first / second))


def _of_proportion(ledger: Ledger, text: int, proportion: Proportion) -> Iterator[Expectation]:
    """In the order in which the sides are named; where they are not named, in either."""
    if proportion.ratio[1] != 1:
        return
    firsts = _nearby(ledger, text, proportion.first, ClaimRole.ACTUAL, proportion.spot)
    seconds = _nearby(ledger, text, proportion.second, ClaimRole.ACTUAL, proportion.spot)
    for first in firsts:
        for second in seconds:
            if found := quotient(first, second):
                yield found


def _of_months(ledger: Ledger, text: int, claim: Claim) -> Iterator[Expectation]:
    """滚存结余 ÷ (当年支出 ÷ 12); some divide by the benefits alone."""
    if claim.key.months:
        return
    saved = _nearby(ledger, text, claim.key._replace(item=CUMULATIVE), claim.role, claim.spot)
    spendings = _nearby(ledger, text, claim.key._replace(item=SPENDING), claim.role, claim.spot)
    benefits = ledger.said(claim.key._replace(item=BENEFITS), OUTCOMES, text, claim.spot)
    near = [entry.quantity for entry in benefits if entry.spot and entry.spot.sentence == claim.spot.sentence]
    for divisors in (spendings, [entry.quantity for entry in benefits] if spendings else near):
        for spent in divisors:
            for balance in saved:
                ratio = Interval.around(balance).over(Interval.around(spent))
                if ratio is not None and balance.dimension == spent.dimension:
                    months = Decimal(_MONTHS)
                    interval = Interval(ratio.low * months, ratio.value * months, ratio.high * months)
                    top, bottom = in_one_unit(balance, spent)
                    yield Expectation(interval, f"{top} ÷ ({bottom} ÷ 12)")


def _file(share: str) -> dict[str, object]:
    words = f"基金收入12628万元，其中保险费收入6992万元，占基金收入的{share}。"
    return {"narrative": {"year": "2020", "paragraphs": [words]}}


RULE = DossierRule(
    "V01",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中的占比、抚养比、静态可支付月数与文中或表中的有关数"),
    example=Example(
        passes=Given(_("收入12628万元，保险费收入6992万元，写“占基金收入的55.37%”"), _file("55.37%")),
        fails=Given(_("收入12628万元，保险费收入6992万元，写“占基金收入的57.35%”"), _file("57.35%")),
    ),
)
