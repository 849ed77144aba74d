"""V25 in running text: one budget per fund and year, or labelled ones; what was spent is not called the budget."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_text, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.ledger.entries import Ledger, LedgerEntry
from assessments.domain.measures import Interval, Outcome, Quantity, compare
from assessments.domain.narrative.claims import Claim, Key
from assessments.domain.narrative.items import INCOME, SPENDING
from assessments.domain.narrative.roles import BUDGETS, OUTCOMES, ClaimRole, may_be_one
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("同一险种同一年度有两个预算数")
_TWO = _("文中写“{words}”，{other}是 {expected}，又没有注明年初或调整后")
_SPENT = _("文中写“{words}”，这是执行数；{other}是 {expected}")
_BEFORE = _("前文“{words}”")
_SHORT = _("预算数不同")


def _check(dossier: Dossier) -> Iterator[Finding]:
    first: dict[tuple[Key, bool, str], LedgerEntry] = {}
    for number, text in enumerate(dossier.ledger.texts):
        for claim in text.reading.claims.values:
            is_budget = claim.role in BUDGETS and claim.key.item in (INCOME, SPENDING)
            if is_budget and claim.certain and claim.key.year is not None:
                entry = LedgerEntry(claim.key, claim.role, claim.quantity, text=number, claim=claim)
                label = claim.key, claim.role is ClaimRole.ADJUSTED, claim.quantity.dimension
                before = first.setdefault(label, entry)
                yield from _judge(dossier, entry, _cells(dossier.ledger, claim) or [before])


def _cells(ledger: Ledger, claim: Claim) -> list[LedgerEntry]:
    """The cells with a budget that the claim's label lets be the same."""
    found = ledger.cells(claim.key, [role for role in BUDGETS if may_be_one(role, claim.role)])
    return [entry for entry in found if entry.quantity.dimension == claim.quantity.dimension]


def _judge(dossier: Dossier, entry: LedgerEntry, others: list[LedgerEntry]) -> Iterator[Finding]:
    claim, other = entry.claim, others[0]
    if claim is None or any(_differ(claim.quantity, each.quantity) is not Outcome.DIFFERS for each in others):
        return
    expected = other.quantity.printed()
    before = Message(_BEFORE, {"words": quoted(other.claim.words if other.claim else "")})
    values = {"words": quoted(claim.words), "other": other.cell.name if other.cell else before, "expected": expected}
    say = Message(_SPENT if _is_what_was_spent(dossier.ledger, claim) else _TWO, values)
    yield in_text(RULE, dossier, entry.text or 0, claim.spot, say, expected=expected, short=_SHORT)


def _differ(one: Quantity, other: Quantity) -> Outcome:
    rounder, finer = (one, other) if one.half_unit >= other.half_unit else (other, one)
    return compare(rounder, Interval.around(finer))


def _is_what_was_spent(ledger: Ledger, claim: Claim) -> bool:
    return any(
        _differ(claim.quantity, entry.quantity) is Outcome.PASS
        for entry in ledger.cells(claim.key, OUTCOMES)
        if entry.quantity.dimension == claim.quantity.dimension
    )


def _file(budget: str) -> dict[str, object]:
    head = {"form": "self_assessment", "fund": "GOV_PENSION", "year": "2022"}
    filing = head | {"budget": {"total": "23160"}, "executed": {"total": "23600"}}
    words = f"2022年机关事业单位养老保险基金预算支出{budget}。"
    return {"filings": [filing], "narrative": {"year": "2022", "paragraphs": [words]}}


RULE = DossierRule(
    "V25",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中的预算数与表中、前文同一险种、年度的预算数"),
    example=Example(
        passes=Given(_("表中预算数 23160 万元，文中写“预算支出2.32亿元”"), _file("2.32亿元")),
        fails=Given(_("表中预算数 23160 万元、执行数 23600 万元，文中写“预算支出2.36亿元”"), _file("2.36亿元")),
    ),
)
