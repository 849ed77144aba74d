"""Waking jobs that wait for a seal (待签章) as soon as what they wait for is there."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from portal.documents.models import Job, Variant
from portal.documents.services.nudge import nudge_on_commit

FIRST_SEAL_MISSING = gettext_noop("填报单位的印章还没有盖上，盖上后自动加盖地区印章。")


@transaction.atomic
def wake(*, unit_id: int, at: datetime) -> int:
    """Tries what waits for the seal of a unit again now, because it has a new one; returns how many jobs that are."""
    return _wake(list(_waiting().filter(waits_for=unit_id)), at)


def count_waiting(*, unit_id: int) -> int:
    """How many papers wait for the seal of a unit."""
    waiting = Job.objects.filter(state=Job.State.WAITING, waits_for=unit_id).exclude(error=FIRST_SEAL_MISSING)
    return waiting.values("subject_kind", "subject_id", "content_digest").distinct().count()


@transaction.atomic
def wake_countersigning(*, sealed: Job, at: datetime) -> int:
    """Tries again now what waits for the first seal on the paper that ``sealed`` has made; returns how many jobs."""
    same = {"subject_kind": sealed.subject_kind, "subject_id": sealed.subject_id}
    waiting = _waiting().filter(**same, content_digest=sealed.content_digest, variant=Variant.COUNTERSIGNED)
    return _wake(list(waiting), at)


def _waiting() -> QuerySet[Job]:
    return Job.objects.select_for_update().filter(state=Job.State.WAITING)


def _wake(jobs: list[Job], at: datetime) -> int:
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(retry_at=at)
    for job in jobs:
        nudge_on_commit(job)
    return len(jobs)
