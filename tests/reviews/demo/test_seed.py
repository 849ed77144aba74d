"""The demo: every state that the tour of the portal needs, reached by the services that people use."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from assessments.domain.computed import compute
from assessments.domain.consistency import Severity
from assessments.domain.workflow import State
from assessments.domain.working_days import is_working_day
from assessments.models import Cycle, Filing, Obligation, Snapshot, Waiver
from assessments.queries import facts_of, facts_of_snapshot, with_squares
from assessments.rendering.paper.printed_filing import build
from assessments.services.examining import examine
from assessments.services.figures import figures_of
from assessments.services.snapshot_findings import findings_of
from portal import clock
from portal.accounts.demo import seed_people
from portal.documents.pdf import render_pdf
from reviews.demo.filings import submit
from reviews.demo.telling import explain_warnings
from reviews.demo.texts import REASONS
from reviews.management.commands.seed_demo import seed_this_year
from tests.printed import pages_of


@pytest.mark.django_db
@pytest.mark.parametrize(
    "day",
    [
        datetime(2026, 1, 5, 4, tzinfo=UTC),
        datetime(2026, 11, 20, 4, tzinfo=UTC),
        datetime(2026, 12, 3, 4, tzinfo=UTC),
        None,
    ],
)
def test_this_years_papers_stand_in_many_states(settings: object, day: datetime | None) -> None:
    settings.EMBEDDED = True  # type: ignore[attr-defined]
    at = day or clock.now()
    seed_people(at)
    seed_this_year(at)
    ours = Filing.objects.filter(imported=False)
    states = sorted(ours.values_list("state", flat=True))
    assert states == sorted(
        [State.SUBMITTED] * 3 + [State.RETURNED] + [State.PENDING_HEAD] * 2 + [State.DRAFT] * 6 + [State.CONCLUDED]
    )
    open_cycles = Cycle.objects.filter(due_at__gt=at, historical=False)
    assert [is_working_day(cycle.due_day) for cycle in open_cycles] == [True] * 6
    assert Obligation.objects.filter(filing__isnull=True).count() == 32 - len(states)


@pytest.fixture
def seeded(settings: object, db: None) -> None:
    settings.EMBEDDED = True  # type: ignore[attr-defined]
    at = clock.now()
    seed_people(at)
    seed_this_year(at)


def test_what_was_sent_keeps_what_was_explained_and_waived(seeded: None) -> None:
    kept = {
        snapshot.filing.obligation.unit.short_name: [
            (item.rule, bool(item.explanation), bool(item.waivers)) for item in findings_of(snapshot)
        ]
        for snapshot in Snapshot.objects.filter(filing__imported=False, filing__state=State.SUBMITTED)
        if snapshot.filing.obligation.cycle.prefecture.code == "653100"
    }
    assert kept == {"巴楚县社保局": [("V15", True, False)], "塔县社保局": [("V22", False, True), ("V10", True, False)]}


def test_the_text_that_is_being_written_shows_every_severity(seeded: None) -> None:
    filing = Filing.objects.get(state=State.DRAFT, edition="self-assessment-2022")
    filing = with_squares(Filing.objects.all()).get(pk=filing.pk)
    found = examine(filing, facts_of(filing))
    assert {item.finding.severity for item in found.in_narrative} == set(Severity)
    assert [item.explanation for item in found.in_narrative if item.rule == "V10"] == [REASONS["V10"]]
    assert [waiver.rule for waiver in Waiver.objects.open()] == ["V16"]


def test_the_scored_paper_comes_to_hundred_and_asks_for_little(seeded: None) -> None:
    filing = with_squares(Filing.objects.all()).get(edition="self-assessment-scored")
    results = compute(facts_of(filing)).results
    assert (results["total_weight"].value, results["total_score"].value) == (100, Decimal("98.25"))
    found = {item.finding.severity for item in examine(filing, facts_of(filing)).at_squares}
    assert Severity.ERROR not in found


def test_the_scored_paper_is_sent_and_frozen_with_its_points(seeded: None) -> None:
    filing = Filing.objects.get(edition="self-assessment-scored")
    explain_warnings(filing, clock.now())
    submit(filing, clock.now())
    snapshot = Snapshot.objects.get(filing=filing)
    assert facts_of_snapshot(snapshot).value("weight.execution") == "10"
    shown = {figure.label: figure.value for figure in figures_of(str(filing.pk), snapshot.digest)}
    assert (shown["执行率"], shown["总分"]) == ("98.40%", "98.25")
    paper = build(str(filing.pk), "unsigned", snapshot.digest)
    (page,) = pages_of(render_pdf(paper.html, title=paper.title))
    assert [word for word in ("98.25", "9.84") if word not in page.get_text()] == []
