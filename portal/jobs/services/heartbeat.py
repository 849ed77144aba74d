"""Keeping the lease of a job while its worker is busy."""

import logging
from threading import Event, Thread
from types import TracebackType

from django.conf import settings
from django.db import DatabaseError, connection

from portal import clock
from portal.jobs.services.claims import Claim, extend

logger = logging.getLogger(__name__)


class Heartbeat:
    """Extends the lease of a claim from a thread of its own until it is left, or until another worker holds the job."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim
        self._stop = Event()
        self._thread = Thread(target=self._beat, name=f"heartbeat-{claim.job.pk}", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._stop.wait(settings.JOB_HEARTBEAT.total_seconds()):
            try:
                held = extend(claim=self._claim, at=clock.now())
            except DatabaseError as error:
                logger.warning("lease of %s not extended: %s", self._claim.job, error)
                held = True
            finally:
                connection.close()
            if not held:
                logger.warning("%s was taken over by another worker", self._claim.job)
                return
