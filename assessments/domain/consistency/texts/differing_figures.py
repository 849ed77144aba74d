"""V02: amounts, head counts and rates in running text equal the cells and each other (forms.md §5).

Only figures whose fund, year and measure the text names beyond doubt are compared; a measure that is not known by its
name only with the indicator of that very name. A text may be rounder than a table: the rounder figure is judged.
"""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_text, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.ledger.entries import Ledger, LedgerEntry, is_last_years
from assessments.domain.measures import Interval, Outcome, Quantity, compare
from assessments.domain.narrative.claims import Key
from assessments.domain.narrative.items import CUMULATIVE
from assessments.domain.narrative.roles import OUTCOMES, ClaimRole, may_be_one
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的数与表中、前文的同一数不同")
_SAY = _("文中写“{words}”，{other}是 {expected}")
_BEFORE = _("前文“{words}”")
_SHORT = _("前后不一致")


def _check(dossier: Dossier) -> Iterator[Finding]:
    ledger = dossier.ledger
    first: dict[tuple[Key, ClaimRole, str], LedgerEntry] = {}
    for number, text in enumerate(ledger.texts):
        for claim in () if text.is_plan else text.reading.claims.values:
            if not claim.certain or claim.key.year is None:
                continue
            entry = LedgerEntry(claim.key, claim.role, claim.quantity, text=number, claim=claim)
            others = _cells(ledger, entry)
            if claim.item.known:
                before = first.setdefault((claim.key, _label(claim.role), claim.quantity.dimension), entry)
                others = others or ([before] if before is not entry else [])
            yield from _against(dossier, entry, others)


def _label(role: ClaimRole) -> ClaimRole:
    """A budget without a label is held to that of 年初."""
    return ClaimRole.BUDGET if may_be_one(role, ClaimRole.BUDGET) else role


def _cells(ledger: Ledger, entry: LedgerEntry) -> list[LedgerEntry]:
    """The cells of the same datum: those of the form that holds the text, else any.

    That the year opens with last year's closing balance is a rule of its own (V19).
    """
    roles = OUTCOMES if entry.role in OUTCOMES else [role for role in ClaimRole if may_be_one(role, entry.role)]
    opening = entry.key.item == CUMULATIVE
    cells = [
        other
        for other in ledger.cells(entry.key, roles)
        if other.quantity.dimension == entry.quantity.dimension
        and not (opening and other.cell and is_last_years(other.cell))
    ]
    own = ledger.texts[entry.text].filing if entry.text is not None else None
    return [other for other in cells if other.cell and own is not None and other.cell.filing == own] or cells


def _against(dossier: Dossier, entry: LedgerEntry, others: list[LedgerEntry]) -> Iterator[Finding]:
    outcomes = [(_compared(entry.quantity, other.quantity), other) for other in others]
    if not outcomes or any(outcome is Outcome.PASS for outcome, _other in outcomes):
        return
    near = next((pair for pair in outcomes if pair[0] is Outcome.NOTICE), None)
    yield _say(dossier, entry, *(near or outcomes[0]))


def _compared(one: Quantity, other: Quantity) -> Outcome:
    rounder, finer = (one, other) if one.half_unit >= other.half_unit else (other, one)
    return compare(rounder, Interval.around(finer))


def _say(dossier: Dossier, entry: LedgerEntry, outcome: Outcome, other: LedgerEntry) -> Finding:
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
