"""Child processes that never outlive their supervisor, even when it is killed outright."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Account:
    """A user of this host that a child runs as."""

    name: str
    uid: int
    gid: int


def _die_with(parent: int, by: signal.Signals) -> Callable[[], None]:
    """What a child does before it becomes its program: asks the kernel for ``by`` when ``parent`` dies.

    Changing the user clears that wish, so it is made last; a parent that is already gone is noticed here.
    """

    def prepare() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, int(by))
        if os.getppid() != parent:
            os._exit(1)

    return prepare


def spawn(
    command: Sequence[str | Path],
    *,
    dies_by: signal.Signals = signal.SIGKILL,
    account: Account | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    log: Path | None = None,
    stdout: int | None = None,
    own_session: bool = True,
    keep_open: Iterable[int] = (),
) -> subprocess.Popen[bytes]:
    """Starts ``command``; it gets ``dies_by`` when this process ends in whatever way.

    ``log``: file that takes its output and errors; ``own_session`` keeps the terminal's Ctrl-C from it.
    """
    output = log.open("ab") if log else None
    try:
        return subprocess.Popen(  # noqa: S603
            [str(part) for part in command],
            env=env,
            cwd=cwd,
            stdin=subprocess.DEVNULL if own_session else None,
            stdout=output or stdout,
            stderr=subprocess.STDOUT if output else None,
            start_new_session=own_session,
            pass_fds=tuple(keep_open),
            preexec_fn=_die_with(os.getpid(), dies_by),
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    finally:
        if output:
            output.close()


#: The exit code, once a signal has asked for the end.
_asked: list[int] = []


def end_on_signals(*, exit_code: int) -> None:
    """Makes Ctrl-C, TERM and a hang-up end this process by SystemExit, once, so that what it holds is given back."""
    asked = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def end(number: int, frame: FrameType | None) -> None:
        for each in asked:
            signal.signal(each, signal.SIG_IGN)
        _asked.append(exit_code)
        sys.exit(exit_code)

    for number in asked:
        signal.signal(number, end)


def end_if_asked() -> None:
    """Ends now if a signal has asked for it: what the handler raises is lost where it meets a hook around fork."""
    if _asked:
        sys.exit(_asked[0])


def stop(children: Mapping[str, subprocess.Popen[bytes]], by: signal.Signals, *, patience: float) -> None:
    """Asks all to end with ``by``, waits ``patience`` seconds for all together, then kills what is left."""
    for child in children.values():
        if child.poll() is None:
            child.send_signal(by)
    deadline = time.monotonic() + patience
    for child in children.values():
        try:
            child.wait(max(0.05, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
            child.wait()


def tail(log: Path, lines: int = 12) -> str:
    """The last lines of a log, for a message about what went wrong."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
