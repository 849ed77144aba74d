"""V01 in running text: 较上年增加 X and 增长 Y% follow from the figures of both years (forms.md §5)."""

from collections.abc import Iterator
from decimal import Decimal

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
from assessments.domain.narrative.claims import ChangeClaim, Points, Yearly
from assessments.domain.narrative.roles import BUDGETS, OUTCOMES, ClaimRole, may_be_one
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的增减额、增减幅度与两年的数不符")
_SAY = _("文中写“{words}”，{arithmetic} = {expected}")
_HUNDRED = 100
_TOO_MUCH = _("文中写“{words}”，比当年的数 {whole} 还多")
_OTHER_WAY = _("文中写“{words}”，{arithmetic} = {expected}，方向相反")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        for change in text.reading.claims.changes:
            verdict = judged(change.stated, _readings(dossier.ledger, number, change))
            if verdict and verdict[0] is not Outcome.PASS:
                yield _say(dossier, number, change, *verdict)
            elif verdict is None and (whole := _exceeded(dossier.ledger, number, change)):
                values = {"words": quoted(change.words), "whole": whole.printed()}
                yield in_text(RULE, dossier, number, change.spot, Message(_TOO_MUCH, values))
        for yearly in text.reading.claims.yearly:
            verdict = judged(yearly.stated, tuple(_of_years(yearly)))
            if verdict and verdict[0] is not Outcome.PASS:
                yield _say(dossier, number, yearly, *verdict)
        for points in text.reading.claims.points:
            verdict = judged(points.stated, (_of_points(points),))
            if verdict and verdict[0] is not Outcome.PASS:
                yield _say(dossier, number, points, *verdict)


def _of_years(yearly: Yearly) -> Iterator[Expectation]:
    """The growth of each year, compounded or simply divided by the years; a fall is a growth below nothing."""
    ratio = yearly.now.interval.over(yearly.base.interval)
    if ratio is None or ratio.low <= 0:
        return
    shown = in_one_unit(yearly.now.quantity, yearly.base.quantity)
    root = Decimal(1) / yearly.years
    compound = tuple(edge**root - 1 for edge in (ratio.low, ratio.value, ratio.high))
    simple = tuple((edge - 1) / yearly.years for edge in (ratio.low, ratio.value, ratio.high))
    for (low, value, high), way in ((compound, f"({shown[0]} ÷ {shown[1]})^(1/{yearly.years}) − 1"), (simple, "")):
        room = Interval(low, value, high) if yearly.sign > 0 else Interval(-high, -value, -low)
        yield Expectation(room, way or f"({shown[0]} − {shown[1]}) ÷ {shown[1]} ÷ {yearly.years}")


def _of_points(points: Points) -> Expectation:
    """The difference of two percentages, in the direction that the words give."""
    first, second = (points.now, points.base) if points.sign > 0 else (points.base, points.now)
    difference = Interval.around(first) - Interval.around(second)
    room = Interval(difference.low * _HUNDRED, difference.value * _HUNDRED, difference.high * _HUNDRED)
    return Expectation(room, " − ".join(in_one_unit(first, second)))


def _readings(ledger: Ledger, text: int, change: ChangeClaim) -> Iterator[Expectation]:
    """What the change can be the printed form of, in every sense that its words can have."""
    yield from _expected(ledger, text, change)
    if change.otherwise:
        yield from _expected(ledger, text, change.otherwise)


def _exceeded(ledger: Ledger, text: int, change: ChangeClaim) -> Quantity | None:
    """The figure of this year that is less than what it is said to have grown by; None where there is none."""
    if change.is_rate or change.sign <= 0 or change.otherwise:
        return None
    for this in _stated(ledger, text, change, now=True):
        is_alike = this.dimension == change.stated.dimension and this.number >= 0
        if is_alike and Interval.around(change.stated).low > Interval.around(this).high:
            return this
    return None


def _expected(ledger: Ledger, text: int, change: ChangeClaim) -> Iterator[Expectation]:
    now = _stated(ledger, text, change, now=True)
    before = _stated(ledger, text, change, now=False)
    pairs = [(this, last) for this in now for last in before if this.dimension == last.dimension]
    for this, last in pairs:
        yield from _of_both(change, this, last)
    if change.is_rate and change.amount is not None:
        yield from _of_amount(change, change.amount, now, before)


def _stated(ledger: Ledger, text: int, change: ChangeClaim, *, now: bool) -> list[Quantity]:
    key = change.now if now else change.base
    found = ledger.nearest(key, _roles_now(change) if now else _roles_before(change), text, change.spot)
    if not found and not now and change.base_role in BUDGETS:
        found = ledger.nearest(key._replace(months=""), _roles_before(change), text, change.spot)
    return [entry.quantity for entry in found]


def _roles_now(change: ChangeClaim) -> frozenset[ClaimRole]:
    if change.base_role is ClaimRole.INITIAL and change.now == change.base and change.now_role in BUDGETS:
        return frozenset({ClaimRole.ADJUSTED})
    return frozenset({change.now_role}) if change.now_role in BUDGETS else OUTCOMES | {change.now_role}


def _roles_before(change: ChangeClaim) -> frozenset[ClaimRole]:
    if change.base_role in BUDGETS:
        return frozenset(role for role in BUDGETS if may_be_one(role, change.base_role))
    if change.base_role is not None and change.base_role is not ClaimRole.UNSURE:
        return frozenset({change.base_role}) | (OUTCOMES if change.base_role in OUTCOMES else frozenset())
    return OUTCOMES | BUDGETS if change.now_role in BUDGETS else OUTCOMES


def _of_both(change: ChangeClaim, this: Quantity, last: Quantity) -> Iterator[Expectation]:
    """In the direction that the words give: of a fall, last year's figure less this year's."""
    first, second = (last, this) if change.sign < 0 else (this, last)
    shown, before = in_one_unit(first, second), in_one_unit(this, last)[1]
    if not change.is_rate:
        if this.dimension.partition("/")[0] == change.stated.dimension.partition("/")[0]:
            difference = Interval.around(first) - Interval.around(second)
            yield Expectation(_either(change, difference), " − ".join(shown))
        return
    ratio = Interval.around(this).over(Interval.around(last))
    if ratio is not None:
        growth = Interval(ratio.low - 1, ratio.value - 1, ratio.high - 1)
        directed = _either(change, -growth if change.sign < 0 else growth)
        yield Expectation(directed, f"({shown[0]} − {shown[1]}) ÷ {before}")


def _of_amount(
    change: ChangeClaim, amount: ChangeClaim, now: list[Quantity], before: list[Quantity]
) -> Iterator[Expectation]:
    """The rate from the amount of the change, which the sentence states before it."""
    magnitude = Interval.around(amount.stated)
    for this in now:
        base = Interval.around(this) + magnitude if amount.sign < 0 else Interval.around(this) - magnitude
        if this.dimension == amount.stated.dimension and (rate := magnitude.over(base)):
            shown, sign = in_one_unit(amount.stated, this), "+" if amount.sign < 0 else "−"
            yield Expectation(rate, f"{shown[0]} ÷ ({shown[1]} {sign} {shown[0]})")
    for last in before:
        if last.dimension == amount.stated.dimension and (rate := magnitude.over(Interval.around(last))):
            yield Expectation(rate, " ÷ ".join(in_one_unit(amount.stated, last)))


def _either(change: ChangeClaim, interval: Interval) -> Interval:
    """Where the words leave the direction open, the size is what is compared."""
    return -interval if change.sign == 0 and interval.value < 0 < change.stated.number else interval


def _say(
    dossier: Dossier, text: int, change: ChangeClaim | Points | Yearly, outcome: Outcome, by: Expectation
) -> Finding:
    expected = printed_like(by.interval, change.stated)
    other_way = change.stated.number * by.interval.value < 0
    values = {"words": quoted(change.words), "arithmetic": by.arithmetic, "expected": expected}
    return in_text(
        RULE,
        dossier,
        text,
        change.spot,
        Message(_OTHER_WAY if other_way else _SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=by.arithmetic,
    )


def _file(amount: str) -> dict[str, object]:
    words = f"2020年基金支出10471万元，2019年基金支出9779万元，本年比上年增支{amount}，增幅为7.08%。"
    return {"narrative": {"year": "2020", "paragraphs": [words]}}


RULE = DossierRule(
    "V01",
    Severity.ERROR,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中比上年、比预算的增减额和增减幅度与两个数本身"),
    example=Example(
        passes=Given(_("文中写“支出10471万元，上年9779万元，增支692万元，增幅为7.08%”"), _file("692万元")),
        fails=Given(_("文中写“支出10471万元，上年9779万元，增支962万元，增幅为7.08%”"), _file("962万元")),
    ),
)
