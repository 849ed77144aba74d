"""What holds for every template: nothing that the content security policy forbids, nothing that keys do not reach."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(ROOT.glob("templates/**/*.html"))

#: Style attributes, handlers in attributes, scripts and styles with a body.
FORBIDDEN = re.compile(r"\sstyle\s*=|\son[a-z]+\s*=|\shx-on|javascript:|<script(?![^>]*\ssrc=)|<style\b", re.IGNORECASE)

#: Paper is printed, not shown in a browser: its templates carry their own style sheet.
PRINTED = {path for path in TEMPLATES if "print" in path.parts[-1] or "print" in path.parts[-2]}


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path not in PRINTED], ids=lambda path: path.name)
def test_no_template_holds_inline_style_or_script(path: Path) -> None:
    assert FORBIDDEN.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_icon_that_is_drawn_is_in_the_sprite(path: Path) -> None:
    sprite = (ROOT / "static/icons.svg").read_text(encoding="utf-8")
    drawn = re.findall(r'{%\s*icon\s+"([\w-]+)"', path.read_text(encoding="utf-8"))
    assert [name for name in drawn if f'id="i-{name}"' not in sprite] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_scrolls_by_itself_is_reached_by_keys_and_has_a_name(path: Path) -> None:
    scrolling = re.findall(r'<\w+ class="scroll[^"]*"([^>]*)>', path.read_text(encoding="utf-8"))
    assert [rest for rest in scrolling if not ('tabindex="0" role=' in rest and "aria-label" in rest)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_line_of_a_template_is_longer_than_160_characters(path: Path) -> None:
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 160] == []


def _with_what_it_includes(path: Path) -> str:
    """A template's text and that of all it includes, however deep."""
    text = path.read_text(encoding="utf-8")
    parts = {ROOT / "templates" / name for name in re.findall(r'{%\s*(?:include|fixed) "([\w/.]+)"', text)}
    return "".join([text, *(_with_what_it_includes(part) for part in parts if part != path)])


def test_htmx_comes_with_the_pages_that_use_it_and_no_others() -> None:
    pages = {
        path: _with_what_it_includes(path) for path in TEMPLATES if "{% extends" in path.read_text(encoding="utf-8")
    }
    moving = {path.name for path, text in pages.items() if re.search(r"\shx-(?:get|post)=", text)}
    assert {path.name for path, text in pages.items() if "{% htmx_script %}" in text} == moving
    assert "job.html" in moving
