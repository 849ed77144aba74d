"""Doorways of the workers; every task takes a job's id or nothing."""

from celery import shared_task

from portal import clock
from portal.jobs.services.nudge import RUN_JOB
from portal.jobs.services.reconcile import reconcile as put_back
from portal.jobs.services.run import run


@shared_task(name=RUN_JOB, acks_late=True, ignore_result=True)
def run_job(job_id: str) -> None:
    """Does the work of one job, unless it is over or in other hands."""
    run(job_id=job_id)


@shared_task(name="portal.jobs.tasks.reconcile", acks_late=True, ignore_result=True)
def reconcile() -> None:
    """Puts lost jobs back into their queue; runs every ``settings.JOB_SWEEP``."""
    put_back(at=clock.now())
