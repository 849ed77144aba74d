"""One run of one job in a worker: claim, make, finish, or say why not or not yet."""

import logging
import traceback
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_noop

from portal import clock
from portal.documents import store
from portal.documents.errors import AwaitsSealError, CannotPrintError, FencedError
from portal.documents.models import SEALED_VARIANTS, Job, Kind
from portal.documents.printable import by_dotted_name
from portal.documents.services.claims import Claim, claim, release
from portal.documents.services.heartbeat import Heartbeat
from portal.documents.services.make_bundle import make_bundle
from portal.documents.services.make_pdf import make_pdf
from portal.documents.services.make_sealed import make_sealed
from portal.documents.services.outcomes import Failure, close, fail, finish, put_off, wait
from portal.documents.services.register_sealed import register_sealed

logger = logging.getLogger(__name__)

TOOK_TOO_LONG = gettext_noop("生成超过 %(seconds)d 秒未完成，已停止。请重试；若仍未完成，请联系系统管理员。")
WENT_WRONG = gettext_noop("生成时出现系统错误，已记录。请重试；若仍未成功，请联系系统管理员。")

STORE_AWAY = gettext_noop("文件库暂时写不进或读不出，恢复后自动继续。若久未恢复，请联系系统管理员。")

#: The work itself is sound, only its surroundings went away: another worker tries again.
INTERRUPTIONS = (SystemExit, KeyboardInterrupt, OperationalError, InterfaceError)


def run(*, job_id: UUID | str, part_of_export: bool = False) -> bool:
    """Does the job's work; False if it failed, waits for a seal, was over already, was given up or is in other hands.

    An interruption (the worker stops, the database goes away, the time of a whole export is up) puts the job back into
    the queue and is raised on. Where the store is full or away the job stays queued with the reason, however often; a
    part of an export raises that on, because the whole cannot be stored either.
    """
    held = claim(job_id=job_id, at=clock.now())
    if held is None:
        return False
    interruptions = (*INTERRUPTIONS, SoftTimeLimitExceeded) if part_of_export else INTERRUPTIONS
    failure: Failure | None = None
    try:
        with Heartbeat(held):
            _work(held)
        return True
    except FencedError as error:
        logger.warning("result dropped, another worker holds the job: %s", error)
        return False
    except AwaitsSealError as error:
        logger.info("%s waits for a seal: %s", held.job, error)
        wait(claim=held, failure=_reason(error), unit_id=error.unit_id, at=clock.now())
        return False
    except store.UnavailableError as error:
        logger.warning("%s waits for the store: %s", held.job, error)
        put_off(claim=held, failure=Failure(STORE_AWAY, {}, "".join(traceback.format_exception(error))))
        if part_of_export:
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


def _work(held: Claim) -> None:
    job = held.job
    if job.kind == Kind.CHECK:
        by_dotted_name(settings.CHECKERS[job.subject_kind])(held)
        close(claim=held, at=clock.now())
    elif job.kind == Kind.BUNDLE:
        finish(claim=held, made=make_bundle(held), at=clock.now())
    elif job.variant in SEALED_VARIANTS:
        register_sealed(claim=held, paper=make_sealed(held), at=clock.now())
    else:
        finish(claim=held, made=make_pdf(held), at=clock.now())


def _reason(error: CannotPrintError | AwaitsSealError) -> Failure:
    return Failure(error.template, error.values, "".join(traceback.format_exception(error)))


def _failure(job: Job, error: BaseException) -> Failure:
    if isinstance(error, CannotPrintError):
        return _reason(error)
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, SoftTimeLimitExceeded):
        seconds = int(settings.JOB_TIME_LIMITS[job.kind].total_seconds())
        return Failure(TOOK_TOO_LONG, {"seconds": seconds}, detail)
    logger.error("%s went wrong", job, exc_info=error)
    return Failure(WENT_WRONG, {}, detail)
