"""How many papers two workers print and seal in a second, as the last day brings them; wanted: 10.

Real processes: two workers, broker, database. Forms of 17 rows that were submitted and are not sealed yet. Prints
papers a second by the clock and, because a busy machine says little by that, what a core makes in a second of its own;
asserts only that every paper was sealed.

``./bin/bench tests/benchmarks/test_sealed_papers.py`` shows it.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models import Max, Min
from pytest_django import Settings

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Filing, Move, Obligation
from assessments.queries import facts_of
from assessments.services.papers import request_sealed
from assessments.services.snapshots import take_snapshot
from portal.accounts.models import User
from portal.documents.models import Document
from portal.jobs.models import Job
from portal.jobs.services.nudge import nudge
from tests.factories.accounts import ClerkFactory, CountyFactory, HeadFactory, UnitFactory
from tests.factories.assessments import NOW, make_cycle, make_obligation
from tests.factories.realistic import fill
from tests.factories.reviews import Court
from tests.factories.seals import make_authority
from tests.portal.jobs.workers import Yard, processor_of, until
from tests.portal.jobs.yards import yard

__all__ = ["yard"]

pytestmark = [pytest.mark.measure, pytest.mark.django_db(transaction=True)]
PAPERS, WARMING, WORKERS = 60, 6, 2
FUNDS = list(Fund)[:5]


@pytest.fixture(autouse=True)
def _store(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENT_STORE = tmp_path / "store"


def submitted(obligation: Obligation, clerk: User, head: User) -> Filing:
    """A realistic form, submitted as it is, whose paper waits to be sealed."""
    filing = fill(obligation, clerk)
    snapshot = take_snapshot(filing=filing, facts=facts_of(filing), version=1, actor=head, at=NOW)
    Filing.objects.filter(pk=filing.pk).update(state=State.SUBMITTED, version=1, preparer=clerk, submitter=head)
    steps = {"filing": filing, "source": State.PENDING_HEAD, "target": State.SUBMITTED, "version": 1}
    Move.objects.create(name="submit", actor=head, at=NOW, **steps)
    request_sealed(snapshot=snapshot, actor=head, at=NOW)
    return filing


def submit_many(count: int) -> None:
    """So many papers of the counties of one prefecture."""
    court = Court()
    cycle = make_cycle(court.prefecture, kind=Form.SELF_ASSESSMENT)
    for _county in range(-(-count // len(FUNDS))):
        bureau = UnitFactory.create(region=CountyFactory.create(parent=court.prefecture))
        clerk, head = ClerkFactory.create(unit=bureau), HeadFactory.create(unit=bureau)
        for fund in FUNDS:
            submitted(make_obligation(cycle, bureau, fund), clerk, head)


def seal(jobs: list[Job]) -> None:
    """Tells the workers of the jobs and waits until they are done."""
    for job in jobs:
        nudge(job)
    wanted = [job.pk for job in jobs]
    until(lambda: all(job.over for job in Job.objects.filter(pk__in=wanted)), "the papers are sealed")


def test_sealed_papers_a_second(yard: Yard) -> None:
    make_authority()
    submit_many(PAPERS + WARMING)
    yard.flush()  # nobody has heard of the papers yet
    workers = [yard.worker(DJANGO_SETTINGS_MODULE="portal.settings") for _ in range(WORKERS)]
    jobs = list(Job.objects.all())
    seal(jobs[:WARMING])
    before = processor_of(*workers)
    seal(jobs[WARMING:])
    worked = (processor_of(*workers) - before) / len(jobs[WARMING:])
    done = Job.objects.filter(pk__in=[job.pk for job in jobs[WARMING:]])
    span = done.aggregate(lasted=Max("finished_at") - Min("started_at"))["lasted"] / timedelta(seconds=1)
    each = sorted(job.finished_at - job.started_at for job in done if job.finished_at and job.started_at)
    middle = each[len(each) // 2] / timedelta(milliseconds=1)
    print(
        f"\n{len(each) / span:.1f} sealed papers a second in {WORKERS} workers, {1 / worked:.1f} in a core's own second"
        f" ({1000 * worked:.0f} ms); each {middle:.0f} ms from claim to store"
    )
    assert set(done.values_list("state", "error")) == {("done", "")}
    assert Document.objects.filter(variant="sealed").count() == len(jobs)
