"""Making an export: every paper that is still missing, then the ZIP."""

import logging
import time
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_noop

from portal import clock
from portal.documents import store
from portal.documents.archive import Member, write_zip
from portal.documents.bundle import BundleEntry, BundlePlan
from portal.documents.errors import CannotPrintError
from portal.documents.filenames import distinct, safe_path
from portal.documents.models import Document, Job, Kind, Queue
from portal.documents.services import requests
from portal.documents.services.claims import Claim, report
from portal.documents.services.outcomes import Made
from portal.documents.services.reconcile import settle_lost

logger = logging.getLogger(__name__)

NOT_MADE = gettext_noop("导出包中有 %(count)d 份未能生成：%(names)s。请先逐份查看原因，再重新导出。")
#: So many names stand in the message; the others are counted.
MOST_NAMED = 5
#: Seconds between two looks at a paper that another worker is making.
PAUSE = 0.5


def make_bundle(held: Claim) -> Made:
    """Prints what is missing, reuses what is there, and packs all of it; progress is written as it goes.

    A run that was interrupted is taken up where it stopped, because every finished paper is a document of its own.
    Raises ``CannotPrintError`` with the names of the papers that could not be made.
    """
    plan = BundlePlan.of(held.job.parameters)
    jobs = [_requested(entry, held.job) for entry in plan.entries]
    _make_missing(held, jobs)
    _refuse_failures(plan, jobs)
    report(claim=held, stage=Job.Stage.PACKING, done=len(jobs), total=len(jobs))
    with store.incoming(".zip") as file:
        write_zip(file, _members(plan, jobs))
        return Made(stored=store.keep(file), filename=plan.filename)


def _requested(entry: BundleEntry, bundle: Job) -> Job:
    return requests.request(
        kind=Kind.PDF,
        subject_kind=entry.subject_kind,
        subject_id=entry.subject_id,
        digest=entry.digest,
        variant=entry.variant,
        actor=bundle.requested_by,
        at=clock.now(),
        queue=Queue.BULK,
    )


def _make_missing(held: Claim, jobs: Sequence[Job]) -> None:
    """Runs each open job here unless another worker has it; returns when all are over."""
    from portal.documents.services.run import run  # a bundle is a job made of jobs

    total = len({job.pk for job in jobs})
    open_ids = _open(jobs)
    while open_ids:
        for job_id in open_ids:
            report(claim=held, stage=Job.Stage.PRINTING, done=total - len(_open(jobs)), total=total)
            run(job_id=job_id, part_of_export=True)
        open_ids = _open(jobs)
        if open_ids:
            time.sleep(PAUSE)
            settle_lost(at=clock.now())


def _open(jobs: Sequence[Job]) -> list[UUID]:
    """The ids of the jobs that are not over yet, in the order of the export."""
    waiting = set(
        Job.objects.filter(pk__in=[job.pk for job in jobs])
        .exclude(state__in=[Job.State.DONE, Job.State.FAILED])
        .values_list("pk", flat=True)
    )
    return [job.pk for job in dict.fromkeys(jobs) if job.pk in waiting]


def _refuse_failures(plan: BundlePlan, jobs: Sequence[Job]) -> None:
    failed = set(
        Job.objects.filter(Q(pk__in=[job.pk for job in jobs]), state=Job.State.FAILED).values_list("pk", flat=True)
    )
    names = [entry.name for entry, job in zip(plan.entries, jobs, strict=True) if job.pk in failed]
    if names:
        raise CannotPrintError(NOT_MADE, count=len(names), names="、".join(names[:MOST_NAMED]))


def _members(plan: BundlePlan, jobs: Sequence[Job]) -> list[Member]:
    documents: dict[UUID, Document] = {
        document.job.pk: document
        for document in Document.objects.filter(job__in=[job.pk for job in jobs]).select_related("job")
    }
    names = distinct(safe_path(entry.name) for entry in plan.entries)
    return [Member(name, documents[job.pk]) for name, job in zip(names, jobs, strict=True)]
