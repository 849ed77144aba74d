"""Looking into a file that may be anything, from a process that must not suffer from it.

The file is parsed in a child of the *warden* (:mod:`portal.seals.inspection.warden`), a process without secrets that
this one starts when it first needs it and keeps. A worker does not fork for this itself: it has threads while a job
runs (a lock that another thread holds at that moment would never open in the child), and it holds the seals' keys.
"""

import atexit
import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from select import select
from threading import Lock
from typing import Any

from portal.seals.inspection.findings import MOST_BYTES, Inspection, Trust, from_plain

ROOT = Path(__file__).resolve().parents[3]
COMMAND = (sys.executable, "-m", "portal.seals.inspection.warden")
#: One file may take this long, this much of a processor and this much memory beyond what the parsers need.
SECONDS = 15
CPU_SECONDS = 10
MEGABYTES = 600
#: How much longer than its child the warden may take before it is given up.
GRACE = 10
#: How long a new warden may take to load its parsers.
START = 60


class NoWardenError(RuntimeError):
    """The warden cannot be started, died twice over one file, or answered about another one."""


@dataclass(frozen=True, slots=True)
class SandboxLook:
    """The inspection, and the processor time it took (seconds)."""

    inspection: Inspection
    cpu_seconds: float


def inspect(content: bytes, trust: Trust) -> Inspection:
    """The nature of the file (see :class:`Inspection`); whatever lies in it, an answer comes within 15 seconds or so.

    Raises :class:`NoWardenError` where no process can be had at all.
    """
    return look(content, trust).inspection


def look(content: bytes, trust: Trust, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> SandboxLook:
    """The same with what it took."""
    if not content or len(content) > MOST_BYTES:
        return SandboxLook(_nothing(content, "too_large" if content else "empty"), 0)
    limits = {"seconds": seconds, "cpu_seconds": CPU_SECONDS, "megabytes": megabytes}
    answer = _warden.ask(content, trust, limits)
    found = answer["inspection"]
    if found and found["sha256"] != hashlib.sha256(content).hexdigest():
        raise NoWardenError("the process that looks into files answered about another file")
    inspection = from_plain(found) if found else _nothing(content, answer["trouble"])
    return SandboxLook(inspection, answer["cpu_seconds"])


def _nothing(content: bytes, trouble: str) -> Inspection:
    return Inspection(sha256=hashlib.sha256(content).hexdigest(), size=len(content), trouble=trouble)


class _Warden:
    """The one warden of this process; a second file waits until the first is done."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, content: bytes, trust: Trust, limits: dict[str, Any]) -> dict[str, Any]:
        """Hands the file over and reads the answer; a warden that has gone meanwhile is replaced once."""
        blobs = (content, *trust.roots, *trust.crls)
        head = {"sizes": [len(blob) for blob in blobs], "roots": len(trust.roots), **limits}
        request = b"".join((json.dumps(head).encode(), b"\n", *blobs))
        with self._lock:
            for _try in range(2):
                try:
                    answer = self._exchange(request, limits["seconds"])
                except BaseException:  # the job's time is up: this answer must not pass for that to the next file
                    self.dismiss()
                    raise
                if answer is not None:
                    return answer
                self.dismiss()
        raise NoWardenError("the process that looks into files does not answer")

    def dismiss(self) -> None:
        """Ends the warden, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _exchange(self, request: bytes, seconds: float) -> dict[str, Any] | None:
        """One question; None where the warden went away over it."""
        patience = seconds + GRACE
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                COMMAND, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            patience += START
        source, answers = self._process.stdin, self._process.stdout
        assert source is not None
        assert answers is not None
        try:
            source.write(request)
            source.flush()
            line = answers.readline() if select([answers], [], [], patience)[0] else b""
        except BrokenPipeError:
            return None
        found: dict[str, Any] | None = json.loads(line) if line else None
        return found


_warden = _Warden()
atexit.register(_warden.dismiss)
