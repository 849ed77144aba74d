"""Asking for the PDF of a filing."""

from datetime import datetime

from django.db import transaction

from assessments.models import Filing
from assessments.queries import facts_of, latest_snapshot
from assessments.services.snapshots import digest_of_facts
from portal.accounts.models import User
from portal.documents.models import Job
from portal.documents.services import request


@transaction.atomic
def request_paper(*, filing: Filing, draft: bool, actor: User, at: datetime) -> Job:
    """The job that prints the filing as it stands, marked 草稿, or the version received last, marked 未签章."""
    snapshot = None if draft else latest_snapshot(filing)
    return request(
        kind="pdf",
        subject_kind="filing",
        subject_id=str(filing.pk),
        digest=snapshot.digest if snapshot else digest_of_facts(facts_of(filing)),
        variant="unsigned" if snapshot else "draft",
        actor=actor,
        at=at,
    )
