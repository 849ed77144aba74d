"""Asking for the PDFs of a filing: a draft, an unsigned copy, and those that acts of people have sealed."""

from datetime import datetime

from django.db import transaction

from assessments.models import Filing, Snapshot
from assessments.queries import facts_of, latest_snapshot
from assessments.services.snapshots import digest_of_facts
from portal.accounts.models import User
from portal.documents.making import paper_requests
from portal.documents.models import Variant
from portal.jobs.models import Job


@transaction.atomic
def request_paper(*, filing: Filing, draft: bool, actor: User, at: datetime) -> Job:
    """The job that prints the filing as it stands, marked 草稿, or the version received last, marked 未签章."""
    snapshot = None if draft else latest_snapshot(filing)
    if snapshot:
        return _request(filing, snapshot.digest, Variant.UNSIGNED, actor, at)
    return _request(filing, digest_of_facts(facts_of(filing)), Variant.DRAFT, actor, at)


def request_sealed(*, snapshot: Snapshot, actor: User, at: datetime) -> Job:
    """The job that seals what the unit has submitted with the unit's seal."""
    return _request(snapshot.filing, snapshot.digest, Variant.SEALED, actor, at)


def request_countersigned(*, snapshot: Snapshot, actor: User, at: datetime) -> Job:
    """The job that adds the prefecture's seal to what the unit has sealed; asks for that too where it is not there."""
    request_sealed(snapshot=snapshot, actor=actor, at=at)
    return _request(snapshot.filing, snapshot.digest, Variant.COUNTERSIGNED, actor, at)


def _request(filing: Filing, digest: str, variant: Variant, actor: User, at: datetime) -> Job:
    return paper_requests.request_paper(
        subject_kind="filing",
        subject_id=str(filing.pk),
        digest=digest,
        variant=variant,
        actor=actor,
        at=at,
    )
