"""Filings that the rules have something to say to: explained, waived, contradicted by a sibling."""

from collections.abc import Mapping
from datetime import timedelta

from assessments.domain.consistency import Severity
from assessments.domain.funds import Fund
from assessments.models import Filing, Obligation, Waiver
from assessments.queries import facts_of
from assessments.services.examining import examine
from assessments.services.explanations import explain
from assessments.services.moves import move
from assessments.services.squares import Change, save_squares
from portal import clock
from portal.accounts.models import User
from portal.clock import BEIJING
from tests.factories.assessments import NOW, loaded, make_obligation, make_ready
from tests.factories.reviews import Court

#: What a unit says to a warning, and why the prefecture waives a rule.
SAID = "已与国库核对，确认是实际数。"
WHY = "满意度由自治区统一调查，县里没有实际值。"
#: A deviation's text that fits every fund, and so is found pasted.
PASTED = "受疫情影响参保登记推迟，下半年集中办理补缴。"

#: Squares of the rows of :data:`tests.factories.assessments.ROWS`, by the row's place and name.
_Rows = Mapping[tuple[int, str], str]
#: The first row equals its target (V11), which asks for a word.
EXACT: _Rows = {(0, "actual"): "2834人"}
#: The third row repeats its target where the actual belongs (V07), which must be changed or waived.
TARGET_AGAIN: _Rows = {(2, "actual"): "≥95%"}
#: The first row lags: red.
LAGS: _Rows = {(0, "actual"): "1000人"}


def make_typed(
    court: Court, fund: Fund = Fund.GOV_PENSION, rows: _Rows | None = None, squares: Mapping[str, str] | None = None
) -> Filing:
    """A filing of the county with ``rows`` and ``squares`` typed over; its obligation may be there already."""
    owed = Obligation.objects.filter(cycle=court.cycle, unit=court.bureau, fund=fund.value).first()
    filing = make_ready(owed or make_obligation(court.cycle, court.bureau, fund), court.clerk)
    refs = [row.pk for row in filing.list_rows.all()]
    wanted = {f"indicators[{refs[place]}].{name}": value for (place, name), value in (rows or {}).items()}
    known = facts_of(filing)
    changes = [Change(key, value, known.value(key)) for key, value in {**wanted, **(squares or {})}.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=court.clerk, at=NOW)
    return loaded(filing)


def submitted(court: Court, filing: Filing) -> Filing:
    """The filing after its clerk has explained every warning and its head has submitted it."""
    filing = loaded(filing)
    for item in examine(filing, facts_of(filing)).binding:
        if item.finding.severity is Severity.WARNING:
            explain(filing=filing, finding=item.finding, text=SAID, actor=court.clerk, at=NOW)
    sent = move(filing=loaded(filing), name="send_to_head", actor=court.clerk, at=NOW)
    return move(filing=sent, name="submit", actor=court.head, at=NOW)


def waive(court: Court, rule: str, fund: Fund = Fund.GOV_PENSION, *, approver: User | None = None) -> Waiver:
    """A waiver of ``rule`` for the county's paper, in force for thirty days."""
    owed, _made = Obligation.objects.get_or_create(cycle=court.cycle, unit=court.bureau, fund=fund.value)
    at = clock.now()
    return Waiver.objects.create(
        obligation=owed,
        rule=rule,
        state=Waiver.State.GRANTED,
        reason=WHY,
        approver=approver or court.office_head,
        decided_at=at,
        expires_on=at.astimezone(BEIJING).date() + timedelta(days=30),
    )


def run_out(waiver: Waiver) -> None:
    """The last day of ``waiver`` was yesterday."""
    Waiver.objects.filter(pk=waiver.pk).update(expires_on=clock.now().astimezone(BEIJING).date() - timedelta(days=1))
