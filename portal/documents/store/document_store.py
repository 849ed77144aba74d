"""The document store: files named by the SHA-256 of their bytes, so that the same bytes lie there once.

A file appears under its name whole or not at all: it is written beside it, synced to the disk and then renamed.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext_noop

from portal.jobs.errors import PutOffError

AWAY = gettext_noop("文件库暂时写不进或读不出，恢复后自动继续。若久未恢复，请联系系统管理员。")
INCOMING = "incoming"
CHUNK = 1024 * 1024
#: What a killed worker left half written is removed after this many seconds.
ABANDONED_AFTER = 24 * 3600


class DamagedError(Exception):
    """The stored bytes are gone or are not the ones that were registered."""


class UnavailableError(PutOffError):
    """The store takes or gives no bytes at the moment (full, read-only, not mounted): that passes, try again later."""

    def __init__(self) -> None:
        super().__init__(AWAY)


@dataclass(frozen=True, slots=True)
class Stored:
    """The place of a file (relative to the store), the SHA-256 (hex) of its bytes and their number."""

    path: str
    sha256: str
    size: int


@contextmanager
def incoming(suffix: str) -> Iterator[BinaryIO]:
    """A new empty file to write and seek in, removed afterwards unless :func:`keep` took it over.

    Raises ``UnavailableError``, also for what goes wrong while it is written.
    """
    directory = _root() / INCOMING
    try:
        directory.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(suffix=suffix, dir=directory)
        os.close(descriptor)
        try:
            with Path(name).open("w+b") as file:
                yield file
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise UnavailableError() from error


def keep(file: BinaryIO) -> Stored:
    """Puts an incoming file into the store for good; the same bytes a second time change nothing."""
    file.flush()
    os.fsync(file.fileno())
    source = Path(file.name)
    digest, size = _digest(file)
    target = Path(digest[:2]) / f"{digest}{source.suffix}"
    place = _root() / target
    place.parent.mkdir(parents=True, exist_ok=True)
    source.chmod(0o640)
    source.replace(place)
    _sync(place.parent)
    return Stored(path=target.as_posix(), sha256=digest, size=size)


def put(content: bytes, *, suffix: str) -> Stored:
    """Keeps ``content`` under a name with ``suffix`` (".pdf")."""
    with incoming(suffix) as file:
        file.write(content)
        return keep(file)


def open_verified(path: str, *, sha256: str) -> BinaryIO:
    """The stored file, read through once and found to be what was registered.

    Raises ``DamagedError`` where it is not, ``UnavailableError`` where the store cannot say.
    """
    try:
        file = (_root() / path).open("rb")
        found, _ = _digest(file)
    except OSError as error:
        raise _trouble(path, error) from error
    if found != sha256:
        file.close()
        raise DamagedError(path)
    file.seek(0)
    return file


def read(path: str) -> bytes:
    """The stored bytes as they are now, whether or not they are what was registered; raises as above."""
    try:
        return (_root() / path).read_bytes()
    except OSError as error:
        raise _trouble(path, error) from error


def sweep() -> int:
    """Removes half-written files that nobody writes any more; returns how many."""
    directory = _root() / INCOMING
    stale = [file for file in directory.glob("*") if file.stat().st_mtime < time.time() - ABANDONED_AFTER]
    for file in stale:
        file.unlink(missing_ok=True)
    return len(stale)


def _trouble(path: str, error: OSError) -> Exception:
    """A file that is not there is gone only where the store itself is."""
    gone = isinstance(error, FileNotFoundError) and _root().is_dir()
    return DamagedError(path) if gone else UnavailableError()


def _root() -> Path:
    return Path(settings.DOCUMENT_STORE)


def _digest(file: BinaryIO) -> tuple[str, int]:
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest(), file.tell()


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
