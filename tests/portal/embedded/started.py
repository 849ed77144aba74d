"""A portal that ``bin/run`` has begun on a fresh state: its own database and broker, web server, workers and demo."""

import json
import re
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.portal.embedded.processes import descendants, embedded, forget, own_environment, running


@dataclass
class Portal:
    """A running portal, its environment and its address."""

    process: subprocess.Popen[str]
    env: dict[str, str]
    address: str

    def pid_of(self, words: str) -> int:
        """The process below the supervisor whose command line holds ``words``; 0 while there is none."""
        return next((pid for pid, command in descendants(self.process.pid).items() if words in command), 0)

    def health(self) -> dict[str, bool]:
        """What /healthz says."""
        with urllib.request.urlopen(f"{self.address}healthz", timeout=10) as answer:
            told: dict[str, bool] = json.load(answer)
        return told


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """One for all that ask it, in a state of its own; the port that it is told to take is taken."""
    state = tmp_path_factory.mktemp("state")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        env = own_environment(state, PORT=str(taken.getsockname()[1]))
        with running(embedded("run"), env) as process:
            assert process.stdout
            line = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            assert found, line + (process.stderr.read() if process.stderr else "")
            assert int(found[1]) > int(env["PORT"])
            yield Portal(process, env, found[0])
    forget(state)
