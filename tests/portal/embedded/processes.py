"""Real processes for the tests of the supervisor."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.embedded.state import KeptState

ROOT = Path(__file__).resolve().parents[3]
OF_THE_TEST_RUN = {
    *("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "PORTAL_EMBEDDED", "STATIC_ROOT", "DOCUMENT_STORE"),
    *("SEAL_VAULT_PUBLIC_KEY", "SEAL_VAULT_PRIVATE_KEY"),
}


def own_environment(state: Path, **more: str) -> dict[str, str]:
    """The environment of a person's shell: nothing of the test run's servers, another state directory."""
    kept = {name: value for name, value in os.environ.items() if name not in OF_THE_TEST_RUN}
    return {**kept, "PORTAL_STATE": str(state), "PYTHONPATH": str(ROOT), **more}


def embedded(*arguments: str) -> list[str]:
    """The command that the scripts in ``bin/`` end with."""
    return [sys.executable, "-m", "portal.embedded", *arguments]


def alive(pid: int) -> bool:
    """Whether a process still runs; one that only waits to be collected does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def descendants(pid: int) -> dict[int, str]:
    """All processes below ``pid`` with their command lines."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        children.setdefault(parent, []).append(int(entry.parent.name))
    found: dict[int, str] = {}
    waiting = list(children.get(pid, []))
    while waiting:
        child = waiting.pop()
        waiting += children.get(child, [])
        try:
            found[child] = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def eventually(true: Callable[[], bool], *, seconds: float = 90) -> bool:
    """Waits until something is true, not longer than ``seconds``."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@contextmanager
def running(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A process with readable output that is gone afterwards."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, cwd=ROOT, text=True, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(90)
            finally:
                process.kill()


def forget(state: Path) -> None:
    """Removes what belongs to a state elsewhere."""
    shutil.rmtree(KeptState.at(state).database_home, ignore_errors=True)
