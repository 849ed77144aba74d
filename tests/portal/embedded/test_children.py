"""Children end with their supervisor, however that one ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from portal.embedded.children import spawn, stop, tail
from tests.portal.embedded.processes import ROOT, alive, eventually

PARENT = """
import sys, time
from portal.embedded.children import spawn
from portal.embedded.state import database_account
account = database_account() if "other" in sys.argv else None
print(spawn(["sleep", "300"], account=account, cwd="/").pid, flush=True)
time.sleep(300)
"""


def parent_with_a_child(*arguments: str) -> tuple[subprocess.Popen[str], int]:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, *arguments], cwd=ROOT, text=True, stdout=subprocess.PIPE)
    assert parent.stdout
    return parent, int(parent.stdout.readline())


def kill(parent: subprocess.Popen[str]) -> None:
    with parent:
        parent.kill()


#: Root's children may be another's processes, and changing the user makes the kernel forget the wish to die.
ACCOUNTS = ["own", "other"] if os.geteuid() == 0 else ["own"]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_child_ends_when_its_supervisor_is_killed(account: str) -> None:
    parent, child = parent_with_a_child(account)
    assert (Path(f"/proc/{child}").stat().st_uid == os.geteuid()) == (account == "own")
    kill(parent)
    assert eventually(lambda: not alive(child))


def test_a_child_that_ignores_the_request_is_killed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    deaf = spawn(["sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done"], log=log)
    assert eventually(lambda: tail(log) == "deaf")
    stop({"deaf": deaf}, signal.SIGTERM, patience=0.3)
    assert deaf.returncode == -signal.SIGKILL


def test_output_goes_to_the_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert spawn(["sh", "-c", "echo one; echo two >&2; exit 3"], log=log).wait() == 3
    assert tail(log, lines=1) == "two"
    assert tail(log) == "one\ntwo"
