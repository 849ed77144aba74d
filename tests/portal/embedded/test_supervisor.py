"""What keeps ending stays down for longer and longer, and takes nothing else with it."""

import os
import signal
import sys
import time
from collections.abc import Iterator

import pytest

from portal.embedded.services import Service
from portal.embedded.state import EmbeddedError
from portal.embedded.supervisor import LONGEST_PAUSE, Rest, Supervisor
from tests.portal.embedded.processes import alive, eventually

PATIENT = Service("patient", ("sleep", "300"), signal.SIGKILL, restarts=True)
BROKEN = Service("broken", (sys.executable, "-c", "raise SystemExit(3)"), signal.SIGKILL, restarts=True)
NEEDED = Service("needed", ("false",), signal.SIGKILL, restarts=False)


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    supervisor = Supervisor(dict(os.environ), first_pause=0.005)
    yield supervisor
    supervisor.stop()


def test_a_process_that_ends_again_and_again_leaves_the_others_alone(
    supervisor: Supervisor, capfd: pytest.CaptureFixture[str]
) -> None:
    supervisor.start(PATIENT)
    supervisor.start(BROKEN)
    said = ""
    deadline = time.monotonic() + 60
    while said.count("broken ended (exit 3)") < 8 and time.monotonic() < deadline:
        supervisor.check()
        said += capfd.readouterr().err
        time.sleep(0.005)
    assert said.splitlines()[:8] == [
        f"broken ended (exit 3); starting it again in {0.005 * 2**number:g} s." for number in range(8)
    ]
    assert alive(supervisor.running["patient"].pid)


def test_what_the_portal_cannot_do_without_ends_it(supervisor: Supervisor) -> None:
    supervisor.start(NEEDED)
    assert eventually(lambda: supervisor.running["needed"].poll() is not None)
    with pytest.raises(EmbeddedError, match=r"needed ended \(exit 1\); stopping all\."):
        supervisor.check()


def test_pauses_grow_to_a_minute_and_are_forgotten_after_a_sound_run() -> None:
    rest, pauses = Rest(first_pause=1), []
    for now in range(8):
        pauses.append(rest.ended(now))
        rest.started(now)
    assert pauses == [1, 2, 4, 8, 16, 32, LONGEST_PAUSE, LONGEST_PAUSE]
    rest.runs(8 + LONGEST_PAUSE)
    assert rest.ended(100) == 1
