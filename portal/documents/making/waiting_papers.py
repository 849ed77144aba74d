"""Papers that wait for a seal (待签章), and what lets them go on."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_noop

from portal.documents.models import Variant
from portal.jobs.models import Job
from portal.jobs.services.waiting import wake_those

FIRST_SEAL_MISSING = gettext_noop("填报单位的印章还没有盖上，盖上后自动加盖地区印章。")


def count_waiting(*, unit_id: int) -> int:
    """The number of papers that wait for the seal of a unit."""
    waiting = Job.objects.filter(state=Job.State.WAITING, waits_for=unit_id).exclude(error=FIRST_SEAL_MISSING)
    return waiting.values("subject_kind", "subject_id", "content_digest").distinct().count()


def wake_countersigning(*, sealed: Job, at: datetime) -> int:
    """Tries again now what waits for the first seal on the paper that ``sealed`` has made; returns how many jobs."""
    same = {name: getattr(sealed, name) for name in ("subject_kind", "subject_id", "content_digest")}
    return wake_those(Q(**same, variant=Variant.COUNTERSIGNED), at=at)
