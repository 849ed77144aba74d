"""Doorways of the workers; every task takes a job's id or nothing."""

from typing import Any
from uuid import UUID

from celery import current_app, shared_task
from celery.signals import celeryd_after_setup, worker_process_init
from django.conf import settings

from portal import clock
from portal.documents.models import Kind, Queue

#: Seconds between asking a task to stop and killing its process.
GRACE = 15


@shared_task(name="portal.documents.tasks.run_job", acks_late=True, ignore_result=True)
def run_job(job_id: str) -> None:
    """Makes the document of one job, unless it is over or in other hands."""
    # Services nudge tasks, so this one edge goes back: imported when the task runs.
    from portal.documents.services.run import run

    run(job_id=job_id)


@shared_task(name="portal.documents.tasks.reconcile", acks_late=True, ignore_result=True)
def reconcile() -> None:
    """Puts lost jobs back into their queue; runs every ``settings.JOB_SWEEP``."""
    # The same backward edge as above.
    from portal.documents import store
    from portal.documents.services.reconcile import reconcile as put_back

    put_back(at=clock.now())
    store.sweep()


@shared_task(name="portal.documents.tasks.check_store", acks_late=False, ignore_result=True)
def check_store() -> None:
    """Holds the store against the register; runs every night, and not again where a worker is lost on the way."""
    # The same backward edge as above.
    from portal.documents.services.store_check import check_store as hold_against_register

    hold_against_register(at=clock.now())


def push(job_id: UUID, kind: str, queue: str) -> None:
    """Sends one job to the broker once; raises what the broker's client raises."""
    seconds = int(settings.JOB_TIME_LIMITS[Kind(kind).value].total_seconds())
    run_job.apply_async(
        args=(str(job_id),), queue=queue, retry=False, soft_time_limit=seconds, time_limit=seconds + GRACE
    )


@celeryd_after_setup.connect
def load_code(**_kwargs: Any) -> None:
    """Loads what prints and seals before the worker's processes are forked: they share that memory."""
    if _prints():
        import portal.documents.services.make_sealed  # noqa: F401 - the web process must start without both
        from portal.documents import pdf

        pdf.load_code()


@worker_process_init.connect
def preload(**_kwargs: Any) -> None:
    """Starts the printing engine with its fonts in a worker's process: the first document is as fast as others."""
    if _prints():
        from portal.documents import pdf

        pdf.warm_up()


def _prints() -> bool:
    """Whether this worker makes papers; one that only checks files of strangers prints nothing."""
    return set(current_app.amqp.queues.consume_from) != {Queue.PUBLIC.value}
