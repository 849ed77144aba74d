"""Jobs that a database has from before they were a room of their own come along with their documents, and go back."""

from uuid import UUID

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from portal.jobs.models import Job
from tests.migrating import migrate, newest
from tests.portal.documents.registered_papers import make_sealed_paper

pytestmark = pytest.mark.django_db
BEFORE = [("documents", "0005_pictures_of_every_page"), ("jobs", None)]
#: Kind of work and variant as they were, and the kind that they are.
ROWS = {
    ("pdf", "draft", "paper"): "render",
    ("pdf", "unsigned", "paper"): "render",
    ("bundle", "unsigned", "bundle"): "bundle",
    ("check", "sealed", "document"): "check",
    ("check", "foreign", "upload"): "check_upload",
}


def rows(query: str) -> set[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return set(cursor.fetchall())


def queued(kind: str, variant: str, subject_kind: str, number: int) -> UUID:
    job = Job.objects.create(
        kind=kind,
        variant=variant,
        subject_kind=subject_kind,
        subject_id=str(number),
        content_digest="e" * 64,
        queue="interactive",
        requested_at="2026-01-01T00:00Z",
    )
    return job.pk


def test_jobs_and_what_they_have_made_come_along_and_go_back() -> None:
    paper = make_sealed_paper()
    made = {paper.first.job_id: ("seal", paper.first.pk), paper.second.job_id: ("countersign", paper.second.pk)}
    open_ones = {queued(now, *before[1:], number): (now, None) for number, (before, now) in enumerate(ROWS.items())}
    known = {(pk, *facts) for pk, facts in (made | open_ones).items()}
    kind_of_row = ContentType.objects.get(app_label="jobs", model="job").pk
    migrate(BEFORE)
    assert rows("SELECT id, kind, variant, subject_kind, document_id FROM documents_job") == {
        (paper.first.job_id, "pdf", "sealed", "paper", paper.first.pk),
        (paper.second.job_id, "pdf", "countersigned", "paper", paper.second.pk),
        *((pk, *before, None) for pk, before in zip(open_ones, ROWS, strict=True)),
    }
    assert rows("SELECT id FROM django_content_type WHERE (app_label, model) = ('documents', 'job')") == {
        (kind_of_row,)
    }
    migrate(newest("documents", "jobs"))
    there = Job.objects.values_list("pk", "kind", "document")
    assert set(there) == known
    assert ContentType.objects.filter(app_label="jobs", model="job").values_list("pk", flat=True).get() == kind_of_row
