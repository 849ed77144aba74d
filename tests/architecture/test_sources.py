"""What holds for every file that we write."""

import re
from collections import defaultdict

import pytest

from tests.architecture.sources import ROOT, own, project_files, text_of

MOST_LINES = 400
WRITTEN = own(".py", ".html", ".css", ".js", ".sh") + [
    f"bin/{name}" for name in ("run", "test", "bench", "manage", "_setup", "_system")
]
#: Split here, so that this file does not name them.
PUT_OFF = re.compile("|".join([r"\bTO" + "DO", r"\bFIX" + "ME", r"\bX" + r"XX\b", r"pytest\.mark\." + "skip"]))


def test_a_file_holds_one_idea() -> None:
    lengths = {path: len(text_of(path).splitlines()) for path in WRITTEN}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_nothing_is_put_off() -> None:
    found = {path: PUT_OFF.findall(text_of(path)) for path in WRITTEN}
    assert {path: hits for path, hits in found.items() if hits} == {}


def test_a_class_has_its_name_for_itself_in_its_layer() -> None:
    places = defaultdict(list)
    for path in own(".py"):
        app, layer = [*path.split("/"), ""][:2]
        if app in ("portal", "assessments", "reviews") and "/commands/" not in path and "/migrations/" not in path:
            for name in re.findall(r"^class (\w+)", text_of(path), re.MULTILINE):
                places[app, layer, name].append(path)
    assert {key: paths for key, paths in places.items() if len(paths) > 1} == {}


def test_there_is_no_drawer_for_everything() -> None:
    drawers = {"common", "utils", "utils.py", "helpers", "helpers.py", "misc.py", "signals.py"}
    assert [path for path in project_files() if drawers & set(path.split("/"))] == []


def test_pages_load_nothing_from_elsewhere() -> None:
    elsewhere = re.compile(r"""(?:src|href|url\()\s*=?\s*["']?(?:https?:)?//""")
    found = {path: elsewhere.findall(text_of(path)) for path in own(".html", ".css", ".js")}
    assert {path: hits for path, hits in found.items() if hits} == {}


@pytest.mark.parametrize("path", ["bin/run", "bin/test", "bin/bench", "bin/manage", ".ci/run"])
def test_the_scripts_can_be_called(path: str) -> None:
    assert (ROOT / path).stat().st_mode & 0o111 == 0o111
    assert text_of(path).startswith("#!/bin/sh\n")
