"""One run of one job in a worker: claim, make, finish, or say why not."""

import logging
import traceback
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_noop

from portal import clock
from portal.documents.errors import CannotPrintError, FencedError
from portal.documents.models import Job, Kind
from portal.documents.services.claims import Claim, claim, release
from portal.documents.services.heartbeat import Heartbeat
from portal.documents.services.make_bundle import make_bundle
from portal.documents.services.make_pdf import make_pdf
from portal.documents.services.outcomes import Failure, Made, fail, finish

logger = logging.getLogger(__name__)

TOOK_TOO_LONG = gettext_noop("生成超过 %(seconds)d 秒未完成，已停止。请重试；若仍未完成，请联系系统管理员。")
WENT_WRONG = gettext_noop("生成时出现系统错误，已记录。请重试；若仍未成功，请联系系统管理员。")

#: The work itself is sound, only its surroundings went away: another worker tries again.
INTERRUPTIONS = (SystemExit, KeyboardInterrupt, OperationalError, InterfaceError)


def run(*, job_id: UUID | str, part_of_export: bool = False) -> bool:
    """Makes the job's document; False if it failed, was over already, was given up or is in other hands.

    An interruption (the worker stops, the database goes away, the time of a whole export is up) puts the job back into
    the queue and is raised on.
    """
    held = claim(job_id=job_id, at=clock.now())
    if held is None:
        return False
    interruptions = (*INTERRUPTIONS, SoftTimeLimitExceeded) if part_of_export else INTERRUPTIONS
    failure: Failure | None = None
    try:
        with Heartbeat(held):
            finish(claim=held, made=_make(held), at=clock.now())
        return True
    except FencedError as error:
        logger.warning("result dropped, another worker holds the job: %s", error)
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


def _make(held: Claim) -> Made:
    return make_bundle(held) if held.job.kind == Kind.BUNDLE else make_pdf(held)


def _failure(job: Job, error: BaseException) -> Failure:
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, CannotPrintError):
        return Failure(error.template, error.values, detail)
    if isinstance(error, SoftTimeLimitExceeded):
        seconds = int(settings.JOB_TIME_LIMITS[job.kind].total_seconds())
        return Failure(TOOK_TOO_LONG, {"seconds": seconds}, detail)
    logger.error("%s went wrong", job, exc_info=error)
    return Failure(WENT_WRONG, {}, detail)
