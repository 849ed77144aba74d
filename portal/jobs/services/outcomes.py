"""The end of a run of a claimed job: well, with a reason, or for now in waiting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db.models import F

from portal.jobs.errors import FencedError
from portal.jobs.models import Job
from portal.jobs.services.claims import Claim

LONGEST_DETAIL = 10_000


@dataclass(frozen=True, slots=True)
class Failure:
    """The reason of a failure or a wait: a Chinese msgid with its figures, ``detail`` for those who run the portal."""

    template: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    detail: str = ""


def hold(*, claim: Claim) -> None:
    """Keeps the job until the transaction ends, so that what was made is kept with it or not at all.

    Raises ``FencedError`` where another worker holds the job.
    """
    if not claim.held.select_for_update().exists():
        raise FencedError(str(claim.job))


def close(*, claim: Claim, at: datetime) -> None:
    """Closes a job whose work is done; nothing if the claim holds no longer."""
    claim.held.update(
        state=Job.State.DONE,
        lease_until=None,
        finished_at=at,
        stage="",
        progress_done=F("progress_total"),
    )


def wait(*, claim: Claim, failure: Failure, unit_id: int | None, at: datetime) -> None:
    """Lets the job wait for a unit, with the reason, and be tried again after ``settings.JOB_RETRY``.

    However often it waits, none of that counts as an attempt. Nothing if the claim holds no longer.
    """
    claim.held.update(
        state=Job.State.WAITING,
        attempts=0,
        lease_until=None,
        retry_at=at + settings.JOB_RETRY,
        waits_for=unit_id,
        stage="",
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
        stage="",
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
