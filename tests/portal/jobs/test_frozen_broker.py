"""A broker that is frozen or away slows nobody down."""

import signal
import time
from collections.abc import Callable

import pytest
from django.db import transaction

from portal.embedded.valkey import Broker
from portal.jobs.models import Job
from tests.portal.jobs.conftest import Ask
from tests.portal.jobs.workers import Yard, until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]
ROUNDS = 20


def _freeze(broker: Broker) -> None:
    assert broker.server is not None
    broker.server.send_signal(signal.SIGSTOP)


def _stop(broker: Broker) -> None:
    broker.stop()


@pytest.mark.parametrize("trouble", [_freeze, _stop])
def test_a_request_does_not_wait_for_the_broker(yard: Yard, ask: Ask, trouble: Callable[[Broker], None]) -> None:
    def longest(begin: int) -> float:
        times = []
        for number in range(begin, begin + ROUNDS):
            began = time.perf_counter()
            with transaction.atomic():
                ask(f"errand-{number}")
            times.append(time.perf_counter() - began)
        return max(times)

    longest(0)
    trouble(yard.broker)
    try:
        assert longest(ROUNDS) < 1
        time.sleep(2)
        assert longest(2 * ROUNDS) < 1
    finally:
        if yard.broker.server:
            yard.broker.server.send_signal(signal.SIGCONT)
    assert Job.objects.count() == 3 * ROUNDS


def test_work_goes_on_when_a_frozen_broker_wakes_up(yard: Yard, ask: Ask) -> None:
    _freeze(yard.broker)
    jobs = [ask(f"errand-{number}") for number in range(3)]
    assert yard.broker.server is not None
    yard.broker.server.send_signal(signal.SIGCONT)
    yard.worker()
    yard.scheduler()
    until(lambda: Job.objects.filter(state="done").count() == len(jobs), "the sweep found all jobs")
