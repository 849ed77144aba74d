"""The process that looks into files: stopped in time, replaced when it is gone, and without secrets."""

import hashlib
import os
import signal
import time
from pathlib import Path

import pytest

from portal.seals.inspection import sandbox
from portal.seals.inspection.sandbox import inspect, look
from tests.factories import pdfs
from tests.portal.seals.inspection.offices import office, once, twice


def _warden() -> int:
    """The process id of the warden that runs."""
    inspect(pdfs.small_paper(), office().trust)
    process = sandbox._warden._process
    assert process is not None
    return process.pid


def test_the_same_is_found_as_without_it() -> None:
    found = look(twice(), office().trust)
    assert (found.inspection.holds, len(found.inspection.signatures), found.inspection.roots) == (True, 2, 1)
    assert found.cpu_seconds > 0


def test_what_takes_too_long_is_stopped() -> None:
    slow, began = pdfs.many_pages(30_000), time.monotonic()
    found = look(slow, office().trust, seconds=0.02).inspection
    assert (found.trouble, found.size) == ("timeout", len(slow))
    assert time.monotonic() - began < 5


def test_what_needs_too_much_memory_is_stopped() -> None:
    assert look(pdfs.many_pages(100_000), office().trust, megabytes=8).inspection.trouble == "too_complex"


def test_after_a_bad_file_the_next_one_is_read() -> None:
    look(pdfs.many_pages(30_000), office().trust, seconds=0.02)
    assert inspect(once(), office().trust).holds


def test_a_warden_that_was_killed_is_replaced() -> None:
    before = _warden()
    os.kill(before, signal.SIGKILL)
    assert inspect(once(), office().trust).holds
    assert _warden() != before


class TimeIsUpError(Exception):
    """What a worker's clock throws into the work."""


def test_an_answer_that_nobody_waited_for_is_not_given_about_the_next_file() -> None:
    def stop(*_: object) -> None:
        raise TimeIsUpError

    slow, warden = pdfs.many_pages(30_000), _warden()
    usual = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        with pytest.raises(TimeIsUpError):
            inspect(slow, office().trust)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)
    assert inspect(once(), office().trust).sha256 == hashlib.sha256(once()).hexdigest()
    assert _warden() != warden


def test_a_warden_that_dies_over_every_file_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "COMMAND", ("/bin/false",))
    os.kill(_warden(), signal.SIGKILL)
    sandbox._warden.dismiss()
    with pytest.raises(sandbox.NoWardenError):
        inspect(once(), office().trust)


def test_the_warden_knows_no_secret() -> None:
    environment = Path(f"/proc/{_warden()}/environ").read_bytes()
    assert [entry.partition(b"=")[0] for entry in environment.split(b"\0") if entry] == [b"PYTHONPATH"]


def test_the_warden_has_one_thread_and_leaves_no_children() -> None:
    home = Path(f"/proc/{_warden()}")
    assert len(list((home / "task").iterdir())) == 1
    assert (home / "task" / home.name / "children").read_text() == ""
