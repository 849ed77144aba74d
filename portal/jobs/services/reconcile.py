"""Finding what the broker or a worker lost."""

from datetime import datetime

from django.conf import settings
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_noop

from portal.jobs.kinds import attempts_left, attempts_used_up
from portal.jobs.models import Job
from portal.jobs.services.nudge import nudge
from portal.jobs.words import Queue

LOST_TOO_OFTEN = gettext_noop("生成时连续 %(attempts)d 次中断，已停止。请稍后重试；若再次中断，请联系系统管理员。")
#: At most so many of a queue are pushed again in one sweep, of those that are queued and of those that wait each.
MOST_NUDGED = 100


def reconcile(*, at: datetime) -> int:
    """Settles what was lost, then pushes what has waited, for a worker or for a unit; returns how many were pushed.

    Pushing a job that is in good hands does no harm: it cannot be claimed twice.
    """
    settle_lost(at=at)
    forgotten = Job.objects.filter(state=Job.State.QUEUED, requested_at__lte=at - settings.JOB_SWEEP / 2)
    due = Job.objects.filter(state=Job.State.WAITING, retry_at__lte=at)
    pushed = 0
    for queue in Queue:
        oldest = forgotten.filter(queue=queue).order_by("requested_at")[:MOST_NUDGED]
        longest_untried = due.filter(queue=queue).order_by("retry_at")[:MOST_NUDGED]
        for job in (*oldest, *longest_untried):
            nudge(job)
            pushed += 1
    return pushed


def settle_lost(*, at: datetime) -> None:
    """Queues running jobs whose lease ran out before ``at``, and gives up those that were lost on every attempt."""
    expired = Job.objects.filter(state=Job.State.RUNNING, lease_until__lt=at)
    expired.filter(attempts_left()).update(state=Job.State.QUEUED, lease_until=None)
    lost = Job.objects.filter(attempts_used_up())
    abandoned = lost.filter(state=Job.State.RUNNING, lease_until__lt=at) | lost.filter(state=Job.State.QUEUED)
    abandoned.update(
        state=Job.State.FAILED,
        lease_until=None,
        finished_at=at,
        error=LOST_TOO_OFTEN,
        error_values=JSONObject(attempts="attempts"),
        error_detail="the lease ran out on every attempt",
    )
