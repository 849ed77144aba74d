"""Static files as they are collected: few, compressed, under names that tell their content."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.portal.ui.collected import collected_in

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
STATIC = re.compile(r"""{%\s*static ['"]([^'"]+)['"]""")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the files were collected."""
    with collected_in(tmp_path_factory.mktemp("static")) as root:
        yield root


def test_everything_that_a_page_loads_is_there_whole_and_compressed(collected: Path) -> None:
    names = json.loads((collected / "staticfiles.json").read_text(encoding="utf-8"))["paths"]
    asked = {name for path in TEMPLATES.rglob("*.html") for name in STATIC.findall(path.read_text(encoding="utf-8"))}
    assert asked - names.keys() == set()
    assert {name for name in names if name.startswith(("js/", "css/"))} - asked == set()
    served = [collected / names[name] for name in asked]
    assert [path for path in served if re.search(r"^(?:import|export)\b|@import", path.read_text(), re.MULTILINE)] == []
    assert [path for path in served if not all(Path(f"{path}{end}").exists() for end in (".br", ".gz"))] == []


def test_collecting_again_leaves_the_same(collected: Path) -> None:
    before = sorted(path.name for path in collected.rglob("*"))
    call_command("collectstatic", interactive=False, verbosity=0)
    assert sorted(path.name for path in collected.rglob("*")) == before
