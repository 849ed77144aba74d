"""``bin/run`` as a person meets it: real servers, real workers, real kills. After the journey, in its portal."""

import os
import signal
import stat
import subprocess
from pathlib import Path

import pytest

from tests.portal.embedded.processes import ROOT, alive, descendants, embedded, eventually, running
from tests.portal.embedded.started import Portal

pytestmark = pytest.mark.worker


def call(portal: Portal, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(embedded(*arguments), env=portal.env, cwd=ROOT, text=True, capture_output=True, timeout=180)


def test_it_reaches_its_own_servers(portal: Portal) -> None:
    assert portal.health() == {"database": True, "broker": True}


def test_a_second_start_says_that_it_runs_and_where(portal: Portal) -> None:
    second = call(portal, "run")
    pid = portal.process.pid
    assert second.returncode == 1
    assert second.stderr == f"bin/run: already running: bin/run, process {pid}, {portal.address}\n"


SEALING = ("--queues=interactive ", "--queues=interactive,bulk")


def told(portal: Portal, words: str) -> dict[str, str]:
    """The environment of the process whose command line holds ``words``."""
    assert eventually(lambda: portal.pid_of(words) > 0)
    facts = Path(f"/proc/{portal.pid_of(words)}/environ").read_text(encoding="utf-8").split("\0")
    return dict(fact.split("=", 1) for fact in facts if fact)


@pytest.mark.parametrize("words", SEALING)
def test_who_seals_can_open_the_vault(portal: Portal, words: str) -> None:
    private = Path(told(portal, words)["SEAL_VAULT_PRIVATE_KEY"])
    assert (stat.S_IMODE(private.stat().st_mode), stat.S_IMODE(private.parent.stat().st_mode)) == (0o600, 0o700)


@pytest.mark.parametrize("words", ["gunicorn", "--queues=public ", " beat "])
def test_nobody_else_is_told_where_its_key_lies(portal: Portal, words: str) -> None:
    known = told(portal, words)
    assert "SEAL_VAULT_PRIVATE_KEY" not in known
    assert Path(known["SEAL_VAULT_PUBLIC_KEY"]).is_file()


@pytest.mark.parametrize("words", [*SEALING, "gunicorn", "--queues=public "])
def test_papers_lead_to_the_port_that_was_taken(portal: Portal, words: str) -> None:
    assert told(portal, words)["PUBLIC_URL"] + "/" == portal.address


def test_pages_are_loaded_once_for_all_processes_of_the_web_server(portal: Portal) -> None:
    master = portal.pid_of("gunicorn")
    assert len(descendants(master)) > 0
    assert "psycopg_binary" in Path(f"/proc/{master}/maps").read_text(encoding="utf-8")


ASKING = """
from django.db import connection
from portal.seals import authority
connection.ensure_connection()
print(connection.settings_dict["HOST"])
print(authority.timestamp_office().certificate.subject.rfc4514_string())
"""


def test_a_command_uses_the_running_database_and_the_authority_of_the_first_start(portal: Portal) -> None:
    done = call(portal, "manage", "shell", "--no-imports", "-c", ASKING)
    assert (done.returncode, done.stderr) == (0, "")
    sockets, subject = done.stdout.splitlines()
    assert f'unix_socket_directories="{sockets}"' in descendants(portal.process.pid)[portal.pid_of("postgres")]
    assert subject == "CN=绩效直报时间戳,O=绩效直报,C=CN"
    again = call(portal, "manage", "make_seal_authority")
    assert (again.returncode, again.stdout) == (1, "")
    assert "This portal has an authority already; its seals depend on it." in again.stderr


@pytest.mark.parametrize("words", ["valkey-server", *SEALING, "--queues=public ", " beat "])
def test_what_may_end_is_started_again(portal: Portal, words: str) -> None:
    assert eventually(lambda: portal.pid_of(words) > 0)
    first = portal.pid_of(words)
    os.kill(first, signal.SIGKILL)
    assert eventually(lambda: portal.pid_of(words) not in (0, first))
    assert eventually(lambda: portal.health() == {"database": True, "broker": True})


def test_killed_it_leaves_nothing_running_and_starts_again(portal: Portal) -> None:
    names = ("postgres", "valkey-server", "gunicorn", *SEALING, "--queues=public ", " beat ")
    assert eventually(lambda: all(portal.pid_of(name) for name in names))
    below = list(descendants(portal.process.pid))
    portal.process.kill()
    assert eventually(lambda: not any(map(alive, below)))
    with running(embedded("run"), portal.env) as again:
        assert again.stdout
        assert "is ready" in again.stdout.readline()
        below = list(descendants(again.pid))
        again.send_signal(signal.SIGINT)
        assert again.wait(90) == 0
        assert [pid for pid in below if alive(pid)] == []
