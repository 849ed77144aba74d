"""Commands side by side: what each says is kept together until it ends, and none outlives the caller."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from portal.embedded.children import end_if_asked, tail
from portal.embedded.servers import say
from portal.embedded.stages import SuiteStage

#: How long commands may take to end when they are asked to.
PATIENCE = 20.0

Start = Callable[[SuiteStage, Path], subprocess.Popen[bytes]]


@dataclass
class _Running:
    stage: SuiteStage
    child: subprocess.Popen[bytes]
    log: Path
    began: float = field(default_factory=time.monotonic)


@dataclass
class SideBySide:
    """Runs stages, as many at once as keep ``room`` processes busy; ``home`` takes what they say meanwhile.

    They start in their order; only one that waits for the end of another is passed over.

    ``start`` starts one in a session of its own, its output going to the given file.
    """

    start: Start
    home: Path
    room: int
    _running: list[_Running] = field(default_factory=list)

    def run(self, stages: Sequence[SuiteStage]) -> list[str]:
        """Runs all, in this order as far as there is room; returns the titles of those that failed."""
        waiting, failed = list(stages), set[SuiteStage]()
        try:
            while waiting or self._running:
                self._start_what_fits(waiting)
                time.sleep(0.05)
                end_if_asked()
                failed |= {one.stage for one in self._ended() if not _tell(one)}
        finally:
            self._end()
        return [stage.title for stage in stages if stage in failed]

    def _start_what_fits(self, waiting: list[SuiteStage]) -> None:
        for stage in list(waiting):
            busy = sum(one.stage.processes for one in self._running)
            unended = {one.title for one in waiting} | {one.stage.title for one in self._running}
            if stage.after in unended:
                continue
            if busy and busy + stage.processes > self.room:
                return  # no smaller one overtakes it: it would wait for its room until all of them have ended
            waiting.remove(stage)
            log = self.home / f"{stage.title.replace(' ', '-')}.log"
            say(f"── {stage.title} …")
            self._running.append(_Running(stage, self.start(stage, log), log))

    def _ended(self) -> list[_Running]:
        ended = [one for one in self._running if one.child.poll() is not None]
        self._running = [one for one in self._running if one not in ended]
        return ended

    def _end(self) -> None:
        """Ends what still runs, with all that it has started, and shows how far it came."""
        for one in self._running:
            _signal(one, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for one in self._running:
            while _lives(one) and time.monotonic() < deadline:
                time.sleep(0.05)
            _signal(one, signal.SIGKILL)
            say(f"── {one.stage.title}: ended\n{tail(one.log)}")


def _tell(one: _Running) -> bool:
    """Shows what a stage said, all of it if it failed, else how it closed; returns whether it passed."""
    good = one.child.returncode == 0
    say(f"── {one.stage.title}: {'passed' if good else 'FAILED'} in {time.monotonic() - one.began:.1f} s")
    if words := tail(one.log, 1 if good else sys.maxsize):
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
    return good


def _lives(one: _Running) -> bool:
    """Whether anything of its session is left."""
    one.child.poll()
    return _signal(one, 0)


def _signal(one: _Running, number: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(one.child.pid, number)
        return True
    return False
