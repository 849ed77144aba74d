"""Waking jobs that wait, as soon as what they wait for is there."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from portal.jobs.models import Job
from portal.jobs.services.nudge import nudge_on_commit


def wake(*, unit_id: int, at: datetime) -> int:
    """Tries what waits for a unit again now, because that has done its part; returns how many jobs that are."""
    return wake_those(Q(waits_for=unit_id), at=at)


@transaction.atomic
def wake_those(which: Q, *, at: datetime) -> int:
    """Tries again now what waits among the jobs ``which``; returns how many that are."""
    jobs = list(Job.objects.select_for_update().filter(which, state=Job.State.WAITING))
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(retry_at=at)
    for job in jobs:
        nudge_on_commit(job)
    return len(jobs)
