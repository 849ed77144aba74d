"""A paper whose seal is not there yet waits for it, and goes on by itself."""

from datetime import timedelta

import pytest
from django.conf import settings

from portal import clock
from portal.accounts.models import Unit
from portal.documents import services
from portal.documents.models import Document, Job
from portal.documents.services.claims import MOST_ATTEMPTS, claim
from portal.documents.services.reconcile import reconcile
from portal.documents.services.run import run
from portal.documents.services.waiting import count_waiting, wake
from tests.factories.accounts import UnitFactory
from tests.portal.documents.conftest import Ask
from tests.portal.documents.workers import Yard, until

pytestmark = pytest.mark.django_db(transaction=True)
MOMENT = timedelta(seconds=1)


def unit_without_seal() -> Unit:
    unit: Unit = UnitFactory.create(active=False)
    return unit


def waiting(ask: Ask, unit: Unit) -> Job:
    job = ask(f"unsealed-{unit.pk}")
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    return job


def seal_arrives(unit: Unit) -> None:
    Unit.objects.filter(pk=unit.pk).update(active=True)


def test_a_paper_without_its_seal_waits_and_says_why(ask: Ask) -> None:
    unit, at = unit_without_seal(), clock.now()
    job = waiting(ask, unit)
    assert (job.state, job.error_message, job.waits_for, job.attempts) == ("waiting", "县社保局没有印章。", unit, 0)
    assert job.retry_at is not None
    assert settings.SEAL_RETRY <= job.retry_at - at < settings.SEAL_RETRY + MOMENT * 10
    assert not Document.objects.exists()


def test_nobody_takes_it_up_before_its_turn(ask: Ask) -> None:
    job = waiting(ask, unit_without_seal())
    assert claim(job_id=job.pk, at=clock.now()) is None
    assert reconcile(at=clock.now()) == 0


def test_the_sweep_pushes_it_when_its_turn_has_come(ask: Ask) -> None:
    waiting(ask, unit_without_seal())
    assert reconcile(at=clock.now() + settings.SEAL_RETRY + MOMENT) == 1


def test_waiting_never_counts_as_lost(ask: Ask) -> None:
    job = waiting(ask, unit_without_seal())
    for _ in range(MOST_ATTEMPTS + 1):
        Job.objects.update(retry_at=clock.now())
        run(job_id=job.pk)
        reconcile(at=clock.now())
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 0)


def test_it_is_finished_once_the_seal_is_there(ask: Ask) -> None:
    unit = unit_without_seal()
    job = waiting(ask, unit)
    seal_arrives(unit)
    assert wake(unit_id=unit.pk, at=clock.now()) == 1
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error, job.retry_at, job.waits_for) == ("done", "", None, None)


def test_the_seal_of_another_unit_wakes_nothing(ask: Ask) -> None:
    job = waiting(ask, unit_without_seal())
    assert wake(unit_id=UnitFactory.create().pk, at=clock.now()) == 0
    assert not run(job_id=job.pk)


def test_what_waits_for_a_unit_is_counted(ask: Ask) -> None:
    unit = unit_without_seal()
    assert count_waiting(unit_id=unit.pk) == 0
    waiting(ask, unit)
    assert (count_waiting(unit_id=unit.pk), count_waiting(unit_id=UnitFactory.create().pk)) == (1, 0)


def test_a_person_may_try_it_again_at_once(ask: Ask) -> None:
    job = waiting(ask, unit_without_seal())
    again = services.retry(job_id=job.pk, at=clock.now())
    assert (again.state, again.error, again.waits_for) == ("queued", "", None)


def test_asking_again_leaves_it_waiting(ask: Ask) -> None:
    unit = unit_without_seal()
    job = waiting(ask, unit)
    assert ask(f"unsealed-{unit.pk}") == job
    assert Job.objects.get().state == "waiting"


@pytest.mark.worker
def test_a_worker_goes_on_by_itself(staffed: Yard, ask: Ask) -> None:
    unit = unit_without_seal()
    staffed.scheduler()
    job = ask(f"unsealed-{unit.pk}")
    until(lambda: Job.objects.get(pk=job.pk).state == "waiting", "the paper waits")
    seal_arrives(unit)
    until(lambda: Job.objects.get(pk=job.pk).state == "done", "the paper is made")
