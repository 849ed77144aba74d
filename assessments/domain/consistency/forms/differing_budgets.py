"""V25 on squares: one budget figure per fund and year, or figures with their own labels (forms.md §5).

年初 is compared with 年初 and with a figure without label, 调整后 with 调整后 of the same month. 全年 beside 年初 is no
figure without label. Papers of different regions are not compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.same_unit import region_key
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.domain.measures import Interval, Outcome, Quantity, compare, read_amount
from assessments.domain.measures.spelling import bare
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.tables import BudgetItem, Scope, Stage
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import FIGURES

_TITLE = _("同一险种同一年度有两个预算数")
_SAY = _("这里的预算数是 {found}，{other}是 {expected}，又没有注明年初或调整后")
_SHORT = _("预算数不同")

_INITIAL, _ADJUSTED = "initial", "adjusted"
#: The label of a budget's role; 全年 is none, and is told from 年初 by its own form.
_LABELS = {ClaimRole.BUDGET: _INITIAL, ClaimRole.INITIAL: _INITIAL, ClaimRole.ADJUSTED: _ADJUSTED}


@dataclass(frozen=True, slots=True)
class _Stated:
    """A budget figure, where it stands, and what it can be compared by."""

    key: tuple[str, Fund, int, str]
    quantity: Quantity
    where: str
    text: str


def _check(dossier: Dossier) -> Iterator[Finding]:
    first: dict[tuple[str, Fund, int, str], _Stated] = {}
    for stated in (*_of_tables(dossier), *_of_filings(dossier)):
        known = first.setdefault(stated.key, stated)
        outcome = compare(stated.quantity, Interval.around(known.quantity))
        if known.where != stated.where and outcome is not Outcome.PASS:
            yield _say(stated, known, outcome)


def _of_tables(dossier: Dossier) -> Iterator[_Stated]:
    region = dossier.head.get("region_code", "").strip() or bare(dossier.head.get("region", ""))
    for datum, cells in dossier.tables.by_datum.items() if dossier.tables else ():
        if datum.scope is not Scope.WHOLE or datum.item is not BudgetItem.EXPENDITURE or datum.fund is None:
            continue
        cell = next((cell for cell in cells if cell.quantity), None)
        if cell and cell.quantity and datum.stage is Stage.BUDGET:
            key = (region, datum.fund, datum.year, _INITIAL)
            yield _Stated(key, cell.quantity, cell.where, cell.text)


def _of_filings(dossier: Dossier) -> Iterator[_Stated]:
    for number, facts in enumerate(dossier.filings):
        if facts.fund is None or facts.year is None:
            continue
        for square, role in FIGURES.items():
            label, text = _LABELS.get(role), facts.value(square)
            if label is None or (role is ClaimRole.BUDGET and _states_both(facts)):
                continue
            if quantity := read_amount(text, facts.amount_unit).quantity:
                moment = f"{label} {facts.month}" if label == _ADJUSTED else label
                key = (region_key(facts), facts.fund, facts.year, moment)
                yield _Stated(key, quantity, dossier.place_of_filing(number, square), text)


def _states_both(facts: Facts) -> bool:
    """True if 年初预算数 stands beside the budget, which may have been adjusted since."""
    return any(facts.value(square).strip() for square, role in FIGURES.items() if role is ClaimRole.INITIAL)


def _say(stated: _Stated, known: _Stated, outcome: Outcome) -> Finding:
    values = {"found": stated.text, "other": known.where, "expected": known.text}
    return finding(
        RULE,
        stated.where,
        Message(_SAY, values),
        _SHORT,
        found=stated.text,
        expected=known.text,
        severity=RULE.severity_of(outcome),
    )


def _file(budget: str) -> dict[str, object]:
    head = {"form": "self_assessment", "fund": "GOV_PENSION", "year": "2022", "region_code": "653130"}
    return {"filings": [head | {"budget": {"total": "23160"}}, head | {"budget": {"total": budget}}]}


RULE = DossierRule(
    "V25",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.SEVERAL_BUDGETS,),
    compares=_("同一地区、险种、年度在各张表里的预算数（年初与未注明的相比，调整后只与调整后相比）"),
    example=Example(
        passes=Given(_("两张表的机关养老 2022 年预算数都是 23160"), _file("23160")),
        fails=Given(_("一张表的机关养老 2022 年预算数是 23160，另一张是 23600"), _file("23600")),
    ),
)
