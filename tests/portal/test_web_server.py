"""How gunicorn's processes serve."""

import sys
from collections.abc import Iterator

import pytest

from portal import web_server


@pytest.fixture
def usual_turn() -> Iterator[float]:
    """The turn of a Python that nobody has told anything, put back afterwards."""
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


def test_threads_that_wait_for_the_database_soon_go_on(usual_turn: float) -> None:
    web_server.post_worker_init(None)
    assert sys.getswitchinterval() == pytest.approx(usual_turn / 10)
