"""Asking for the PDF of a filing."""

from datetime import datetime

from django.db import transaction

from assessments.domain.facts import Facts
from assessments.models import Filing
from assessments.services.snapshots import digest_of_facts
from portal.accounts.models import User
from portal.documents.models import Job
from portal.documents.services import request


@transaction.atomic
def request_paper(*, filing: Filing, facts: Facts, draft: bool, actor: User, at: datetime) -> Job:
    """The job that prints ``facts``: marked 草稿 while they are the unit's draft, 未签章 once they were submitted."""
    return request(
        kind="pdf",
        subject_kind="filing",
        subject_id=str(filing.pk),
        digest=digest_of_facts(facts),
        variant="draft" if draft else "unsigned",
        actor=actor,
        at=at,
    )
