"""How a job ends."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from portal import clock
from portal.jobs.errors import FencedError
from portal.jobs.models import Job
from portal.jobs.services.claims import Claim, claim
from portal.jobs.services.outcomes import Failure, close, fail, hold
from tests.portal.jobs.conftest import Ask

pytestmark = pytest.mark.django_db


def _claimed(job: Job, after: timedelta = timedelta()) -> Claim:
    held = claim(job_id=job.pk, at=clock.now() + after)
    assert held is not None
    return held


def test_a_late_end_changes_nothing(ask: Ask) -> None:
    job = ask()
    late = _claimed(job)
    _claimed(job, settings.JOB_LEASE + timedelta(seconds=1))
    with pytest.raises(FencedError):
        hold(claim=late)
    fail(claim=late, failure=Failure("错"), at=clock.now())
    close(claim=late, at=clock.now())
    job.refresh_from_db()
    assert (job.state, job.fence) == ("running", 2)


def test_a_failed_job_says_why(ask: Ask) -> None:
    job, at = ask(), clock.now()
    fail(claim=_claimed(job), failure=Failure("缺少字形：%(glyphs)s", {"glyphs": "䶮"}, "Traceback"), at=at)
    job.refresh_from_db()
    assert (job.state, job.finished_at, job.error_message, job.error_detail) == (
        "failed",
        at,
        "缺少字形：䶮",
        "Traceback",
    )


@pytest.mark.parametrize(
    "change",
    [
        {"state": "done"},
        {"state": "failed", "finished_at": "2026-01-01T00:00Z"},
        {"state": "running"},
        {"state": "lost"},
        {"lease_until": "2026-01-01T00:00Z"},
        {"progress_done": 2},
        {"queue": "slow"},
        {"content_digest": "A" * 64},
    ],
)
def test_the_database_refuses_a_job_that_cannot_be(ask: Ask, change: dict[str, object]) -> None:
    job = ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.filter(pk=job.pk).update(**change)
