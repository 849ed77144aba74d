"""Printing a paper, with the real engine."""

import hashlib
from pathlib import Path

import pytest
from pytest_django import Settings

from portal import clock
from portal.documents.models import Document, made_by
from portal.documents.store import document_store
from portal.jobs.services.reconcile import reconcile
from portal.jobs.services.run import run
from tests.portal.documents.conftest import Ask

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_run_makes_the_document(ask: Ask) -> None:
    job = ask()
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.progress_done, job.progress_total) == ("done", 1, 1)
    document = Document.objects.get(job=job)
    with document_store.open_verified(document.path, sha256=document.sha256) as file:
        content = file.read()
    assert (content[:5], len(content)) == (b"%PDF-", document.size)
    assert (document.filename, document.content_digest) == ("paper-1.pdf", job.content_digest)


@pytest.mark.parametrize(
    ("paper", "message"),
    [
        ("refused-1", "缺少字形：䶮"),
        ("moved-1", "内容在生成期间有改动，请回到原页面重新生成。"),
    ],
)
def test_what_cannot_be_printed_says_why(ask: Ask, paper: str, message: str) -> None:
    job = ask(paper)
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_message, made_by(job)) == ("failed", message, None)


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
    for _ in range(5):
        assert not run(job_id=job.pk)
        job.refresh_from_db()
        assert (job.state, job.attempts) == ("queued", 0)
    assert job.error_message == "文件库暂时写不进或读不出，恢复后自动继续。若久未恢复，请联系系统管理员。"
    assert reconcile(at=clock.now() + settings.JOB_SWEEP) == 1
    settings.DOCUMENT_STORE = sound
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_message) == ("done", "")


def test_the_same_paper_gives_the_same_bytes(ask: Ask) -> None:
    jobs = [ask(), ask(digest=hashlib.sha256(b"other").hexdigest())]
    assert [run(job_id=job.pk) for job in jobs] == [True, True]
    first, second = (Document.objects.get(job=job) for job in jobs)
    assert (first.path, first.sha256) == (second.path, second.sha256)
    assert {first.version, second.version} == {1, 2}
