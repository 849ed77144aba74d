"""What holds for every file that we write."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.architecture.sources import ROOT, own, project_files, text_of

MOST_LINES = 400
WRITTEN = own(".py", ".html", ".css", ".js", ".sh") + [
    f"bin/{name}" for name in ("run", "test", "bench", "manage", "_setup", "_system")
]
#: Split here, so that this file does not name them.
PUT_OFF = re.compile("|".join([r"\bTO" + "DO", r"\bFIX" + "ME", r"\bX" + r"XX\b", r"pytest\.mark\." + "skip"]))

#: Where the portal itself is.
ROOMS = ("assessments/", "portal/", "reviews/")
#: How a question begins.
ASKING = re.compile(r"(?:What|Whether|How|Which|Who|Whose|Whom|Where|When|Why)\b")

Described = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def test_a_file_holds_one_idea() -> None:
    lengths = {path: len(text_of(path).splitlines()) for path in WRITTEN}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_nothing_is_put_off() -> None:
    found = {path: PUT_OFF.findall(text_of(path)) for path in WRITTEN}
    assert {path: hits for path, hits in found.items() if hits} == {}


def test_a_class_has_its_name_for_itself() -> None:
    """Whoever looks for a class finds one: among the apps that hold papers, and in the portal that knows none.

    ``reviews`` reads ``assessments``, so that a name stands for one thing in both. A command is called as Django wants;
    a class in a class is told apart by the outer one's name.
    """
    places = defaultdict(list)
    for path in (path for path in own(".py") if path.startswith(ROOMS) and "/migrations/" not in path):
        house = "portal" if path.startswith("portal/") else "papers"
        for name in re.findall(r"^class (\w+)", text_of(path), re.MULTILINE):
            if "/commands/" not in path:
                places[house, name].append(path)
    assert {key: paths for key, paths in places.items() if len(paths) > 1} == {}


def test_docstrings_name_the_thing() -> None:
    """A public docstring says what the thing is ("The sum of the parts of a total.") and asks nothing."""
    described = {
        f"{path}: {getattr(node, 'name', 'module')}": description
        for path in own(".py")
        if path.startswith(ROOMS)
        for node in _public(ast.parse(text_of(path)))
        if (description := ast.get_docstring(node))
    }
    assert {place: words for place, words in described.items() if ASKING.match(words)} == {}


def _public(node: Described) -> Iterator[Described]:
    yield node
    for inner in node.body:
        if isinstance(inner, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not inner.name.startswith("_"):
            yield from _public(inner)


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
