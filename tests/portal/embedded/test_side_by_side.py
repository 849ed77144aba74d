"""Stages beside each other: what each says stays together, and nothing outlives the run."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from portal.embedded.children import spawn
from portal.embedded.side_by_side import SideBySide
from portal.embedded.stages import SuiteStage
from tests.portal.embedded.processes import ROOT, alive, eventually


def stage(title: str, code: str, **facts: object) -> SuiteStage:
    return SuiteStage(title, ("-c", code), **facts)  # type: ignore[arg-type]


def start(one: SuiteStage, log: Path) -> subprocess.Popen[bytes]:
    return spawn([sys.executable, *one.arguments], log=log)


def meeting(own: str, other: str, words: str, code: int = 0) -> str:
    """Says that it is here, waits for the other, then says its words."""
    return (
        f"import pathlib, sys, time; print('{own} is here', flush=True); pathlib.Path('{own}').touch()\n"
        f"while not pathlib.Path('{other}').exists(): time.sleep(0.01)\n"
        f"print('{words}')\nif {code}: sys.exit({code})"
    )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_they_run_at_once_and_each_is_shown_whole(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    good = stage("good", meeting("good", "bad", "3 passed"))
    bad = stage("bad", meeting("bad", "good", "1 failed", code=1))
    assert SideBySide(start, home, room=2).run([good, bad]) == ["bad"]
    said = capfd.readouterr()
    assert sorted(said.out.splitlines()) == ["1 failed", "3 passed", "bad is here"]
    assert "bad is here\n1 failed\n" in said.out
    assert "── good: passed in" in said.err
    assert "── bad: FAILED in" in said.err


def test_no_more_than_there_is_room_for(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code = "import pathlib, time; pathlib.Path('held').mkdir(); time.sleep(0.2); pathlib.Path('held').rmdir()"
    wide = [stage(title, code, processes=2) for title in ("one", "two", "three")]
    assert SideBySide(start, home, room=3).run(wide) == []


def test_a_small_one_does_not_overtake_a_wide_one(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    stages = [stage("first", ""), stage("wide", "", processes=2), stage("small", "")]
    assert SideBySide(start, home, room=2).run(stages) == []
    begun = [line for line in capfd.readouterr().err.splitlines() if line.endswith("…")]
    assert begun == ["── first …", "── wide …", "── small …"]


def test_one_that_needs_another_waits_for_its_end_and_the_rest_does_not(home: Path) -> None:
    first = stage("first", meeting("first", "other", "made") + "\npathlib.Path('made').touch()")
    needs = stage("needs", "import pathlib; pathlib.Path('made').rename('used')", after="first")
    other = stage("other", meeting("other", "first", "done"))
    assert SideBySide(start, home, room=3).run([needs, first, other]) == []
    assert (home / "used").exists()


def test_one_that_is_wider_than_the_room_runs_alone(home: Path) -> None:
    assert SideBySide(start, home, room=1).run([stage("wide", "", processes=2)]) == []


def test_what_collects_nothing_fails(home: Path) -> None:
    empty = stage("tests", "import sys; sys.exit(5)")
    assert SideBySide(start, home, room=1).run([empty]) == ["tests"]


ASKED_TO_END = """
import sys
from pathlib import Path
from portal.embedded.children import end_on_signals, spawn
from portal.embedded.side_by_side import SideBySide
from portal.embedded.stages import SuiteStage
end_on_signals(exit_code=130)
child = "import os, subprocess, time; print(subprocess.Popen(['sleep', '300']).pid, flush=True); time.sleep(300)"
start = lambda stage, log: spawn([sys.executable, *stage.arguments], log=log)
SideBySide(start, Path(sys.argv[1]), 1).run([SuiteStage("endless", ("-c", child))])
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_asks_to_end_ends_all(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-c", ASKED_TO_END, str(tmp_path)]
    log = tmp_path / "endless.log"
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as caller:
        assert eventually(lambda: log.exists() and log.read_text().endswith("\n"))
        grandchild = int(log.read_text())
        caller.send_signal(number)
        _, said = caller.communicate(timeout=60)
    assert caller.returncode == 130
    assert said.splitlines()[-2:] == ["── endless: ended", str(grandchild)]
    assert eventually(lambda: not alive(grandchild))
