"""Waivers and requests for tests."""

from datetime import date, timedelta

from assessments.models import Filing, Obligation, Waiver
from assessments.services.squares import Change, save_squares
from assessments.services.waivers import ask, grant_unasked
from portal import clock
from portal.accounts.models import User
from portal.clock import BEIJING
from tests.factories.assessments import loaded, make_ready

WHY = "县里按自治区文件统一口径填报，与本规则的口径不同。"


def today() -> date:
    """The Beijing day of the database's clock, by which waivers run out."""
    return clock.now().astimezone(BEIJING).date()


def make_faulty(obligation: Obligation, clerk: User) -> Filing:
    """A filing that V07 alone keeps from being sent: one row repeats its target where the actual belongs."""
    filing = make_ready(obligation, clerk)
    row = filing.list_rows.get(squares__level3="待遇首次发放成功率")
    change = Change(f"indicators[{row.pk}].actual", "≥95%", row.squares["actual"])
    save_squares(filing_id=filing.pk, changes=[change], actor=clerk, at=clock.now())
    return loaded(filing)


def make_request(obligation: Obligation, clerk: User, rule: str = "V07") -> Waiver:
    """A request of ``clerk`` for a filing that the rule keeps from being sent."""
    filing = Filing.objects.filter(obligation=obligation).first()
    found = loaded(filing) if filing else make_faulty(obligation, clerk)
    return ask(filing=found, rule=rule, reason=WHY, actor=clerk, at=clock.now())


def make_waiver(obligation: Obligation, office_head: User, rule: str = "V07", *, days: int = 30) -> Waiver:
    """A waiver that nobody asked for, in force for ``days``."""
    until = today() + timedelta(days=days)
    return grant_unasked(obligation=obligation, rule=rule, reason=WHY, until=until, actor=office_head, at=clock.now())


def run_out(waiver: Waiver) -> Waiver:
    """The same waiver when its last day was yesterday."""
    Waiver.objects.filter(pk=waiver.pk).update(expires_on=today() - timedelta(days=1))
    waiver.refresh_from_db()
    return waiver
