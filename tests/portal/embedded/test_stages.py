"""What the stages of a whole run search for tests that drive a browser or start workers."""

import re

from portal.embedded.stages import BROWSER_ROOM, RUNNING_FILE, WORKER_FILES
from tests.architecture.sources import own, text_of

MARK = re.compile(r"""mark(?:er\(["']|\.)(e2e|worker)\b""")


def marked(mark: str) -> set[str]:
    """The files that give tests a mark."""
    return {path for path in own(".py") if mark in MARK.findall(text_of(path))}


def test_no_browser_test_stands_where_no_stage_looks_for_it() -> None:
    assert marked("e2e") == {f"{BROWSER_ROOM}/conftest.py"}


def test_no_worker_test_stands_where_no_stage_looks_for_it() -> None:
    assert marked("worker") == {RUNNING_FILE, *WORKER_FILES}
