"""Our style sheets: colours only by name, every file reached, every printed column of a sheet has a width."""

import re
from pathlib import Path

import pytest

from assessments.editions import EDITIONS

CSS = Path(__file__).resolve().parents[2] / "static/css"
PARTS = sorted(path for path in CSS.glob("*.css") if path.name != "portal.css")

#: Paper stays white and ink black, whatever the theme; shadows are shadows.
PLAIN = {"tokens.css", "print.css", "document.css"}


def test_every_part_is_reached_by_the_entry_or_by_a_page() -> None:
    reached = re.findall(r'@import url\("(\w+\.css)"\)', (CSS / "portal.css").read_text(encoding="utf-8"))
    for page in CSS.parents[1].glob("templates/**/*.html"):
        reached += re.findall(r"static 'css/(\w+\.css)'", page.read_text(encoding="utf-8"))
    assert {*reached} - {"portal.css"} == {path.name for path in PARTS}


@pytest.mark.parametrize("path", [path for path in PARTS if path.name not in PLAIN], ids=lambda path: path.name)
def test_colours_have_names(path: Path) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_column_of_a_sheet_has_a_width(edition: str) -> None:
    styles = (CSS / "columns.css").read_text(encoding="utf-8")
    widths = [f".mm-{round(width * 10)} " for width in EDITIONS[edition].columns]
    assert [name for name in widths if name not in styles] == []
