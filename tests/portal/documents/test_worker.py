"""Workers make what they are asked for, once, and nobody waits for what others ask."""

from pathlib import Path

import pytest
from pytest_django import Settings

from portal.documents.models import Document
from portal.jobs.services import nudge
from portal.jobs.services.nudge import push
from tests.portal.documents.conftest import Ask
from tests.portal.jobs.workers import Yard, done, files_in, memory_of_children, state_of, until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


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


def test_what_is_no_message_of_ours_ends_no_worker(staffed: Yard, ask: Ask) -> None:
    staffed.put(*GARBAGE)
    done(ask("paper-1"))
    assert ([worker.poll() for worker in staffed.workers], staffed.waiting()) == ([None, None], 0)


def test_a_message_to_a_task_from_before_an_upgrade_is_dropped_and_its_job_found_again(
    staffed: Yard, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nudge, "RUN_JOB", "portal.documents.tasks.run_job")
    job = ask("paper-1")
    staffed.rest()
    assert state_of(job) == "queued"
    staffed.scheduler()
    done(job)


def test_one_job_pushed_fifty_times_is_one_document(staffed: Yard, ask: Ask) -> None:
    job = ask("slow-1-1")
    for _ in range(50):
        push(job.pk, job.kind, job.queue)
    last = ask("paper-last")
    done(job, last)
    staffed.rest()
    assert (job.attempts, job.fence) == (1, 1)
    assert (Document.objects.count(), files_in(staffed.store)) == (2, 2)


def test_a_paper_that_takes_too_long_is_stopped_with_a_reason(yard: Yard, ask: Ask, settings: Settings) -> None:
    yard.worker(JOB_TIME_LIMIT="1")
    settings.JOB_KINDS = settings.JOB_KINDS | {"render": "tests.portal.documents.owning_app.SHORT"}
    job = ask("slow-30-1")
    until(lambda: state_of(job) == "failed", "the job is stopped")
    job.refresh_from_db()
    assert job.error_message == "生成超过 1 秒未完成，已停止。请重试；若仍未完成，请联系系统管理员。"


def test_a_person_does_not_wait_for_an_export(staffed: Yard, ask: Ask) -> None:
    slow = ask("slow-8-1", queue="bulk")
    until(lambda: state_of(slow) == "running", "the export runs")
    quick = ask("paper-1")
    done(quick)
    assert state_of(slow) == "running"


def test_a_worker_that_prints_takes_at_most_110_megabytes(yard: Yard, ask: Ask) -> None:
    worker = yard.worker()  # one of its own: the others may have sealed and verified before, which takes more
    done(*(ask(f"paper-{number}", queue="bulk") for number in range(10)))
    assert [memory for memory in memory_of_children(worker) if memory > 110] == []


def test_what_prints_is_loaded_once_for_all_processes_of_a_worker(staffed: Yard) -> None:
    worker = staffed.workers[0]
    assert "libpango" in Path(f"/proc/{worker.pid}/maps").read_text()
    assert "JixiaoSong" not in Path(f"/proc/{worker.pid}/maps").read_text()
