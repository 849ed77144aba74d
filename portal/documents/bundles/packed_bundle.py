"""Making an export: every paper that is still missing, then the ZIP."""

import time
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from portal import clock
from portal.documents.bundles import content_lists
from portal.documents.bundles.bundle_contents import Asked, contents_of
from portal.documents.bundles.bundle_plan import BundleEntry, BundlePlan
from portal.documents.bundles.zip_archive import write_zip
from portal.documents.making.paper_requests import request_paper
from portal.documents.making.registration import Made, finish
from portal.documents.making.waiting_papers import FIRST_SEAL_MISSING
from portal.documents.models import DocumentKind, MakingStage
from portal.documents.store import document_store
from portal.jobs.models import Job
from portal.jobs.services.claims import Claim, report
from portal.jobs.services.reconcile import settle_lost
from portal.jobs.services.run import run
from portal.jobs.words import Queue

#: Seconds between two looks at a paper that another worker is making.
PAUSE = 0.5


def make_bundle(held: Claim) -> None:
    """Makes what is missing, reuses what is there, packs and registers all of it; progress is written as it goes.

    A run that was interrupted is taken up where it stopped, because every finished paper is a document of its own. What
    still waits for its seal, or cannot be made, is not packed but listed, and said in the job's ``left_out``. Raises
    ``CannotPrintError`` where nothing at all can be packed.
    """
    plan = BundlePlan.of(held.job.parameters)
    asked = [_asked(entry, held.job) for entry in plan.entries]
    jobs = [job for one in asked for job in one.jobs]
    _make_missing(held, jobs)
    contents = contents_of(asked)
    total = len(set(jobs))
    report(claim=held, stage=MakingStage.PACKING, done=total, total=total)
    with document_store.incoming(".zip") as file:
        texts = [
            (content_lists.LIST_NAME, content_lists.for_people(contents.members, contents.left_out)),
            (content_lists.MANIFEST_NAME, content_lists.for_programs(contents.members, contents.left_out)),
        ]
        write_zip(file, contents.members, texts)
        held.held.update(parameters={**held.job.parameters, "left_out": contents.notes})
        made = Made(stored=document_store.keep(file), filename=plan.filename, kind=DocumentKind.BUNDLE)
    finish(claim=held, made=made, at=clock.now())


def _asked(entry: BundleEntry, bundle: Job) -> Asked:
    return Asked(entry, tuple(_requested(entry, variant, bundle) for variant in entry.variants))


def _requested(entry: BundleEntry, variant: str, bundle: Job) -> Job:
    return request_paper(
        subject_kind=entry.subject_kind,
        subject_id=entry.subject_id,
        digest=entry.digest,
        variant=variant,
        actor=bundle.requested_by,
        at=clock.now(),
        queue=Queue.BULK,
    )


def _make_missing(held: Claim, jobs: Sequence[Job]) -> None:
    """Runs each open job here unless another worker has it; returns when all are over, or wait for their seals.

    What waits for more than the seal before it is tried once: an export ends, however long each try takes.
    """
    total = len({job.pk for job in jobs})
    open_ids = _open(jobs, _due())
    while open_ids:
        for job_id in open_ids:
            report(claim=held, stage=MakingStage.PRINTING, done=total - len(_open(jobs, _due())), total=total)
            run(job_id=job_id, part_of_another=True)
        open_ids = _open(jobs, _due() & Q(error=FIRST_SEAL_MISSING))
        if open_ids:
            time.sleep(PAUSE)
            settle_lost(at=clock.now())


def _due() -> Q:
    return Q(state=Job.State.WAITING, retry_at__lte=clock.now())


def _open(jobs: Sequence[Job], waiting: Q) -> list[UUID]:
    """The ids of the jobs that are queued, running or ``waiting``, in the order of the export."""
    found = Job.objects.filter(pk__in=[job.pk for job in jobs])
    in_hand = Q(state__in=[Job.State.QUEUED, Job.State.RUNNING])
    ids = set(found.filter(in_hand | waiting).values_list("pk", flat=True))
    return [job.pk for job in dict.fromkeys(jobs) if job.pk in ids]
