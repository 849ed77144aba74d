"""A prefecture's own target tables for tests, made by the services that people use."""

from dataclasses import dataclass, field

from assessments.domain.facts import Facts, Form
from assessments.domain.funds import Fund
from assessments.models import Cycle, Filing
from assessments.services.filings import start
from assessments.services.moves import move
from assessments.services.rows import add_rows
from assessments.services.squares import Change, save_squares
from portal.accounts.models import Unit, User
from portal.accounts.roles import Role
from tests.factories.accounts import FinanceUnitFactory, UserFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_obligation
from tests.filings import KASHGAR, parcel


def published(fund: Fund) -> Facts:
    """The table that 喀什地区 published for a fund."""
    return next(facts for facts in parcel(KASHGAR).targets if facts.fund is fund)


@dataclass
class Office:
    """A finance bureau with a person in each of its roles, and a cycle that asks it for its targets."""

    unit: Unit = field(default_factory=FinanceUnitFactory.create)
    cycle: Cycle = field(init=False)

    def __post_init__(self) -> None:
        self.cycle = make_cycle(self.unit.region, kind=Form.REGIONAL_TARGET_TABLE, edition="regional-target-2023")
        self.people = {
            role: UserFactory.create(unit=self.unit, roles=[role.value])
            for role in (Role.CLERK, Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN, Role.AUDITOR)
        }

    def person(self, role: Role) -> User:
        """The one person in a role."""
        return self.people[role]

    def draft(self, fund: Fund = Fund.RESIDENT_PENSION) -> Filing:
        """A table with all that was published for the fund."""
        clerk, facts = self.person(Role.CLERK), published(fund)
        filing = start(obligation=make_obligation(self.cycle, self.unit, fund), actor=clerk, at=NOW)
        typed = [square.key for square in filing.squares.all() if not square.raw]
        changes = [Change(key, facts.value(key), "") for key in typed if facts.value(key)]
        save_squares(filing_id=filing.pk, changes=changes, actor=clerk, at=NOW)
        values = [{**row.squares} for row in facts.indicators]
        add_rows(filing=filing, after=None, actor=clerk, at=NOW, values=values)
        return loaded(filing)

    def sent(self, fund: Fund = Fund.RESIDENT_PENSION) -> Filing:
        """One that its clerk has sent to the office head."""
        return move(filing=self.draft(fund), name="send_to_head", actor=self.person(Role.CLERK), at=NOW)

    def approved(self, fund: Fund = Fund.RESIDENT_PENSION) -> Filing:
        """One that the office head has approved."""
        return move(filing=self.sent(fund), name="submit", actor=self.person(Role.OFFICE_HEAD), at=NOW)
