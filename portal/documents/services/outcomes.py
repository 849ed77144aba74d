"""How a run of a claimed job ends: with a document, with a verdict, with a reason, or for now in waiting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Max

from portal.documents.errors import FencedError
from portal.documents.filenames import safe_filename
from portal.documents.models import Document, Job
from portal.documents.printable import by_dotted_name
from portal.documents.services.claims import Claim
from portal.documents.store import Stored

LONGEST_DETAIL = 10_000


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes that a job made, their official name, and which version of the paper they are (0: nobody counts)."""

    stored: Stored
    filename: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job failed or waits: a Chinese msgid with its figures, ``detail`` for those who run the portal."""

    template: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    detail: str = ""


@transaction.atomic
def finish(*, claim: Claim, made: Made, at: datetime) -> Document:
    """Registers the document and closes its job at once; raises ``FencedError`` and leaves no trace if late."""
    if not claim.held.select_for_update().exists():
        raise FencedError(str(claim.job))
    document = _register(claim.job, made, at)
    claim.held.update(
        state=Job.State.DONE,
        document=document,
        lease_until=None,
        finished_at=at,
        stage=Job.Stage.NONE,
        progress_done=F("progress_total"),
    )
    return document


def close(*, claim: Claim, at: datetime) -> None:
    """Closes a job that makes no document; nothing if the claim holds no longer."""
    claim.held.update(
        state=Job.State.DONE,
        lease_until=None,
        finished_at=at,
        stage=Job.Stage.NONE,
        progress_done=F("progress_total"),
    )


def wait(*, claim: Claim, failure: Failure, unit_id: int | None, at: datetime) -> None:
    """Lets the job wait for the seal of a unit, with the reason, and be tried again after ``settings.SEAL_RETRY``.

    However often it waits, none of that counts as an attempt. Nothing if the claim holds no longer.
    """
    claim.held.update(
        state=Job.State.WAITING,
        attempts=0,
        lease_until=None,
        retry_at=at + settings.SEAL_RETRY,
        waits_for=unit_id,
        stage=Job.Stage.NONE,
        progress_done=0,
        **_said(failure),
    )


def put_off(*, claim: Claim, failure: Failure) -> None:
    """Gives the job back to the queue with the reason, for the next sweep; none of that counts as an attempt.

    Nothing if the claim holds no longer.
    """
    claim.held.update(
        state=Job.State.QUEUED,
        attempts=0,
        lease_until=None,
        stage=Job.Stage.NONE,
        progress_done=0,
        **_said(failure),
    )


def fail(*, claim: Claim, failure: Failure, at: datetime) -> None:
    """Closes the job with the reason; nothing if the claim holds no longer."""
    claim.held.update(
        state=Job.State.FAILED,
        lease_until=None,
        finished_at=at,
        **_said(failure),
    )


def _said(failure: Failure) -> dict[str, object]:
    return {
        "error": failure.template,
        "error_values": dict(failure.values),
        "error_detail": failure.detail[-LONGEST_DETAIL:],
    }


def _register(job: Job, made: Made, at: datetime) -> Document:
    subject = {
        "kind": job.kind,
        "subject_kind": job.subject_kind,
        "subject_id": job.subject_id,
        "variant": job.variant,
    }
    _one_at_a_time("/".join(subject.values()))
    return Document.objects.create(
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
    return cast(int, by_dotted_name(name)(job.subject_id)) if name else None


def _one_at_a_time(subject: str) -> None:
    """Two contents of one subject finished at once get two version numbers, one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", ["document/" + subject])
