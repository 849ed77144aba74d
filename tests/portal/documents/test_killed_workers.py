"""Killing workers and emptying the broker loses nothing and makes no second document.

The tests share a yard: each goes on with the worker that the one before has left.
"""

import hashlib
from collections.abc import Callable, Iterator
from subprocess import Popen

import pytest
from pytest_django import Settings

from portal.documents.bundles.bundle_plan import BundleEntry, BundlePlan
from portal.documents.models import Document
from tests.portal.documents.conftest import Ask
from tests.portal.jobs.workers import Yard, done, files_in, kill, kill_children, state_of, until
from tests.portal.jobs.yards import opened, shared

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    with opened(tmp_path_factory.mktemp("yard")) as yard:
        yield yard


@pytest.fixture
def yard(lasting: Yard, ask: Ask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Yard]:
    with shared(lasting, settings, monkeypatch):
        yield lasting
        lasting.hold()
        lasting.at_work()
        done(ask("last"))  # after all that its one worker still had to do
        lasting.clear()


def test_an_emptied_broker_loses_nothing(yard: Yard, ask: Ask) -> None:
    yard.dismiss()
    jobs = [ask(f"paper-{number}") for number in range(5)]
    until(lambda: yard.waiting() == len(jobs), "the broker has heard of all jobs")
    yard.flush()
    yard.at_work()
    yard.scheduler()
    done(*jobs)
    assert Document.objects.count() == len(jobs)


@pytest.mark.parametrize("strike", [kill_children, kill])
def test_a_worker_killed_while_it_prints_loses_nothing(
    yard: Yard, ask: Ask, strike: Callable[[Popen[bytes]], None]
) -> None:
    victim = yard.at_work()
    job = ask("slow-2-1")
    until(lambda: state_of(job) == "running", "the job runs")
    strike(victim)
    yard.scheduler()
    yard.at_work()
    done(job)
    assert (job.attempts, job.fence) == (2, 2)
    assert (Document.objects.count(), files_in(yard.store)) == (1, 1)


def test_an_export_whose_worker_is_killed_goes_on_where_it_stood(yard: Yard, ask: Ask) -> None:
    papers = [f"slow-0.5-{number}" for number in range(6)]
    entries = [
        BundleEntry("paper", paper, hashlib.sha256(paper.encode()).hexdigest(), "unsigned", f"{paper}.pdf")
        for paper in papers
    ]
    plan = BundlePlan.made("批次.zip", entries)
    victim = yard.at_work()
    export = ask("cycle-1", kind="bundle", digest=plan.digest, parameters=plan.parameters)
    until(lambda: Document.objects.count() >= 2, "two papers are done")
    kill(victim)
    before = set(Document.objects.values_list("pk", flat=True))
    yard.scheduler()
    yard.at_work()
    done(export)
    assert before < set(Document.objects.values_list("pk", flat=True))
    assert Document.objects.filter(kind="pdf").count() == len(papers)
    assert Document.objects.filter(kind="bundle").count() == 1
