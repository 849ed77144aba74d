"""One run of one job in a worker: claim, work, close, or say why not or not yet."""

import logging
import traceback
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError
from django.utils.module_loading import import_string
from django.utils.translation import gettext_noop

from portal import clock
from portal.jobs.errors import AwaitsUnitError, CannotBeDoneError, FencedError, PutOffError
from portal.jobs.models import Job
from portal.jobs.services.claims import claim, release
from portal.jobs.services.heartbeat import Heartbeat
from portal.jobs.services.outcomes import Failure, close, fail, put_off, wait

logger = logging.getLogger(__name__)

TOOK_TOO_LONG = gettext_noop("生成超过 %(seconds)d 秒未完成，已停止。请重试；若仍未完成，请联系系统管理员。")
WENT_WRONG = gettext_noop("生成时出现系统错误，已记录。请重试；若仍未成功，请联系系统管理员。")

#: The work itself is sound, only its surroundings went away: another worker tries again.
INTERRUPTIONS = (SystemExit, KeyboardInterrupt, OperationalError, InterfaceError)


def run(*, job_id: UUID | str, part_of_another: bool = False) -> bool:
    """Does the job's work; False if it failed, waits for a unit, was over already, was given up or is in other hands.

    An interruption (the worker stops, the database goes away, the time of the job that this is a part of is up) puts
    the job back into the queue and is raised on. Where what every job needs is away, it stays queued with the reason,
    however often; a part of another raises that on, because the whole cannot be done either.
    """
    held = claim(job_id=job_id, at=clock.now())
    if held is None:
        return False
    interruptions = (*INTERRUPTIONS, SoftTimeLimitExceeded) if part_of_another else INTERRUPTIONS
    failure: Failure | None = None
    try:
        with Heartbeat(held):
            import_string(held.job.work.runner)(held)
            close(claim=held, at=clock.now())  # nothing where the runner did, in the transaction of what it made
        return True
    except FencedError as error:
        logger.warning("result dropped, another worker holds the job: %s", error)
        return False
    except AwaitsUnitError as error:
        logger.info("%s waits for a unit: %s", held.job, error)
        wait(claim=held, failure=_reason(error), unit_id=error.unit_id, at=clock.now())
        return False
    except PutOffError as error:
        logger.warning("%s is put off: %s", held.job, error.__cause__ or error)
        put_off(claim=held, failure=_reason(error))
        if part_of_another:
            raise
        return False
    except interruptions:
        release(claim=held)
        raise
    except BaseException as error:  # an engine's fatal error is no Exception, and a job must never hang on it
        failure = _failure(held.job, error)
        return False
    finally:
        if failure is not None:
            fail(claim=held, failure=failure, at=clock.now())


def _reason(error: CannotBeDoneError | AwaitsUnitError | PutOffError) -> Failure:
    return Failure(error.template, error.values, "".join(traceback.format_exception(error)))


def _failure(job: Job, error: BaseException) -> Failure:
    if isinstance(error, CannotBeDoneError):
        return _reason(error)
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, SoftTimeLimitExceeded):
        seconds = int(job.work.time_limit.total_seconds())
        return Failure(TOOK_TOO_LONG, {"seconds": seconds}, detail)
    logger.error("%s went wrong", job, exc_info=error)
    return Failure(WENT_WRONG, {}, detail)
