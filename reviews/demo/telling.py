"""The demo's answers to findings: explanations of warnings, and a waiver asked for, granted or left waiting."""

from datetime import datetime

from assessments.models import Cycle, Filing, Waiver
from assessments.queries import facts_of, with_squares
from assessments.services.examining import examine
from assessments.services.explanations import explain
from assessments.services.narratives import explain_in_narrative, save_narrative
from assessments.services.waivers import ask, grant, usual_last_day
from portal.accounts.models import Unit
from portal.accounts.roles import Role
from reviews.demo.people import office_of, person
from reviews.demo.texts import REASONS


def write(cycle: Cycle, unit: Unit, text: str, at: datetime) -> None:
    """The clerk writes the unit's narrative."""
    clerk = person(unit, Role.CLERK)
    save_narrative(cycle=cycle, unit=unit, text=text.format(year=cycle.year), revision=0, actor=clerk, at=at)


def explain_warnings(filing: Filing, at: datetime) -> None:
    """The clerk explains every warning that :data:`REASONS` has words for, at squares and in the narrative."""
    filing = with_squares(Filing.objects.all()).get(pk=filing.pk)
    found, clerk = examine(filing, facts_of(filing)), person(filing.obligation.unit, Role.CLERK)
    asked = [item for item in found.all if item.must_explain and item.rule in REASONS]
    for item in asked:
        if not item.in_narrative:
            explain(filing=filing, finding=item.finding, text=REASONS[item.rule], actor=clerk, at=at)
        elif report := found.narrative:
            said = REASONS[item.rule]
            explain_in_narrative(report=report, rule=item.rule, anchor=item.anchor, text=said, actor=clerk, at=at)


def ask_waiver(filing: Filing, rule: str, reason: str, at: datetime) -> Waiver:
    """The clerk asks that a rule be set aside."""
    return ask(filing=filing, rule=rule, reason=reason, actor=person(filing.obligation.unit, Role.CLERK), at=at)


def grant_waiver(waiver: Waiver, reason: str, at: datetime) -> Waiver:
    """The office head of the prefecture agrees for the usual time."""
    owed = waiver.obligation
    head = person(office_of(owed.cycle.prefecture), Role.OFFICE_HEAD)
    return grant(waiver=waiver, reason=reason, until=usual_last_day(owed, at), actor=head, at=at)
