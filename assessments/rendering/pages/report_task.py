"""The report as a row of the task list, below the self-assessments that it goes with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from assessments.domain.workflow import Role
from assessments.models import Cycle, NarrativeReport, Obligation
from assessments.rendering.findings.narrative_words import characters
from assessments.services.dossiers import Place, Surroundings
from assessments.services.narrative_findings import ExaminedText, examine_texts
from assessments.services.narratives import closed_reason
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class ReportTask:
    """The progress of the report: ``errors`` to change, ``warnings`` to explain, ``waived`` findings.

    ``mine`` where this person writes it.
    """

    url: str
    report: NarrativeReport | None
    characters: int
    errors: int
    warnings: int
    waived: int
    closed: str
    mine: bool


def reports_beside(owed: Iterable[Obligation]) -> dict[Cycle, str]:
    """The cycles of ``owed`` with which a report goes, each with why it cannot be changed now; blank where it can.

    ``owed`` is all that the unit owes in them, with cycles and filings fetched.
    """
    papers: dict[Cycle, list[Obligation]] = {}
    for item in owed:
        if item.cycle.paper.with_narrative and not item.cycle.historical:
            papers.setdefault(item.cycle, []).append(item)
    return {cycle: closed_reason(cycle, _states(items)) for cycle, items in papers.items()}


def report_tasks(
    reports: Mapping[Cycle, str], user: User, papers: Mapping[Place, Surroundings]
) -> dict[int, ReportTask]:
    """The ``reports`` that the person's unit writes, by cycle, in a constant number of queries.

    ``papers`` is what stands together with those that can be changed; only these are checked.
    """
    if not reports:
        return {}
    written = {item.cycle_id: item for item in _written(reports, user)}
    asked = [(cycle, user.unit) for cycle, closed in reports.items() if not closed and cycle.pk in written]
    examined = examine_texts(asked, papers) if asked else {}
    return {
        cycle.pk: _task(cycle, user, written, examined.get((cycle.pk, user.unit_id)), closed)
        for cycle, closed in reports.items()
    }


def _written(cycles: Iterable[Cycle], user: User) -> Iterable[NarrativeReport]:
    here = NarrativeReport.objects.filter(cycle__in=list(cycles), unit=user.unit_id).exclude(text="")
    return here.select_related("saved_by")


def _states(items: Sequence[Obligation]) -> list[str | None]:
    return [item.filing.state if hasattr(item, "filing") else None for item in items]


def _task(
    cycle: Cycle, user: User, written: Mapping[int, NarrativeReport], examined: ExaminedText | None, closed: str
) -> ReportTask:
    report = written.get(cycle.pk)
    return ReportTask(
        url=reverse("assessments:narrative", args=[cycle.pk]),
        report=report,
        characters=characters(report.text) if report else 0,
        errors=examined.errors if examined else 0,
        warnings=examined.unexplained if examined else 0,
        waived=examined.waived if examined else 0,
        closed=closed,
        mine=not closed and user.has_role(Role.CLERK),
    )
