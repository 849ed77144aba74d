"""How gunicorn's processes serve."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from portal import web_server
from portal.env import BASE_DIR

#: What must not be there yet when the processes are forked from the one that has loaded the pages.
OPEN = """
import threading
import portal.wsgi
from django.db import connections
print(threading.active_count(), [one.connection for one in connections.all(initialized_only=True)])
"""


@pytest.fixture
def usual_turn() -> Iterator[float]:
    """The turn of a Python that nobody has told anything, put back afterwards."""
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


def test_threads_that_wait_for_the_database_soon_go_on(usual_turn: float) -> None:
    web_server.post_worker_init(None)
    assert sys.getswitchinterval() == pytest.approx(usual_turn / 10)


def test_pages_are_loaded_before_the_fork_and_connections_are_made_after_it() -> None:
    loaded = subprocess.run([sys.executable, "-c", OPEN], cwd=BASE_DIR, capture_output=True, text=True, check=True)
    assert loaded.stdout == "1 [None]\n"
