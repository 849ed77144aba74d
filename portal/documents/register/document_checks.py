"""Looking into a registered document's own bytes: after every sealing, and whenever a reader asks."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop

from portal import clock
from portal.accounts.models import User
from portal.documents.errors import CannotPrintError
from portal.documents.models import Check, Document, MakingStage
from portal.documents.register.registered_files import registered
from portal.documents.register.verdicts import judge
from portal.documents.store import document_store
from portal.jobs.models import Job
from portal.jobs.services import request, request_again
from portal.jobs.services.claims import Claim, report
from portal.seals.inspection import Inspection, inspect
from portal.seals.trust import trust_material

GONE = gettext_noop("文件库中没有这份文件，无法验证。请联系系统管理员。")


@transaction.atomic
def request_check(*, document: Document, actor: User, at: datetime) -> Job:
    """The job that checks the document, once more where it has been checked before."""
    job = request(
        kind="check",
        subject_kind=Document.SUBJECT_KIND,
        subject_id=str(document.pk),
        digest=document.sha256,
        variant=document.variant,
        actor=actor,
        at=at,
    )
    return request_again(job=job, at=at)


def check_document(claim: Claim) -> None:
    """Checks the bytes that lie in the store now, whatever has become of them, and keeps the verdict.

    Raises ``CannotPrintError`` where there are none.
    """
    report(claim=claim, stage=MakingStage.CHECKING, done=0, total=1)
    document = Document.objects.get(pk=UUID(claim.job.subject_id))
    try:
        content = document_store.read(document.path)
    except document_store.DamagedError as error:
        raise CannotPrintError(GONE) from error
    note(document=document, inspection=look_into(content), at=clock.now())
    report(claim=claim, stage=MakingStage.CHECKING, done=1, total=1)


def look_into(pdf: bytes) -> Inspection:
    """The findings of our own check in these bytes."""
    return inspect(pdf, trust_material())


def note(*, document: Document, inspection: Inspection, at: datetime) -> Check:
    """Keeps the verdict on what was found in the document's bytes, judged by the register as it is now."""
    judgement = judge(inspection, registered)
    return Check.objects.create(
        document=document,
        at=at,
        verdict=judgement.verdict,
        reasons=[[reason.template, dict(reason.values)] for reason in judgement.reasons],
        signatures=[dict(signature) for signature in judgement.signatures],
    )
