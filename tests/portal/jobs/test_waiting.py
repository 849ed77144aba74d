"""Work that waits for something a unit has to do goes on by itself when that is done."""

from datetime import timedelta

import pytest
from django.conf import settings

from portal import clock
from portal.accounts.models import Unit
from portal.jobs import services
from portal.jobs.models import Job
from portal.jobs.services.claims import claim
from portal.jobs.services.reconcile import reconcile
from portal.jobs.services.run import run
from tests.factories.accounts import UnitFactory
from tests.portal.jobs.conftest import Ask

pytestmark = pytest.mark.django_db(transaction=True)
MOMENT = timedelta(seconds=1)


def closed_unit() -> Unit:
    unit: Unit = UnitFactory.create(active=False)
    return unit


def waiting(ask: Ask, unit: Unit) -> Job:
    job = ask(f"unready-{unit.pk}")
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    return job


def opens(unit: Unit) -> None:
    Unit.objects.filter(pk=unit.pk).update(active=True)


def test_what_cannot_go_on_waits_and_says_why(ask: Ask) -> None:
    unit, at = closed_unit(), clock.now()
    job = waiting(ask, unit)
    assert (job.state, job.error_message, job.waits_for, job.attempts) == ("waiting", "县社保局没有开门。", unit, 0)
    assert job.retry_at is not None
    assert settings.JOB_RETRY <= job.retry_at - at < settings.JOB_RETRY + MOMENT * 10


def test_nobody_takes_it_up_before_its_turn(ask: Ask) -> None:
    job = waiting(ask, closed_unit())
    assert claim(job_id=job.pk, at=clock.now()) is None
    assert reconcile(at=clock.now()) == 0


def test_the_sweep_pushes_it_when_its_turn_has_come(ask: Ask) -> None:
    waiting(ask, closed_unit())
    assert reconcile(at=clock.now() + settings.JOB_RETRY + MOMENT) == 1


def test_waiting_never_counts_as_lost(ask: Ask) -> None:
    job = waiting(ask, closed_unit())
    for _ in range(5):
        Job.objects.update(retry_at=clock.now())
        run(job_id=job.pk)
        reconcile(at=clock.now())
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 0)


def test_it_is_done_once_the_unit_has_done_its_part(ask: Ask) -> None:
    unit = closed_unit()
    job = waiting(ask, unit)
    opens(unit)
    assert services.wake(unit_id=unit.pk, at=clock.now()) == 1
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error, job.retry_at, job.waits_for) == ("done", "", None, None)


def test_another_unit_wakes_nothing(ask: Ask) -> None:
    job = waiting(ask, closed_unit())
    assert services.wake(unit_id=UnitFactory.create().pk, at=clock.now()) == 0
    assert not run(job_id=job.pk)


def test_a_person_may_try_it_again_at_once(ask: Ask) -> None:
    job = waiting(ask, closed_unit())
    again = services.retry(job_id=job.pk, at=clock.now())
    assert (again.state, again.error, again.waits_for) == ("queued", "", None)


def test_asking_again_leaves_it_waiting(ask: Ask) -> None:
    unit = closed_unit()
    job = waiting(ask, unit)
    assert ask(f"unready-{unit.pk}") == job
    assert Job.objects.get().state == "waiting"
