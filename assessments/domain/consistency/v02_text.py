"""V02: amounts, head counts and rates in running text equal the cells and each other (forms.md §5).

Only figures whose fund, year and measure the text names beyond doubt are compared. A text may be rounder than a table:
the rounder figure is the one that is judged.
"""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.text_verdicts import in_text, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, Quantity, compare
from assessments.domain.narrative.ledger import Entry, Ledger
from assessments.domain.narrative.roles import BUDGETS, OUTCOMES, Role, may_be_one
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的数与表中、前文的同一数不同")
_SAY = _("文中写“{words}”，{other}是 {expected}")
_BEFORE = _("前文“{words}”")
_SHORT = _("前后不一致")


def _check(dossier: Dossier) -> Iterator[Finding]:
    ledger = dossier.ledger
    for number, text in enumerate(ledger.texts):
        if text.is_plan:
            continue
        for claim in text.reading.claims.values:
            entry = Entry(claim.key, claim.role, claim.quantity, text=number, claim=claim)
            if _is_comparable(entry):
                yield from _against(dossier, entry, _others(ledger, entry))


def _is_comparable(entry: Entry) -> bool:
    claim = entry.claim
    return claim is None or (claim.certain and claim.item.known and claim.key.year is not None)


def _others(ledger: Ledger, entry: Entry) -> list[Entry]:
    """The cells of the same datum; where there are none, what was said of it before."""
    same = [
        other
        for other in ledger.by_key.get(entry.key, ())
        if _may_be_one(entry, other) and other.quantity.dimension == entry.quantity.dimension
    ]
    cells = [other for other in same if other.cell is not None]
    own = ledger.texts[entry.text].filing if entry.text is not None else None
    of_form = [other for other in cells if other.cell and own is not None and other.cell.filing == own]
    return of_form or cells or [other for other in same if _stands_before(other, entry) and _is_comparable(other)][:1]


def _may_be_one(entry: Entry, other: Entry) -> bool:
    if entry.role in BUDGETS and other.role in BUDGETS:
        return may_be_one(entry.role, other.role)
    if other.cell is not None and entry.role in OUTCOMES:
        return other.role in OUTCOMES
    return entry.role is other.role and entry.role is not Role.UNSURE


def _stands_before(other: Entry, entry: Entry) -> bool:
    if other.text is None or entry.text is None or other.spot is None or entry.spot is None:
        return False
    return (other.text, other.spot) < (entry.text, entry.spot)


def _against(dossier: Dossier, entry: Entry, others: list[Entry]) -> Iterator[Finding]:
    outcomes = [(_compared(entry.quantity, other.quantity), other) for other in others]
    if not outcomes or any(outcome is Outcome.PASS for outcome, _other in outcomes):
        return
    near = next((pair for pair in outcomes if pair[0] is Outcome.NOTICE), None)
    yield _say(dossier, entry, *(near or outcomes[0]))


def _compared(one: Quantity, other: Quantity) -> Outcome:
    rounder, finer = (one, other) if one.half_unit >= other.half_unit else (other, one)
    return compare(rounder, Interval.around(finer))


def _say(dossier: Dossier, entry: Entry, outcome: Outcome, other: Entry) -> Finding:
    claim = entry.claim
    if claim is None or entry.text is None:
        raise ValueError
    expected = other.quantity.printed()
    name = (
        other.cell.name if other.cell else Message(_BEFORE, {"words": quoted(other.claim.words if other.claim else "")})
    )
    values = {"words": quoted(claim.words), "other": name, "expected": expected}
    return in_text(
        RULE,
        dossier,
        entry.text,
        claim.spot,
        Message(_SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        short=_SHORT,
    )


def _file(spent: str) -> dict[str, object]:
    filing = {"form": "self_assessment", "fund": "GOV_PENSION", "year": "2022", "executed": {"total": "23600"}}
    words = f"2022年机关事业单位养老保险基金支出{spent}。"
    return {"filings": [filing], "narrative": {"year": "2022", "paragraphs": [words]}}


RULE = DossierRule(
    "V02",
    Severity.ERROR,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中的金额、人数与表中同一险种、年度的数，以及前后两处的同一个数"),
    example=Example(
        passes=Given(_("表中执行数 23600 万元，文中写“支出2.36亿元”"), _file("2.36亿元")),
        fails=Given(_("表中执行数 23600 万元，文中写“支出2.63亿元”"), _file("2.63亿元")),
    ),
)
