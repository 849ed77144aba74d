"""V22: a form whose amounts are ten thousand times too large was typed in 元 under 万元 (forms.md §5).

Seen by its own rows (an amount with its unit, the people it pays for), and by last year's paper.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.computed import amount
from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.leaps_between_years import paper_before
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.measures import Quantity, read
from assessments.domain.measures.spelling import bare
from assessments.domain.rounding import without_zeros
from assessments.domain.units import MONEY
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of

_TITLE = _("金额像是按元填的")
_SAY = _("本表以{unit}为单位，填的是 {found}；{why}。若按元填写，应改为 {expected}")
_BY_AMOUNT = _("“{name}”写的是 {amount}")
_BY_HEAD = _("按“{name}”{count} 计，每人超过 {limit}")
_BY_YEAR = _("上年同一张表是 {before}")
_SHORT = _("单位像是元")

_TEN_THOUSAND = Decimal(10_000)
#: How far a quotient may be from 10 000 where the year or an indicator's own amount gives it.
_NEAR = Decimal(4)
#: No fund pays so much for a person in a year; smaller totals are not judged by heads.
_MOST_PER_HEAD, _FEWEST = Decimal(3_000_000), Decimal(1_000_000)
_INSURED = re.compile(
    r"(?:参保|缴费|领取|享受|退休|待遇|补贴|代缴|保障|发放|覆盖|受益).{0,8}(?:人数|人员|对象|人次)?$|人数$"
)


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, facts in enumerate(dossier.filings):
        edition = edition_of(facts)
        key = next((key for key in (edition.budget, edition.executed) if _typed(facts, key)), "")
        whole = _typed(facts, key) if key else None
        why = whole and (_by_amount(facts, whole) or _by_year(dossier, facts, key, whole) or _by_head(facts, whole))
        if whole and why:
            yield _say(dossier, number, key, whole, why)


def _typed(facts: Facts, key: str) -> Quantity | None:
    quantity = amount(facts, key).quantity
    return quantity if quantity and quantity.number > 0 and quantity.power == 4 else None


def _say(dossier: Dossier, number: int, key: str, whole: Quantity, why: Message) -> Finding:
    raw = dossier.filings[number].squares[key].strip()
    meant = without_zeros(whole.number / _TEN_THOUSAND)
    values = {"unit": whole.unit.symbol if whole.unit else "", "found": raw, "why": why, "expected": meant}
    where = dossier.place_of_filing(number, key)
    return finding(RULE, where, Message(_SAY, values), _SHORT, found=raw, expected=meant, confirms=[raw])


def _is_ten_thousandfold(large: Decimal, small: Decimal) -> bool:
    return small > 0 and _TEN_THOUSAND / _NEAR <= large / small <= _TEN_THOUSAND * _NEAR


def _by_amount(facts: Facts, whole: Quantity) -> Message | None:
    """An indicator's amount with its own unit, of which the total is ten thousand times as much."""
    for row in facts.indicators:
        target = read(row.target)
        for each in target.quantities if target.is_numeric else ():
            if each.dimension == MONEY and each.power and _is_ten_thousandfold(whole.value, each.value):
                return Message(_BY_AMOUNT, {"name": row.level3, "amount": each.printed()})
    return None


def _by_year(dossier: Dossier, facts: Facts, column: str, whole: Quantity) -> Message | None:
    before = paper_before(dossier, facts)
    earlier = amount(before, column).quantity if before else None
    if earlier is None or not _is_ten_thousandfold(whole.value, earlier.value):
        return None
    return Message(_BY_YEAR, {"before": earlier.printed()})


def _by_head(facts: Facts, whole: Quantity) -> Message | None:
    """The people for whom it is spent: most of them, so that a small group beside a large fund says nothing."""
    heads = [
        (quantity, row.level3)
        for row in facts.indicators
        if (quantity := next(iter(read(row.target).quantities), None))
        and quantity.dimension == "人"
        and _INSURED.search(bare(row.level3[:80]))
    ]
    if not heads or whole.number < _FEWEST:
        return None
    most, name = max(heads, key=lambda pair: pair[0].value)
    if most.value <= 0 or whole.value / most.value <= _MOST_PER_HEAD:
        return None
    return Message(_BY_HEAD, {"name": name, "count": most.printed(), "limit": "300万元"})


def _file(budget: str) -> dict[str, object]:
    rows = [{"level3": "参保缴费人数", "target": "2834人", "actual": "2977人"}]
    return {"filings": [{"form": "self_assessment", "budget": {"total": budget}, "indicators": rows}]}


RULE = DossierRule(
    "V22",
    Severity.WARNING,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.FORM,),
    compares=_("金额的大小与指标里的金额、参保或领取人数、上年的同一张表（相差约一万倍）"),
    example=Example(
        passes=Given(_("参保 2834人，预算 14158 万元"), _file("14158")),
        fails=Given(_("参保 2834人，预算填 141580000 万元"), _file("141580000")),
    ),
    since=rule_sets.THIRD,
)
