"""V19 in running text: 上年滚存结余 is last year's closing balance as last year's papers give it (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency.arithmetic_words import signed
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_text, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.ledger.entries import LedgerEntry, is_last_years
from assessments.domain.measures import Interval, Outcome, Quantity, compare
from assessments.domain.narrative.claims import Claim
from assessments.domain.narrative.items import CUMULATIVE
from assessments.domain.narrative.roles import OUTCOMES
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的上年结余不等于上年末的结余")
_SAY = _("文中写“{words}”，{other}是 {expected}，相差 {difference}")
_SHORT = _("与上年不符")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        for claim in text.reading.claims.values:
            if claim.key.item == CUMULATIVE and claim.certain and claim.role in OUTCOMES:
                yield from _judge(dossier, number, claim)


def _judge(dossier: Dossier, number: int, claim: Claim) -> Iterator[Finding]:
    for entry in dossier.ledger.cells(claim.key, OUTCOMES):
        is_closing = entry.cell is not None and is_last_years(entry.cell)
        if is_closing and entry.quantity.dimension == claim.quantity.dimension:
            outcome = _compared(claim.quantity, entry.quantity)
            if outcome is not Outcome.PASS:
                yield _say(dossier, number, claim, entry, outcome)
            return


def _compared(one: Quantity, other: Quantity) -> Outcome:
    rounder, finer = (one, other) if one.half_unit >= other.half_unit else (other, one)
    return compare(rounder, Interval.around(finer))


def _say(dossier: Dossier, number: int, claim: Claim, entry: LedgerEntry, outcome: Outcome) -> Finding:
    expected = entry.quantity.printed()
    values = {
        "words": quoted(claim.words),
        "other": entry.cell.name if entry.cell else "",
        "expected": expected,
        "difference": signed(claim.quantity.value - entry.quantity.value, claim.quantity),
    }
    return in_text(
        RULE,
        dossier,
        number,
        claim.spot,
        Message(_SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        short=_SHORT,
    )


def _file(opening: str) -> dict[str, object]:
    words = f"2020年上年滚存结余{opening}，本年收支结余1412万元。"
    return {"narrative": {"year": "2020", "paragraphs": [words]}}


_BEFORE: dict[str, object] = {"narrative": {"year": "2019", "paragraphs": ["2019年社会保险基金年末滚存结余7217万元。"]}}


RULE = DossierRule(
    "V19",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.NARRATIVE, Need.LAST_YEAR),
    compares=_("文中的上年滚存结余与上年资料里的年末滚存结余"),
    example=Example(
        passes=Given(_("上年年末滚存结余7217万元，文中写“上年滚存结余7217万元”"), _file("7217万元"), last_year=_BEFORE),
        fails=Given(_("上年年末滚存结余7217万元，文中写“上年滚存结余7271万元”"), _file("7271万元"), last_year=_BEFORE),
    ),
)
