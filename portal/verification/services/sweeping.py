"""Forgetting what was checked: nothing of a stranger's file stays longer than a day."""

from datetime import datetime, timedelta

from django.db import transaction

from portal.jobs.models import Job
from portal.verification import uploads
from portal.verification.models import Upload
from portal.verification.services.accepting import KIND, SUBJECT

KEPT = timedelta(days=1)


def sweep(*, at: datetime) -> int:
    """Removes uploads of more than a day ago with their jobs and files; returns how many."""
    old = list(Upload.objects.filter(at__lt=at - KEPT))
    for upload in old:
        uploads.remove(upload.path)
    with transaction.atomic():
        ids = [upload.pk for upload in old]
        Job.objects.filter(kind=KIND, subject_kind=SUBJECT, subject_id__in=map(str, ids)).delete()
        Upload.objects.filter(pk__in=ids).delete()
    uploads.sweep()
    return len(old)
