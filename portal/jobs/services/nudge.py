"""Telling the workers that there is work: a hint that may get lost, and that never makes anyone wait.

The request only drops a note; a thread of its own hands it to the broker. A broker that is frozen or away costs the
thread its time-outs, then it rests for a while and lets notes go: ``reconcile`` pushes what was lost.
"""

import logging
from functools import partial
from queue import Full, Queue
from threading import Lock, Thread
from time import monotonic
from uuid import UUID

from celery import current_app
from django.db import transaction

from portal.jobs.kinds import kind_called
from portal.jobs.models import Job

logger = logging.getLogger(__name__)

#: The task that does one job: called by its name, because tasks stand above services.
RUN_JOB = "portal.jobs.tasks.run_job"
#: Seconds between asking a task to stop and killing its process.
GRACE = 15
MOST_WAITING = 1000
#: Seconds without a try after the broker did not answer.
REST = 10.0


class Messenger:
    """Hands notes (job id, kind, queue) to the broker, one after the other, from one daemon thread per process."""

    def __init__(self) -> None:
        self._notes: Queue[tuple[UUID, str, str]] = Queue(MOST_WAITING)
        self._lock = Lock()
        self._thread: Thread | None = None
        self._resting_until = 0.0

    def leave(self, note: tuple[UUID, str, str]) -> None:
        """Leaves a note and returns at once; lets it go while the broker is away or too many wait."""
        if monotonic() < self._resting_until:
            return
        with self._lock:
            try:
                self._notes.put_nowait(note)
            except Full:
                return
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._carry, name="nudge", daemon=True)
                self._thread.start()

    def _carry(self) -> None:
        while True:
            note = self._notes.get()
            if monotonic() < self._resting_until:
                continue
            try:
                push(*note)
            except Exception as error:  # whatever the broker's client raises, the row is safe
                self._resting_until = monotonic() + REST
                logger.warning("the broker does not answer, jobs wait for the next sweep: %s", error)


messenger = Messenger()


def push(job_id: UUID, kind: str, queue: str) -> None:
    """Sends one job to the broker once; raises what the broker's client raises."""
    seconds = int(kind_called(kind).time_limit.total_seconds())
    current_app.send_task(
        RUN_JOB, args=(str(job_id),), queue=queue, retry=False, soft_time_limit=seconds, time_limit=seconds + GRACE
    )


def nudge(job: Job) -> None:
    """Tells the workers of the job's queue about it; returns at once, whatever state the broker is in."""
    messenger.leave((job.pk, job.kind, job.queue))


def nudge_on_commit(job: Job) -> None:
    """The same, once the business change is committed; a failure here never reaches the person who made it."""
    transaction.on_commit(partial(nudge, job), robust=True)
