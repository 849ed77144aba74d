"""Asking for a paper."""

from datetime import datetime

from django.db import transaction

from portal.accounts.models import User
from portal.documents.models import Variant
from portal.jobs.models import Job
from portal.jobs.services import request

#: The kind of work that makes each variant of a paper.
KINDS = {
    Variant.DRAFT: "render",
    Variant.UNSIGNED: "render",
    Variant.SEALED: "seal",
    Variant.COUNTERSIGNED: "countersign",
}


@transaction.atomic
def request_paper(
    *,
    subject_kind: str,
    subject_id: str,
    digest: str,
    variant: str,
    actor: User | None,
    at: datetime,
    queue: str | None = None,
) -> Job:
    """The one job that makes this variant of this content of a paper (see ``portal.jobs.services.request``)."""
    job = request(
        kind=KINDS[Variant(variant)],
        subject_kind=subject_kind,
        subject_id=subject_id,
        digest=digest,
        variant=variant,
        actor=actor,
        at=at,
        queue=queue,
    )
    if variant == Variant.DRAFT and actor and job.requested_by != actor:
        # a draft stays within the unit of who asked for it, and who asked first may work elsewhere by now
        job.requested_by = actor
        job.save(update_fields=["requested_by"])
    return job
