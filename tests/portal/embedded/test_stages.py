"""What the stages of a run search for tests, those that drive a browser or start workers among them."""

import re

from portal.embedded.stages import BROWSER_ROOM, QUICK, RUNNING_FILE, WHOLE, WORKER_FILES
from tests.architecture.sources import ROOT, own, text_of

MARK = re.compile(r"""mark(?:er\(["']|\.)(e2e|worker)\b""")


def marked(mark: str) -> set[str]:
    """The files that give tests a mark."""
    return {path for path in own(".py") if mark in MARK.findall(text_of(path))}


def test_no_browser_test_stands_where_no_stage_looks_for_it() -> None:
    assert marked("e2e") == {f"{BROWSER_ROOM}/conftest.py"}


def test_no_worker_test_stands_where_no_stage_looks_for_it() -> None:
    assert marked("worker") == {RUNNING_FILE, *WORKER_FILES}


def test_every_room_and_file_that_a_stage_names_is_there() -> None:
    named = {word for stage in (*WHOLE, *QUICK) for word in stage.arguments if word.startswith("tests/")}
    assert {path for path in named if not (ROOT / path).exists()} == set()
