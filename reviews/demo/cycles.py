"""The demo's cycles of this year: who is called upon, and until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assessments.domain.facts import Form
from assessments.domain.working_days import next_working_day
from assessments.models import Cycle
from assessments.queries import filers_of
from assessments.services.cycles import Assignment, assign, create_cycle, funds_filed_by, open_cycle
from portal.accounts.models import Region, User
from portal.accounts.roles import Role
from portal.clock import BEIJING, end_of

#: Days from the first start to the due dates: monitoring soon, self-assessment well ahead.
MONITORING_DAYS, SELF_ASSESSMENT_DAYS, TARGET_DAYS = 9, 60, 30
#: How long ago the cycles were opened.
OPEN_FOR = timedelta(days=9)


@dataclass(frozen=True, slots=True)
class Year:
    """The open cycles of one prefecture: two for its counties, and the targets that it sets itself for next year."""

    monitoring: Cycle
    self_assessment: Cycle
    targets: Cycle


def call_for_papers(prefecture: Region, at: datetime, *, yearly: str = "self-assessment-2022") -> Year:
    """Opens this year's monitoring (up to the last full month) and self-assessment, on the edition ``yearly``.

    With them the targets of next year.
    """
    today = at.astimezone(BEIJING).date()
    monitoring = Cycle(
        kind=Form.MONITORING_REPORT.value,
        month=max(1, today.month - 1),
        edition="monitoring-2020",
        due_at=end_of(next_working_day(today + timedelta(days=MONITORING_DAYS))),
    )
    self_assessment = Cycle(
        kind=Form.SELF_ASSESSMENT.value,
        edition=yearly,
        due_at=end_of(next_working_day(today + timedelta(days=SELF_ASSESSMENT_DAYS))),
    )
    targets = Cycle(
        kind=Form.REGIONAL_TARGET_TABLE.value,
        edition="regional-target-2023",
        year=today.year + 1,
        due_at=end_of(next_working_day(today + timedelta(days=TARGET_DAYS))),
    )
    for cycle in (monitoring, self_assessment, targets):
        cycle.prefecture, cycle.year, cycle.opens_at = prefecture, cycle.year or today.year, at - OPEN_FOR
        _issue(cycle, at - OPEN_FOR)
    return Year(monitoring, self_assessment, targets)


def _issue(cycle: Cycle, at: datetime) -> None:
    admin = User.objects.get(unit__region=cycle.prefecture, roles__contains=[Role.BUSINESS_ADMIN.value])
    create_cycle(cycle=cycle, actor=admin, at=at)
    assign(cycle=cycle, assignments=_assignments(cycle), actor=admin, at=at)
    cycle.opened_at = open_cycle(cycle=cycle, actor=admin, at=at).opened_at


def _assignments(cycle: Cycle) -> list[Assignment]:
    return [(unit, fund) for unit in filers_of(cycle) for fund in funds_filed_by(unit)]
