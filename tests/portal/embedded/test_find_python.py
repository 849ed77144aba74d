"""Which Python the private environment is made of."""

import subprocess
import sys
from pathlib import Path

import pytest

from portal.env import BASE_DIR

#: Pythons for tests: one that can do everything, one without the module for environments, one that is too old.
ABLE = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
BARE = f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"\n'
OLD = "#!/bin/sh\nexit 1\n"


def found(tmp_path: Path, *, system: str, first: str) -> str:
    """``system`` or ``first`` (in PATH), whichever ``find_python`` takes."""
    for name, script in (("system", system), ("python3", first)):
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    script = f'root={BASE_DIR}; name=run; . "$root/bin/_setup"; system_python={tmp_path}/system; find_python'
    path = {"PATH": str(tmp_path)}
    taken = subprocess.run(["/bin/sh", "-c", script], env=path, capture_output=True, text=True, check=True).stdout
    return {str(tmp_path / "system"): "system", str(tmp_path / "python3"): "first"}[taken.strip()]


@pytest.mark.parametrize(
    ("system", "first", "taken"),
    [
        (ABLE, ABLE, "system"),
        (OLD, ABLE, "first"),
        (BARE, ABLE, "first"),
        (ABLE, OLD, "system"),
        (BARE, BARE, "system"),
    ],
    ids=[
        "both are able",
        "the system's is too old",
        "the system's is bare",
        "only the system's is new",
        "both are bare",
    ],
)
def test_the_systems_python_is_taken_where_it_can_make_an_environment(
    tmp_path: Path, system: str, first: str, taken: str
) -> None:
    assert found(tmp_path, system=system, first=first) == taken


def test_the_systems_bare_python_is_completed_rather_than_passed_over(tmp_path: Path) -> None:
    able, made = tmp_path / "able", tmp_path / "made"
    wanting = f'case "$2" in *ensurepip*) [ -e {able} ] || exit 1;; esac'
    scripts = {"rm": "#!/bin/sh\n"}
    for name, check in (("system", wanting), ("first", "")):
        scripts[name] = f'#!/bin/sh\n{check}\n[ "$1" = -m ] || exec "{sys.executable}" "$@"\necho {name} "$@" >{made}\n'
    scripts["python3"] = scripts.pop("first")
    for name, script in scripts.items():
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    script = f"""
        root={tmp_path}; name=run; . "{BASE_DIR}/bin/_setup"; system_python={tmp_path}/system
        apt_install() {{ echo "$@" >{able}; }}
        make_environment"""
    subprocess.run(["/bin/sh", "-c", script], env={"PATH": str(tmp_path)}, check=True, capture_output=True)
    assert able.read_text() == f"python{sys.version_info[0]}.{sys.version_info[1]}-venv\n"
    assert made.read_text() == f"system -m venv {tmp_path}/.venv\n"
