"""The demo's target tables of next year: one approved, one that waits for its office head, one half filled."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.models import Cycle, Filing
from assessments.services.moves import move
from portal.accounts.roles import Role
from reviews.demo.filings import begin, send, type_in
from reviews.demo.papers import target_paper
from reviews.demo.people import person


def set_targets(cycle: Cycle, published: Sequence[Facts], days_ago: Sequence[datetime]) -> None:
    """Fills tables in after those that the prefecture once ``published``, with what was doubled there put right."""
    by_fund = {facts.fund: facts for facts in published}
    approve(_fill(cycle, by_fund[Fund.RESIDENT_PENSION], days_ago[6]), days_ago[5])
    send(_fill(cycle, by_fund[Fund.GOV_PENSION], days_ago[4]), days_ago[3])
    _fill(cycle, by_fund[Fund.EMPLOYEE_MEDICAL], days_ago[2], half=True)


def approve(filing: Filing, at: datetime) -> Filing:
    """The clerk sends the table to the office head, who approves it for good."""
    leader = person(filing.obligation.unit, Role.OFFICE_HEAD)
    return move(filing=send(filing, at), name="submit", actor=leader, at=at + timedelta(hours=1))


def _fill(cycle: Cycle, published: Facts, at: datetime, *, half: bool = False) -> Filing:
    assert published.fund is not None
    filing, clerk = begin(cycle, cycle.prefecture.code, published.fund, at)
    type_in(filing, target_paper(published, half=half), clerk, at + timedelta(minutes=20))
    return filing
