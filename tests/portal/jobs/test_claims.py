"""One worker at a time holds a job."""

from datetime import timedelta

import pytest
from django.conf import settings
from pytest_django import Settings

from portal import clock
from portal.jobs.errors import FencedError
from portal.jobs.models import Job
from portal.jobs.services.claims import Claim, claim, extend, release, report
from portal.jobs.services.reconcile import reconcile
from tests.portal.jobs.conftest import Ask

pytestmark = pytest.mark.django_db
LATER = settings.JOB_LEASE + timedelta(seconds=1)


def _claimed(job: Job, after: timedelta = timedelta()) -> Claim:
    held = claim(job_id=job.pk, at=clock.now() + after)
    assert held is not None
    return held


def test_a_claim_starts_the_job(ask: Ask) -> None:
    job, at = ask(), clock.now()
    held = claim(job_id=job.pk, at=at)
    job.refresh_from_db()
    assert held == Claim(job=job, fence=1)
    assert (job.state, job.attempts, job.started_at, job.lease_until) == ("running", 1, at, at + settings.JOB_LEASE)


def test_a_held_job_cannot_be_claimed(ask: Ask) -> None:
    job = ask()
    _claimed(job)
    assert claim(job_id=job.pk, at=clock.now()) is None


def test_a_job_whose_lease_ran_out_goes_to_the_next(ask: Ask) -> None:
    job = ask()
    first, second = _claimed(job), _claimed(job, LATER)
    assert (first.held.exists(), second.held.exists(), second.fence) == (False, True, 2)


def test_a_heartbeat_keeps_the_job(ask: Ask) -> None:
    job = ask()
    held = _claimed(job)
    assert extend(claim=held, at=clock.now() + LATER)
    assert claim(job_id=job.pk, at=clock.now() + LATER) is None


def test_whoever_was_fenced_out_can_change_nothing(ask: Ask) -> None:
    job = ask()
    first, _ = _claimed(job), _claimed(job, LATER)
    assert not extend(claim=first, at=clock.now())
    release(claim=first)
    with pytest.raises(FencedError):
        report(claim=first, stage="walking", done=1, total=2)
    job.refresh_from_db()
    assert (job.state, job.progress_total) == ("running", 0)


def test_a_released_job_is_free_at_once(ask: Ask) -> None:
    job = ask()
    release(claim=_claimed(job))
    assert _claimed(job).fence == 2


@pytest.mark.parametrize(("kind", "most"), [("errand", 3), ("letter", 1)])
def test_a_job_is_claimed_as_often_as_its_kind_bears(ask: Ask, kind: str, most: int) -> None:
    job = ask(kind=kind)
    for _ in range(most):
        release(claim=_claimed(job))
    assert claim(job_id=job.pk, at=clock.now()) is None


def test_work_of_a_kind_that_is_not_known_here_is_left_to_others(ask: Ask, settings: Settings) -> None:
    job = ask()
    settings.JOB_KINDS = {"letter": settings.JOB_KINDS["letter"]}
    assert claim(job_id=job.pk, at=clock.now()) is None
    assert reconcile(at=clock.now() + settings.JOB_SWEEP) == 1
    job.refresh_from_db()
    assert job.state == "queued"


def test_a_job_that_is_not_there_is_nobodys(ask: Ask) -> None:
    job = ask()
    Job.objects.all().delete()
    assert claim(job_id=job.pk, at=clock.now()) is None


@pytest.mark.django_db(transaction=True)
def test_of_many_that_claim_at_once_one_gets_the_job(ask: Ask) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    job = ask()

    def in_a_thread(_: int) -> bool:
        try:
            return claim(job_id=job.pk, at=clock.now()) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(in_a_thread, range(16))) == 1
