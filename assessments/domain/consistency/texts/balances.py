"""V06 in running text: 收入 − 支出 = 本年结余; 上年滚存 + 本年结余 = 年末滚存 (forms.md §5)."""

import re
from bisect import bisect_left
from collections.abc import Iterator

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
from assessments.domain.measures import Interval, Outcome, Quantity, compare, compare_sum
from assessments.domain.narrative.claims import Claim
from assessments.domain.narrative.items import BALANCE, CUMULATIVE, CURRENT, INCOME, SPENDING
from assessments.domain.narrative.reading_state import UNCLEAR
from assessments.domain.narrative.roles import BUDGETS, OUTCOMES
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的结余与收支不符")
_SAY = _("文中写“{words}”，{arithmetic} = {expected}")
#: A bare 结余 behind 收入 and 支出 may also be what was saved up; nearer than this share to their difference it is not.
_NEAR = 10


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        for claim in text.reading.claims.values:
            expected = list(_expected(dossier.ledger, number, claim)) if claim.key.subject != UNCLEAR else []
            verdict = judged(claim.quantity, expected, compare_sum) if expected else None
            if verdict and verdict[0] is not Outcome.PASS:
                yield from _say(dossier, number, claim, *verdict)


def _expected(ledger: Ledger, text: int, claim: Claim) -> Iterator[Expectation]:
    if claim.key.item in (CURRENT, BALANCE):
        yield from _difference(ledger, text, claim)
    elif claim.key.item == CUMULATIVE:
        yield from _closing(ledger, text, claim)


def _stated(ledger: Ledger, text: int, claim: Claim, item: str, back: int = 0) -> list[Quantity]:
    year = claim.key.year
    if back and year is None:
        return []
    key = claim.key._replace(item=item, year=year - back if year is not None else None)
    roles = frozenset({claim.role}) if claim.role in BUDGETS and not back else OUTCOMES | {claim.role}
    return [
        entry.quantity
        for entry in ledger.said(key, roles, text, claim.spot)
        if entry.quantity.dimension == claim.quantity.dimension
    ]


def _difference(ledger: Ledger, text: int, claim: Claim) -> Iterator[Expectation]:
    for income in _stated(ledger, text, claim, INCOME):
        for spent in _stated(ledger, text, claim, SPENDING):
            interval = Interval.around(income) - Interval.around(spent)
            yield Expectation(interval, " − ".join(in_one_unit(income, spent)))
            yield from _with_more(ledger, text, claim, interval, " − ".join(in_one_unit(income, spent)))


def _closing(ledger: Ledger, text: int, claim: Claim) -> Iterator[Expectation]:
    """From the opening balance and the year's own; without that, from income and spending."""
    if claim.key.months:
        return
    currents = _stated(ledger, text, claim, CURRENT)
    for opening in _stated(ledger, text, claim, CUMULATIVE, back=1):
        for current in currents:
            interval = Interval.around(opening) + Interval.around(current)
            yield Expectation(interval, " + ".join(in_one_unit(opening, current)))
        if currents:
            continue
        for income in _stated(ledger, text, claim, INCOME):
            for spent in _stated(ledger, text, claim, SPENDING):
                interval = Interval.around(opening) + Interval.around(income) - Interval.around(spent)
                first, second, third = in_one_unit(opening, income, spent)
                yield Expectation(interval, f"{first} + {second} − {third}")
                yield from _with_more(ledger, text, claim, interval, f"{first} + {second} − {third}")


#: What other levels give and take, which income and spending may be stated without.
_GIVEN, _TAKEN = (
    re.compile(r"上级补助|下级上解|补助收入$|调剂金?收入"),
    re.compile(r"上解上级|补助下级|上解支出|调剂金?支出"),
)
#: No paragraph that people write states more values.
_MOST_MORE = 60


def _with_more(ledger: Ledger, text: int, claim: Claim, room: Interval, arithmetic: str) -> Iterator[Expectation]:
    """The same with 上级补助, 上解上级 and the like, where the paragraph states them beside income and spending."""
    said = ledger.texts[text].reading.claims.values
    first = bisect_left(said, claim.spot.paragraph, key=lambda each: each.spot.paragraph)
    values = [
        each
        for each in said[first : first + _MOST_MORE]
        if each.spot.paragraph == claim.spot.paragraph
        and each.key._replace(item="") == claim.key._replace(item="")
        and each.quantity.dimension == claim.quantity.dimension
    ]
    given = [each for each in values if _GIVEN.search(each.key.item)]
    taken = [each for each in values if _TAKEN.search(each.key.item)]
    for each in given:
        room, arithmetic = room + each.interval, f"{arithmetic} + {each.quantity.printed()}"
    for each in taken:
        room, arithmetic = room - each.interval, f"{arithmetic} − {each.quantity.printed()}"
    if given or taken:
        yield Expectation(room, arithmetic)


def _say(dossier: Dossier, text: int, claim: Claim, outcome: Outcome, by: Expectation) -> Iterator[Finding]:
    if claim.key.item == BALANCE and not (_is_near(claim, by) or _is_of_year(dossier.ledger, text, claim)):
        return
    expected = printed_like(by.interval, claim.quantity)
    values = {"words": quoted(claim.words), "arithmetic": by.arithmetic, "expected": expected}
    yield in_text(
        RULE,
        dossier,
        text,
        claim.spot,
        Message(_SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=by.arithmetic,
    )


def _is_near(claim: Claim, by: Expectation) -> bool:
    return abs(claim.quantity.value - by.interval.value) * _NEAR <= abs(by.interval.value)


#: 基金结余 x（收入 y、支出 z） says itself what it is the difference of.
_EXPLAINED = re.compile(r"[（(](?:其中[:：]?)?(?:基金|当年|全年)?总?收入[^（）()。]{0,40}支出[^（）()。]{0,30}[）)]")


def _is_of_year(ledger: Ledger, text: int, claim: Claim) -> bool:
    """Whether a bare 结余 can only be the year's: explained so, or what was saved up is stated as another sum."""
    paragraph = ledger.texts[text].reading.paragraphs[claim.spot.paragraph]
    if _EXPLAINED.match(paragraph, claim.spot.end):
        return True
    saved = _stated(ledger, text, claim, CUMULATIVE)
    return bool(saved) and all(compare(each, claim.interval) is Outcome.DIFFERS for each in saved)


def _file(balance: str) -> dict[str, object]:
    words = f"2020年社会保险基金收入12628万元，支出11216万元，本年收支结余{balance}。"
    return {"narrative": {"year": "2020", "paragraphs": [words]}}


RULE = DossierRule(
    "V06",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中的本年收支结余与收入减支出，年末滚存结余与上年滚存加本年结余"),
    example=Example(
        passes=Given(_("收入12628万元，支出11216万元，本年收支结余1412万元"), _file("1412万元")),
        fails=Given(_("收入12628万元，支出11216万元，本年收支结余1421万元"), _file("1421万元")),
    ),
)
