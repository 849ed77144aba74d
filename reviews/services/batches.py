"""Many exchange files at once: each is checked by itself, on as many processors as there are."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.utils.translation import gettext as _

from reviews.services.checking import CheckedFile, check_parcel
from reviews.services.files import UnreadableFile, read_parcel

#: Starting workers costs more than it saves below so many files.
_WORTH_WORKERS = 8
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """The outcome of one file: its answer as printed, or why it could not be read."""

    name: str
    text: str = ""
    refusal: str = ""


def processors() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_files(names: Sequence[str], printed: Callable[[str, CheckedFile], str], jobs: int) -> Iterator[FileOutcome]:
    """The answer to each file, in the order of ``names``; ``printed`` turns a file's findings into its answer.

    Only the printed answers travel between processes, and only as fast as they are taken.
    """
    check = partial(_check, printed)
    if jobs < 2 or len(names) < _WORTH_WORKERS:
        yield from map(check, names)
        return
    context = multiprocessing.get_context("fork")
    with context.Pool(min(jobs, len(names))) as pool:
        yield from pool.imap(check, names, chunksize=min(_CHUNK, len(names) // jobs))


def _check(printed: Callable[[str, CheckedFile], str], name: str) -> FileOutcome:
    try:
        return FileOutcome(name, printed(name, check_parcel(read_parcel(Path(name)))))
    except UnreadableFile as refused:
        return FileOutcome(name, refusal=refused.message)
    except Exception as error:  # one file's mistake of ours must not take the others' answers away
        return FileOutcome(name, refusal=_("核对时出错：%(error)s") % {"error": f"{type(error).__name__}: {error}"})
