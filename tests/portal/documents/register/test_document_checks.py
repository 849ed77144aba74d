"""A registered document is checked again whenever somebody asks, by the bytes that lie in the store."""

from pathlib import Path

import pytest
from pytest_django import Settings

from portal import clock
from portal.accounts.models import User
from portal.documents.models import Document, made_by
from portal.documents.register.document_checks import request_check
from portal.jobs.models import Job
from portal.jobs.services.run import run
from tests.factories.accounts import ClerkFactory
from tests.factories.seals import make_seal
from tests.portal.documents.sealed_papers import Case

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def document(case: Case) -> Document:
    """A sealed paper."""
    make_seal(case.unit)
    job = case.ask()
    run(job_id=job.pk)
    return Document.objects.get(job=job)


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create()


def stored(document: Document, settings: Settings) -> Path:
    return Path(settings.DOCUMENT_STORE) / document.path


def checked(document: Document, clerk: User) -> Job:
    job = request_check(document=document, actor=clerk, at=clock.now())
    run(job_id=job.pk)
    job.refresh_from_db()
    return job


def test_a_check_adds_a_verdict_and_makes_no_document(document: Document, clerk: User) -> None:
    job = checked(document, clerk)
    assert (job.state, made_by(job), job.error_detail) == ("done", None, "")
    assert [check.verdict for check in document.checks.all()] == ["genuine", "genuine"]
    assert Document.objects.count() == 1


def test_asking_again_checks_again_in_the_same_job(document: Document, clerk: User) -> None:
    assert checked(document, clerk) == checked(document, clerk)
    assert document.checks.count() == 3


def test_bytes_that_were_changed_in_the_store_are_found(document: Document, clerk: User, settings: Settings) -> None:
    path = stored(document, settings)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert checked(document, clerk).state == "done"
    assert [check.verdict for check in document.checks.all()] == ["altered", "genuine"]


def test_a_file_that_is_gone_is_said_so(document: Document, clerk: User, settings: Settings) -> None:
    stored(document, settings).unlink()
    job = checked(document, clerk)
    assert (job.state, job.error_message) == ("failed", "文件库中没有这份文件，无法验证。请联系系统管理员。")
    assert document.checks.count() == 1
