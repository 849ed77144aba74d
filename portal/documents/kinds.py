"""The kinds of work that make or check documents (``settings.JOB_KINDS``)."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.documents.models import DocumentKind, MakingStage
from portal.jobs.kinds import JobKind
from portal.jobs.words import JobState, Queue

_WAITS = {JobState.WAITING: _("待签章"), JobState.FAILED: _("未能生成")}
_MAKES: dict[str, Any] = {
    "words": _WAITS | {JobState.RUNNING: _("正在生成"), JobState.DONE: _("可下载")},
    "made": _("已生成"),
    "stages": dict(MakingStage.choices),
}
_PAPER: dict[str, Any] = _MAKES | {"name": DocumentKind.PDF.label, "time_limit": settings.JOB_TIME_LIMIT}
#: What checks a file says, whosever the file is.
CHECKS: dict[str, Any] = {
    "name": _("验证"),
    "time_limit": settings.JOB_TIME_LIMIT_CHECK,
    "words": _WAITS | {JobState.RUNNING: _("正在验证"), JobState.DONE: _("已验证")},
    "stages": dict(MakingStage.choices),
}

RENDER = JobKind(runner="portal.documents.making.printed_paper.make_pdf", **_PAPER)
#: The first seal of a paper, and the second one.
SEAL = COUNTERSIGN = JobKind(runner="portal.documents.making.sealed_registration.make_registered", **_PAPER)
BUNDLE = JobKind(
    name=DocumentKind.BUNDLE.label,
    runner="portal.documents.bundles.packed_bundle.make_bundle",
    time_limit=settings.JOB_TIME_LIMIT_BUNDLE,
    queue=Queue.BULK,
    **_MAKES,
)
CHECK = JobKind(runner="portal.documents.register.document_checks.check_document", **CHECKS)
