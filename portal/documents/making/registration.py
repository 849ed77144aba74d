"""Registering what a job has made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django.utils.module_loading import import_string

from portal.documents.making.file_names import safe_filename
from portal.documents.models import Document, DocumentKind
from portal.documents.store.document_store import Stored
from portal.jobs.models import Job
from portal.jobs.services.claims import Claim
from portal.jobs.services.outcomes import close, hold


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes that a job made, their official name, and which version of the paper they are (0: nobody counts)."""

    stored: Stored
    filename: str
    version: int = 0
    kind: DocumentKind = DocumentKind.PDF


@transaction.atomic
def finish(*, claim: Claim, made: Made, at: datetime) -> Document:
    """Registers the document and closes its job at once; raises ``FencedError`` and leaves no trace if late."""
    hold(claim=claim)
    document = _register(claim.job, made, at)
    close(claim=claim, at=at)
    return document


def _register(job: Job, made: Made, at: datetime) -> Document:
    subject = {
        "kind": made.kind.value,
        "subject_kind": job.subject_kind,
        "subject_id": job.subject_id,
        "variant": job.variant,
    }
    _one_at_a_time("/".join(subject.values()))
    return Document.objects.create(
        job=job,
        **subject,
        prefecture_id=_prefecture_of(job),
        content_digest=job.content_digest,
        version=_free_version(subject, made.version),
        filename=safe_filename(made.filename),
        sha256=made.stored.sha256,
        size=made.stored.size,
        path=made.stored.path,
        created_at=at,
    )


def _free_version(subject: Mapping[str, str], version: int) -> int:
    """``version``, or the one after the last where the paper does not say or another document bears it already."""
    earlier = Document.objects.filter(**subject)
    if version and not earlier.filter(version=version).exists():
        return version
    return (earlier.aggregate(latest=Max("version"))["latest"] or 0) + 1


def _prefecture_of(job: Job) -> int | None:
    """Where the subject belongs (``settings.DOCUMENT_PREFECTURES``), so that lists need not ask for every document."""
    name = settings.DOCUMENT_PREFECTURES.get(job.subject_kind)
    return cast(int, import_string(name)(job.subject_id)) if name else None


def _one_at_a_time(subject: str) -> None:
    """Two contents of one subject finished at once get two version numbers, one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", ["document/" + subject])
