"""Checking a file that somebody sent; runs in a worker."""

from uuid import UUID

from django.utils.translation import gettext_noop

from portal.documents.errors import CannotPrintError
from portal.documents.models import MakingStage
from portal.documents.register.registered_files import registered
from portal.documents.register.verdicts import Judgement, judge
from portal.jobs.services.claims import Claim, report
from portal.seals.inspection import inspect
from portal.seals.trust import trust_material
from portal.verification import uploads
from portal.verification.models import Upload

GONE = gettext_noop("文件已不在，请重新上传。")


def check_upload(claim: Claim) -> None:
    """Keeps the verdict on the file and removes it; raises ``CannotPrintError`` where it is gone."""
    report(claim=claim, stage=MakingStage.CHECKING, done=0, total=1)
    upload = Upload.objects.filter(pk=UUID(claim.job.subject_id)).first()
    if upload is None:
        raise CannotPrintError(GONE)
    if upload.verdict:
        return
    try:
        content = uploads.read(upload.path)
    except OSError as error:
        raise CannotPrintError(GONE) from error
    _note(upload, judge(inspect(content, trust_material()), registered))
    uploads.remove(upload.path)
    Upload.objects.filter(pk=upload.pk).update(path="")
    report(claim=claim, stage=MakingStage.CHECKING, done=1, total=1)


def _note(upload: Upload, judgement: Judgement) -> None:
    Upload.objects.filter(pk=upload.pk).update(
        verdict=judgement.verdict,
        reasons=[[reason.template, dict(reason.values)] for reason in judgement.reasons],
        signatures=[dict(signature) for signature in judgement.signatures],
        document_id=judgement.document_id,
    )
