"""Asking for work to be done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from portal.accounts.models import User
from portal.jobs.kinds import kind_called
from portal.jobs.models import Job
from portal.jobs.services.claims import NOT_WAITING
from portal.jobs.services.nudge import nudge_on_commit
from portal.jobs.words import Queue

AFRESH = {
    "state": Job.State.QUEUED,
    "attempts": 0,
    "progress_done": 0,
    "stage": "",
    "finished_at": None,
    **NOT_WAITING,
}
RETRIED = frozenset({Job.State.FAILED, Job.State.WAITING})


class NotFailedError(Exception):
    """Only a job that failed, or that waits, can be tried again."""


@transaction.atomic
def request(
    *,
    kind: str,
    subject_kind: str,
    subject_id: str,
    digest: str,
    variant: str,
    actor: User | None,
    at: datetime,
    queue: str | None = None,
    parameters: Mapping[str, Any] | None = None,
) -> Job:
    """The one job for this content: a new one, the one that is there already, or a failed one put back into the queue.

    ``digest`` is the SHA-256 (hex) of the content. Belongs into the transaction of the business change; workers hear of
    it after the commit. A person who waits (``interactive``) moves a queued job ahead of the exports.
    """
    wanted = Queue(queue) if queue else kind_called(kind).queue
    job, created = Job.objects.select_for_update().get_or_create(
        kind=kind,
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        content_digest=digest,
        variant=variant,
        defaults={
            "queue": wanted,
            "parameters": dict(parameters or {}),
            "requested_by": actor,
            "requested_at": at,
        },
    )
    if job.state == Job.State.FAILED:
        _put_back(job, at=at)
    elif job.state == Job.State.QUEUED and wanted == Queue.INTERACTIVE != job.queue:
        job.queue = wanted
        job.save(update_fields=["queue"])
    elif not created:
        return job
    nudge_on_commit(job)
    return job


@transaction.atomic
def retry(*, job_id: UUID, at: datetime) -> Job:
    """Puts a failed or waiting job back into the queue; raises :class:`NotFailedError` for any other."""
    job = Job.objects.select_for_update().get(pk=job_id)
    if job.state not in RETRIED:
        raise NotFailedError(str(job))
    _put_back(job, at=at)
    nudge_on_commit(job)
    return job


@transaction.atomic
def request_again(*, job: Job, at: datetime) -> Job:
    """Does finished work once more; what is on its way is left alone."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.state == Job.State.DONE:
        _put_back(job, at=at)
        nudge_on_commit(job)
    return job


def _put_back(job: Job, *, at: datetime) -> None:
    for name, value in AFRESH.items():
        setattr(job, name, value)
    job.requested_at = at
    job.save(update_fields=[*AFRESH, "requested_at"])
