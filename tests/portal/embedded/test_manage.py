"""``bin/manage`` hands through what the command says and how it ends."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.portal.embedded.processes import ROOT, embedded, forget, own_environment

#: One process takes them all: a checkout is set up once.
pytestmark = pytest.mark.xdist_group("manage")


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("state")
    yield path
    forget(path)


def manage(env: dict[str, str], *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(embedded("manage", *arguments), env=env, cwd=cwd, text=True, capture_output=True, timeout=300)


def test_a_fresh_checkout_is_set_up_first_and_only_the_command_is_heard(state: Path) -> None:
    ask = "from django.db import connection as c; x = c.cursor(); x.execute('SELECT 40 + 2'); print(x.fetchone()[0])"
    done = manage(own_environment(state), "shell", "--no-imports", "-c", ask)
    assert (done.returncode, done.stdout) == (0, "42\n"), done.stderr


def test_the_exit_code_is_the_commands_own_and_no_server_is_left_behind(state: Path) -> None:
    done = manage(own_environment(state), "shell", "--no-imports", "-c", "import sys; sys.exit(7)")
    assert (done.returncode, done.stdout) == (7, "")
    assert not any(
        str(state).encode() in path.read_bytes() for path in Path("/proc").glob("[1-9]*/cmdline") if _own(path)
    )


def _own(path: Path) -> bool:
    return os.access(path, os.R_OK) and path.parent.name != str(os.getpid())


def test_a_command_without_data_starts_nothing(tmp_path: Path) -> None:
    done = manage(own_environment(tmp_path), "version")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_files_are_named_from_where_the_person_stands(tmp_path: Path) -> None:
    env = own_environment(tmp_path / "state")
    done = manage(env, "check_filing", "here.json", cwd=tmp_path)
    assert "Unknown command" not in done.stderr
    assert done.returncode == 2
