"""The verdict on a file of this machine, with or without a database."""

import logging
import os
import stat

from django.db import Error
from django.utils.translation import gettext_noop

from portal.documents.register.registered_files import registered
from portal.documents.register.verdict_reasons import Reason
from portal.documents.register.verdicts import Judgement, Verdict, judge, nothing
from portal.health import database_answers
from portal.seals.inspection import NoWardenError, inspect
from portal.seals.inspection.findings import MOST_BYTES
from portal.seals.trust import TrustFileError, TrustMaterial, named_material, trust_material

logger = logging.getLogger(__name__)

MISSING = Reason(gettext_noop("找不到这个文件"))
NO_FILE = Reason(gettext_noop("这不是一份文件，而是文件夹或设备"))
FORBIDDEN = Reason(gettext_noop("没有读取这个文件的权限"))
UNREAD = Reason(gettext_noop("读取文件时出错"))


class _CannotReadError(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.template)
        self.reason = reason


def verify_file(path: str) -> Judgement:
    """The verdict on the file at ``path``; always one, whatever is there.

    Where the database does not answer within a second, the register is missing, and of the roots only those remain
    that the operator's files name.
    """
    try:
        content = _content(path)
        if database_answers():
            try:
                return judge(inspect(content, _trust(with_database=True)), registered)
            except Error as error:
                logger.warning("the register cannot be read: %s", error)
        return judge(inspect(content, _trust(with_database=False)), nothing)
    except _CannotReadError as error:
        return Judgement(Verdict.UNREADABLE, (error.reason,), ())
    except NoWardenError:
        logger.exception("no process can be started that looks into files")
        return Judgement(Verdict.UNREADABLE, (UNREAD,), ())


def _trust(*, with_database: bool) -> TrustMaterial:
    try:
        return trust_material() if with_database else named_material()
    except TrustFileError as error:
        logger.warning("%s", error)
        return TrustMaterial((), ())


def _content(path: str) -> bytes:
    """The bytes of a regular file, one more than are looked into at most; never waits for a writer."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise _CannotReadError(MISSING) from error
    except PermissionError as error:
        raise _CannotReadError(FORBIDDEN) from error
    except OSError as error:
        raise _CannotReadError(UNREAD) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _CannotReadError(NO_FILE)
    with os.fdopen(descriptor, "rb") as file:
        try:
            return file.read(MOST_BYTES + 1) or b""  # None from what has nothing to give at the moment
        except OSError as error:
            raise _CannotReadError(UNREAD) from error
