"""The process that looks into files on behalf of another: ``python -m portal.seals.inspection.warden``.

It holds no secret, no connection and one thread, and has the parsers loaded; each file gets a child of its own, forked
here, with little time and memory and no right to write. It ends when its standard input does, or after a long rest.

A request is one line of JSON (``sizes``: of the file, the roots and the lists; ``roots``: how many are roots;
``seconds``, ``cpu_seconds``, ``megabytes``) and the bytes. An answer is one line of JSON: ``inspection``, ``trouble``
where there is none, ``cpu_seconds``.
"""

import json
import logging
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from portal.seals.inspection.examine import examine
from portal.seals.inspection.findings import Inspection
from portal.seals.inspection.trouble import in_trouble

#: Seconds without work after which the process goes; the next file starts another one.
REST = 300
#: What the raw bytes show of a file that could not be read must be seen in this time.
RAW_SECONDS = 3
MEGABYTE = 1024 * 1024
MOST_FILES = 16
MOST_ANSWER = MEGABYTE


@dataclass(frozen=True, slots=True)
class _Trust:
    roots: tuple[bytes, ...]
    crls: tuple[bytes, ...]


def main() -> None:
    """Answers one request after the other."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    while select.select([source], [], [], REST)[0] and (line := source.readline()):
        answers.write(json.dumps(_answer(json.loads(line), source)).encode() + b"\n")
        answers.flush()


def _answer(request: dict[str, Any], source: BinaryIO) -> dict[str, Any]:
    content, *blobs = [source.read(size) for size in request["sizes"]]
    trust = _Trust(tuple(blobs[: request["roots"]]), tuple(blobs[request["roots"] :]))
    before = _spent()
    found, late = _in_child(lambda: examine(content, trust), request["seconds"], request)
    trouble = "timeout" if late else "too_complex"
    if found is None:
        found, _late = _in_child(lambda: in_trouble(content, trouble), RAW_SECONDS, request)
    return {"inspection": found, "trouble": trouble, "cpu_seconds": round(_spent() - before, 3)}


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def _in_child(
    look: Callable[[], Inspection], seconds: float, limits: dict[str, Any]
) -> tuple[dict[str, Any] | None, bool]:
    """What ``look`` finds in a process of its own, None if it died of it; True if it was not done in time."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _look_here(look, writing, limits)
    os.close(writing)
    text, late = _read(reading, seconds)
    os.close(reading)
    if late:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _parsed(text), late


def _look_here(look: Callable[[], Inspection], answer: int, limits: dict[str, Any]) -> None:
    """In the child: looks, says what it found, and ends without going back."""
    code = 1
    try:
        _limit(int(limits["cpu_seconds"]), int(limits["megabytes"]) * MEGABYTE)
        found = json.dumps(asdict(look())).encode()
        while found:
            found = found[os.write(answer, found) :]
        code = 0
    except BaseException:  # a fault of ours or a lack of memory: the parent tells it from the silence, people from this
        traceback.print_exc()
    finally:
        os._exit(code)


def _limit(cpu_seconds: int, memory: int) -> None:
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _read(source: int, seconds: float) -> tuple[bytes, bool]:
    """What the child says until it ends; True where it did not within ``seconds``, or will not stop talking."""
    text, deadline = b"", time.monotonic() + seconds
    while len(text) <= MOST_ANSWER:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([source], [], [], left)[0]:
            return b"", True
        piece = os.read(source, MEGABYTE)
        if not piece:
            return text, False
        text += piece
    return b"", True


def _parsed(text: bytes) -> dict[str, Any] | None:
    """None for a child that died before it was done."""
    try:
        found: dict[str, Any] = json.loads(text)
    except ValueError:
        return None
    return found


if __name__ == "__main__":
    main()
