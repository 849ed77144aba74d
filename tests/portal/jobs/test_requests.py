"""Asking for work."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from portal import clock
from portal.jobs import services
from portal.jobs.models import Job
from portal.jobs.services.claims import claim
from portal.jobs.services.outcomes import Failure, fail
from tests.factories.accounts import ClerkFactory
from tests.portal.jobs.conftest import Ask

pytestmark = pytest.mark.django_db


def _failed(job: Job) -> Job:
    held = claim(job_id=job.pk, at=clock.now())
    assert held is not None
    fail(claim=held, failure=Failure("缺少字形：%(glyphs)s", {"glyphs": "䶮"}, "detail"), at=clock.now())
    job.refresh_from_db()
    return job


def test_a_first_request_is_a_queued_job(ask: Ask) -> None:
    clerk, at = ClerkFactory.create(), clock.now()
    job = ask(actor=clerk, at=at)
    assert (job.state, job.queue, job.attempts, job.fence) == ("queued", "interactive", 0, 0)
    assert (job.requested_by, job.requested_at) == (clerk, at)


def test_the_same_content_is_the_same_job(ask: Ask) -> None:
    assert ask() == ask()
    assert Job.objects.count() == 1


@pytest.mark.parametrize(
    "other", [{"digest": "a" * 64}, {"variant": "draft"}, {"subject_id": "paper-2"}, {"subject_kind": "sheet"}]
)
def test_another_content_is_another_job(ask: Ask, other: dict[str, str]) -> None:
    assert ask() != ask(**other)


def test_a_job_waits_in_the_queue_of_its_kind(ask: Ask) -> None:
    assert ask(kind="heap").queue == "bulk"


def test_a_person_who_waits_moves_a_job_ahead_of_the_exports(ask: Ask) -> None:
    ask(queue="bulk")
    assert ask().queue == "interactive"
    assert ask(queue="bulk").queue == "interactive"


def test_a_failed_job_is_put_back_in_place(ask: Ask) -> None:
    job = _failed(ask())
    again = ask()
    assert (again.pk, again.state, again.attempts, again.error, again.fence) == (job.pk, "queued", 0, "", 1)


def test_retry_puts_a_failed_job_back(ask: Ask) -> None:
    job = _failed(ask())
    assert job.error_message == "缺少字形：䶮"
    assert services.retry(job_id=job.pk, at=clock.now()).state == "queued"


def test_only_a_failed_job_can_be_tried_again(ask: Ask) -> None:
    with pytest.raises(services.NotFailedError):
        services.retry(job_id=ask().pk, at=clock.now())


def test_a_request_is_undone_with_the_business_change(ask: Ask) -> None:
    with transaction.atomic():
        ask()
        transaction.set_rollback(True)
    assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_asking_twice_at_once_makes_one_job(ask: Ask) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def in_a_thread(_: int) -> object:
        try:
            return ask().pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(in_a_thread, range(16)))) == 1
    assert Job.objects.count() == 1


def test_a_request_costs_a_constant_number_of_queries(ask: Ask) -> None:
    ask()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ask()
    assert len([query for query in queries if "jobs_job" in query["sql"]]) == 1
