"""Killing workers and emptying the broker loses nothing and makes no second document."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest
from pytest_django import Settings

from portal.documents.bundle import BundleEntry, BundlePlan
from portal.documents.models import Document, Job
from portal.documents.tasks import push
from tests.portal.documents.conftest import Ask
from tests.portal.documents.workers import Yard, kill, kill_children, memory_of_children, until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


def _state(job: Job) -> str:
    return Job.objects.values_list("state", flat=True).get(pk=job.pk)


def _done(*jobs: Job) -> None:
    for job in jobs:
        until(lambda pk=job.pk: Job.objects.get(pk=pk).over, f"{job} is over")  # type: ignore[misc]
        job.refresh_from_db()
        assert (job.state, job.error_detail) == ("done", "")


def _files(settings: Settings) -> int:
    return len(list(Path(settings.DOCUMENT_STORE).rglob("*.pdf")))


@pytest.mark.parametrize("strike", [kill, kill_children])
def test_a_worker_killed_while_it_prints_loses_nothing(
    yard: Yard, ask: Ask, settings: Settings, strike: Callable[[Popen[bytes]], None]
) -> None:
    victim = yard.worker()
    job = ask("slow-2-1")
    until(lambda: _state(job) == "running", "the job runs")
    strike(victim)
    yard.scheduler()
    yard.worker()
    _done(job)
    assert (job.attempts, job.fence) == (2, 2)
    assert (Document.objects.count(), _files(settings)) == (1, 1)


def test_an_emptied_broker_loses_nothing(yard: Yard, ask: Ask) -> None:
    jobs = [ask(f"paper-{number}") for number in range(5)]
    until(lambda: yard.waiting() == len(jobs), "the broker has heard of all jobs")
    yard.flush()
    yard.worker()
    yard.scheduler()
    _done(*jobs)
    assert Document.objects.count() == len(jobs)


#: What the broker's queue may hold that no portal wrote: no JSON, no text, JSON of other shapes, another's task.
GARBAGE = (
    b"garbage",
    b"\xff\xfe\x00",
    b"",
    b"[]",
    b"7",
    b"{}",
    b'{"body": "!", "properties": {}}',
    b'{"body": "e30=", "content-encoding": "utf-8", "content-type": "application/x-python-serialize", "headers": {},'
    b' "properties": {"body_encoding": "base64", "delivery_tag": "1", "delivery_info": {"exchange": "",'
    b' "routing_key": "interactive"}}}',
    b'{"body": "W1tdLCB7fSwge31d", "content-encoding": "utf-8", "content-type": "application/json",'
    b' "headers": {"lang": "py", "task": "os.system", "id": "1"}, "properties": {"body_encoding": "base64",'
    b' "delivery_tag": "2", "delivery_info": {"exchange": "", "routing_key": "interactive"}}}',
)


def test_what_is_no_message_of_ours_ends_no_worker(yard: Yard, ask: Ask) -> None:
    worker = yard.worker()
    yard.put(*GARBAGE)
    _done(ask("paper-1"))
    assert (worker.poll(), yard.waiting()) == (None, 0)


def test_one_job_pushed_fifty_times_is_one_document(yard: Yard, ask: Ask, settings: Settings) -> None:
    yard.worker()
    yard.worker()
    job = ask("slow-1-1")
    for _ in range(50):
        push(job.pk, job.kind, job.queue)
    last = ask("paper-last")
    _done(job, last)
    assert (job.attempts, job.fence) == (1, 1)
    assert (Document.objects.count(), _files(settings)) == (2, 2)


def test_an_export_whose_worker_is_killed_goes_on_where_it_stood(yard: Yard, ask: Ask) -> None:
    papers = [f"slow-0.5-{number}" for number in range(6)]
    entries = [
        BundleEntry("paper", paper, hashlib.sha256(paper.encode()).hexdigest(), "unsigned", f"{paper}.pdf")
        for paper in papers
    ]
    plan = BundlePlan.made("批次.zip", entries)
    victim = yard.worker()
    export = ask("cycle-1", kind="bundle", digest=plan.digest, parameters=plan.parameters)
    until(lambda: Document.objects.count() >= 2, "two papers are done")
    kill(victim)
    before = set(Document.objects.values_list("pk", flat=True))
    yard.scheduler()
    yard.worker()
    _done(export)
    assert before < set(Document.objects.values_list("pk", flat=True))
    assert Document.objects.filter(kind="pdf").count() == len(papers)
    assert Document.objects.filter(kind="bundle").count() == 1


def test_a_paper_that_takes_too_long_is_stopped_with_a_reason(yard: Yard, ask: Ask, settings: Settings) -> None:
    yard.worker(JOB_TIME_LIMIT="1")
    settings.JOB_TIME_LIMITS = {"pdf": settings.JOB_SWEEP / 60}
    job = ask("slow-30-1")
    until(lambda: _state(job) == "failed", "the job is stopped")
    job.refresh_from_db()
    assert job.error_message == "生成超过 1 秒未完成，已停止。请重试；若仍未完成，请联系系统管理员。"


def test_a_person_does_not_wait_for_an_export(yard: Yard, ask: Ask) -> None:
    yard.worker("interactive")
    yard.worker("bulk")
    slow = ask("slow-8-1", queue="bulk")
    until(lambda: _state(slow) == "running", "the export runs")
    quick = ask("paper-1")
    _done(quick)
    assert _state(slow) == "running"


def test_a_worker_that_prints_takes_at_most_110_megabytes(yard: Yard, ask: Ask) -> None:
    worker = yard.worker("interactive")
    _done(*(ask(f"paper-{number}") for number in range(10)))
    assert [memory for memory in memory_of_children(worker) if memory > 110] == []


def test_what_prints_is_loaded_once_for_all_processes_of_a_worker(yard: Yard) -> None:
    worker = yard.worker("interactive")
    assert "libpango" in Path(f"/proc/{worker.pid}/maps").read_text()
    assert "JixiaoSong" not in Path(f"/proc/{worker.pid}/maps").read_text()


def test_a_worker_that_only_checks_files_does_not_load_what_prints(yard: Yard) -> None:
    worker = yard.worker("public")
    assert "libpango" not in Path(f"/proc/{worker.pid}/maps").read_text()
