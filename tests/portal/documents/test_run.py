"""One run of one job, with the real engine."""

import hashlib
from pathlib import Path

import pytest
from django.db import OperationalError
from pytest_django import Settings

from portal import clock
from portal.documents import store
from portal.documents.models import Document, Job
from portal.documents.services.claims import MOST_ATTEMPTS, claim
from portal.documents.services.reconcile import reconcile
from portal.documents.services.run import run
from tests.portal.documents.conftest import HERE, Ask

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_run_makes_the_document(ask: Ask) -> None:
    job = ask()
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.progress_done, job.progress_total) == ("done", 1, 1)
    document = Document.objects.get(job=job)
    with store.open_verified(document.path, sha256=document.sha256) as file:
        content = file.read()
    assert (content[:5], len(content)) == (b"%PDF-", document.size)
    assert (document.filename, document.content_digest) == ("paper-1.pdf", job.content_digest)


def test_a_job_that_is_done_is_not_run_again(ask: Ask) -> None:
    job = ask()
    assert [run(job_id=job.pk) for _ in range(3)] == [True, False, False]
    assert Document.objects.count() == 1


def test_a_job_in_other_hands_is_left_to_them(ask: Ask) -> None:
    job = ask()
    claim(job_id=job.pk, at=clock.now())
    assert not run(job_id=job.pk)


@pytest.mark.parametrize(
    ("paper", "message"),
    [
        ("refused-1", "缺少字形：䶮"),
        ("moved-1", "内容在生成期间有改动，请回到原页面重新生成。"),
        ("broken-1", "生成时出现系统错误，已记录。请重试；若仍未成功，请联系系统管理员。"),
        ("fatal-1", "生成时出现系统错误，已记录。请重试；若仍未成功，请联系系统管理员。"),
    ],
)
def test_a_run_that_fails_says_why(ask: Ask, paper: str, message: str) -> None:
    job = ask(paper)
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_message, job.document) == ("failed", message, None)
    assert job.error_detail.startswith("Traceback")


def test_a_character_without_a_glyph_fails_the_job(ask: Ask) -> None:
    job = ask("paper-\U000e0041\U00016a40")
    run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, Document.objects.count()) == ("failed", 0)


def test_a_store_that_takes_nothing_puts_the_job_off_until_it_does(
    ask: Ask, settings: Settings, tmp_path: Path
) -> None:
    job, sound = ask(), settings.DOCUMENT_STORE
    settings.DOCUMENT_STORE = tmp_path / "taken"
    settings.DOCUMENT_STORE.write_text("a file where the store should be")
    for _ in range(MOST_ATTEMPTS + 1):
        assert not run(job_id=job.pk)
        job.refresh_from_db()
        assert (job.state, job.attempts) == ("queued", 0)
    assert job.error_message == "文件库暂时写不进或读不出，恢复后自动继续。若久未恢复，请联系系统管理员。"
    assert reconcile(at=clock.now() + settings.JOB_SWEEP) == 1
    settings.DOCUMENT_STORE = sound
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_message) == ("done", "")


@pytest.mark.parametrize("interruption", [SystemExit, OperationalError])
def test_an_interrupted_run_leaves_the_job_to_the_next(
    ask: Ask, settings: Settings, interruption: type[BaseException]
) -> None:
    settings.DOCUMENT_BUILDERS = {"paper": f"{__name__}.{interruption.__name__.lower()}"}
    job = ask()
    with pytest.raises(interruption):
        run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("queued", 1)
    settings.DOCUMENT_BUILDERS = {"paper": f"{HERE}.build"}
    assert run(job_id=job.pk)


def systemexit(*_: str) -> None:
    """A worker that is told to go."""
    raise SystemExit


def operationalerror(*_: str) -> None:
    """A database that went away."""
    raise OperationalError


def test_the_heartbeat_keeps_a_slow_job(ask: Ask, settings: Settings) -> None:
    from datetime import timedelta

    settings.JOB_LEASE, settings.JOB_HEARTBEAT = timedelta(seconds=0.6), timedelta(seconds=0.1)
    job = ask("slow-1.5-1")
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.attempts, job.state) == (1, "done")


def test_the_same_paper_gives_the_same_bytes(ask: Ask) -> None:
    jobs = [ask(), ask(digest=hashlib.sha256(b"other").hexdigest())]
    for job in jobs:
        run(job_id=job.pk)
    first, second = (Document.objects.get(job=job) for job in jobs)
    assert (first.path, first.sha256) == (second.path, second.sha256)
    assert {first.version, second.version} == {1, 2}
    assert Job.objects.filter(state="done").count() == 2
