"""A paper whose seal is not there yet waits for it, and goes on by itself."""

import pytest

from portal.accounts.models import Unit
from portal.documents.making.waiting_papers import count_waiting
from portal.documents.models import Document
from portal.jobs.models import Job
from portal.jobs.services.run import run
from tests.factories.accounts import UnitFactory
from tests.portal.documents.conftest import Ask
from tests.portal.jobs.workers import Yard, until

pytestmark = pytest.mark.django_db(transaction=True)


def unit_without_seal() -> Unit:
    unit: Unit = UnitFactory.create(active=False)
    return unit


def test_what_waits_for_the_seal_of_a_unit_is_counted(ask: Ask) -> None:
    unit = unit_without_seal()
    assert count_waiting(unit_id=unit.pk) == 0
    assert not run(job_id=ask(f"unsealed-{unit.pk}").pk)
    assert (count_waiting(unit_id=unit.pk), count_waiting(unit_id=UnitFactory.create().pk)) == (1, 0)
    assert not Document.objects.exists()


@pytest.mark.worker
def test_a_worker_goes_on_by_itself(staffed: Yard, ask: Ask) -> None:
    unit = unit_without_seal()
    staffed.scheduler()
    job = ask(f"unsealed-{unit.pk}")
    until(lambda: Job.objects.get(pk=job.pk).state == "waiting", "the paper waits")
    Unit.objects.filter(pk=unit.pk).update(active=True)
    until(lambda: Job.objects.get(pk=job.pk).state == "done", "the paper is made")
