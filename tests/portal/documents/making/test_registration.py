"""Registering what a job has made."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from portal import clock
from portal.documents.making.registration import Made, finish
from portal.documents.models import Document
from portal.documents.store import document_store
from portal.jobs.errors import FencedError
from portal.jobs.models import Job
from portal.jobs.services.claims import Claim, claim
from portal.jobs.services.outcomes import Failure, fail
from tests.portal.documents.conftest import Ask

pytestmark = pytest.mark.django_db


def _claimed(job: Job, after: timedelta = timedelta()) -> Claim:
    held = claim(job_id=job.pk, at=clock.now() + after)
    assert held is not None
    return held


def _made(content: bytes = b"%PDF") -> Made:
    return Made(stored=document_store.put(content, suffix=".pdf"), filename="县/自评表.pdf")


def test_a_finished_job_has_its_document(ask: Ask) -> None:
    job, at, made = ask(), clock.now(), _made()
    document = finish(claim=_claimed(job), made=made, at=at)
    job.refresh_from_db()
    assert (job.state, job.document, job.finished_at, job.lease_until) == ("done", document, at, None)
    assert (document.filename, document.version, document.created_at) == ("县／自评表.pdf", 1, at)
    assert (document.sha256, document.size, document.path) == (made.stored.sha256, 4, made.stored.path)
    assert document.media_type == "application/pdf"


def test_contents_of_one_subject_and_variant_are_counted(ask: Ask) -> None:
    wanted = [{}, {"digest": "a" * 64}, {"digest": "b" * 64}, {"variant": "draft"}, {"subject_id": "paper-2"}]
    made = [finish(claim=_claimed(ask(**others)), made=_made(), at=clock.now()) for others in wanted]
    assert [document.version for document in made] == [1, 2, 3, 1, 1]


def test_a_version_that_the_paper_says_is_kept_unless_another_document_bears_it(ask: Ask) -> None:
    wanted = [({}, 3), ({"digest": "a" * 64}, 1), ({"digest": "b" * 64}, 3)]
    made = [
        finish(claim=_claimed(ask(**others)), made=replace(_made(), version=version), at=clock.now())
        for others, version in wanted
    ]
    assert [document.version for document in made] == [3, 1, 4]


def test_a_late_result_is_dropped_without_a_trace(ask: Ask) -> None:
    job = ask()
    late = _claimed(job)
    later = _claimed(job, settings.JOB_LEASE + timedelta(seconds=1))
    with pytest.raises(FencedError):
        finish(claim=late, made=_made(), at=clock.now())
    fail(claim=late, failure=Failure("错"), at=clock.now())
    assert not Document.objects.exists()
    finish(claim=later, made=_made(), at=clock.now())
    with pytest.raises(FencedError):
        finish(claim=late, made=_made(), at=clock.now())
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    "change", [{"sha256": "x"}, {"content_digest": ""}, {"version": 0}, {"size": 0}, {"kind": "doc"}]
)
def test_the_database_refuses_a_document_that_cannot_be(ask: Ask, change: dict[str, object]) -> None:
    document = finish(claim=_claimed(ask()), made=_made(), at=clock.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(**change)
