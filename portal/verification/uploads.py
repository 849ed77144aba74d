"""The files that somebody wants to have checked, until they are: beside the documents, never among them."""

import os
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

DIRECTORY = "uploads"
SUFFIX = ".upload"
#: What nobody came back for is removed after this many seconds.
ABANDONED_AFTER = 24 * 3600


def new() -> BinaryIO:
    """A new empty file to write; its ``name`` is its path."""
    directory = _directory()
    directory.mkdir(parents=True, exist_ok=True)
    descriptor, _name = tempfile.mkstemp(suffix=SUFFIX, dir=directory)
    os.close(descriptor)
    return Path(_name).open("wb")


def relative(file: str) -> str:
    """The path of such a file as rows keep it, relative to the store."""
    return f"{DIRECTORY}/{Path(file).name}"


def read(path: str) -> bytes:
    """The bytes of the file that a row names; raises OSError if it is gone."""
    return (Path(settings.DOCUMENT_STORE) / path).read_bytes()


def remove(path: str) -> None:
    """Removes the file that a row names; nothing if it is gone."""
    if path:
        (Path(settings.DOCUMENT_STORE) / path).unlink(missing_ok=True)


def sweep() -> int:
    """Removes files that were left lying for a day; returns how many."""
    before = time.time() - ABANDONED_AFTER
    stale = [file for file in _directory().glob(f"*{SUFFIX}") if file.stat().st_mtime < before]
    for file in stale:
        file.unlink(missing_ok=True)
    return len(stale)


def _directory() -> Path:
    return Path(settings.DOCUMENT_STORE) / DIRECTORY
