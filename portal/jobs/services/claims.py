"""Holding a job: compare-and-swap on the row, a lease that must be extended, and a fence that a later holder raises."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from portal.jobs.errors import FencedError
from portal.jobs.kinds import attempts_left
from portal.jobs.models import Job

#: What a job that waits says of that, taken back.
NOT_WAITING: dict[str, Any] = {"retry_at": None, "waits_for": None, "error": "", "error_values": {}, "error_detail": ""}


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on a job for as long as nobody claims it with a higher fence."""

    job: Job
    fence: int

    @property
    def held(self) -> QuerySet[Job]:
        """The job's row if this claim still holds, else nothing."""
        return Job.objects.filter(pk=self.job.pk, fence=self.fence, state=Job.State.RUNNING)


def free_at(at: datetime) -> Q:
    """Jobs that may be claimed: queued ones, running ones whose lease ran out, and waiting ones whose turn it is."""
    lost = Q(state=Job.State.RUNNING, lease_until__lt=at)
    due = Q(state=Job.State.WAITING, retry_at__lte=at)
    return (Q(state=Job.State.QUEUED) | lost | due) & attempts_left()


def claim(*, job_id: UUID | str, at: datetime) -> Claim | None:
    """Takes the job over, or None if it is over, given up or in other hands."""
    job = Job.objects.filter(free_at(at), pk=job_id).first()
    if job is None:
        return None
    taken = Job.objects.filter(free_at(at), pk=job_id, fence=job.fence).update(
        state=Job.State.RUNNING,
        fence=F("fence") + 1,
        attempts=F("attempts") + 1,
        lease_until=at + settings.JOB_LEASE,
        started_at=Coalesce("started_at", Value(at)),
        **NOT_WAITING,
    )
    return Claim(job=job, fence=job.fence + 1) if taken else None


def extend(*, claim: Claim, at: datetime) -> bool:
    """Extends the lease; False if the claim holds no longer."""
    return claim.held.update(lease_until=at + settings.JOB_LEASE) == 1


def report(*, claim: Claim, stage: str, done: int, total: int) -> None:
    """Writes how far the work has got, for the page that waits; raises ``FencedError`` if the claim is lost."""
    if not claim.held.update(stage=stage, progress_done=done, progress_total=total):
        raise FencedError(str(claim.job))


def release(*, claim: Claim) -> None:
    """Gives an unfinished job back to the queue (the worker is being stopped); nothing if the claim holds no longer."""
    claim.held.update(state=Job.State.QUEUED, lease_until=None)
