"""What was lost is found."""

from datetime import timedelta

import pytest
from django.conf import settings

from portal import clock
from portal.jobs.models import Job
from portal.jobs.services.claims import claim
from portal.jobs.services.reconcile import MOST_NUDGED, reconcile
from tests.portal.jobs.conftest import Ask

pytestmark = pytest.mark.django_db
LATER = settings.JOB_LEASE + timedelta(seconds=1)


def _lost(job: Job, times: int) -> Job:
    for number in range(times):
        assert claim(job_id=job.pk, at=clock.now() + number * LATER) is not None
    return job


def test_a_job_whose_lease_ran_out_is_queued_again(ask: Ask) -> None:
    job = _lost(ask(), 1)
    assert reconcile(at=clock.now() + LATER) == 1
    job.refresh_from_db()
    assert (job.state, job.lease_until, job.attempts) == ("queued", None, 1)


def test_a_job_in_good_hands_is_left_alone(ask: Ask) -> None:
    job = _lost(ask(), 1)
    assert reconcile(at=clock.now()) == 0
    job.refresh_from_db()
    assert job.state == "running"


def test_a_job_lost_as_often_as_its_kind_bears_is_given_up_with_a_reason(ask: Ask) -> None:
    jobs = [_lost(ask(), 3), _lost(ask(kind="letter"), 1)]
    reconcile(at=clock.now() + 3 * LATER)
    for job, times in zip(jobs, (3, 1), strict=True):
        job.refresh_from_db()
        message = f"生成时连续 {times} 次中断，已停止。请稍后重试；若再次中断，请联系系统管理员。"
        assert (job.state, job.error_message) == ("failed", message)


def test_a_job_that_nobody_heard_of_is_pushed_again(ask: Ask) -> None:
    ask()
    assert reconcile(at=clock.now()) == 0
    assert reconcile(at=clock.now() + settings.JOB_SWEEP) == 1


def test_however_much_waits_for_a_seal_what_is_queued_is_pushed(ask: Ask) -> None:
    at = clock.now()
    for number in range(MOST_NUDGED + 2):
        ask(f"errand-{number}", at=at - timedelta(hours=1))
    Job.objects.update(state="waiting", retry_at=at, error="没有印章。")
    ask("errand-x", at=at)
    assert reconcile(at=at + settings.JOB_SWEEP) == MOST_NUDGED + 1


def test_the_oldest_of_each_queue_are_pushed(ask: Ask) -> None:
    at = clock.now()
    for number in range(MOST_NUDGED + 2):
        ask(f"errand-{number}", queue="bulk", at=at)
    ask("errand-x", at=at)
    assert reconcile(at=at + settings.JOB_SWEEP) == MOST_NUDGED + 1
