"""The state is private, belongs to one process at a time, and keeps its secrets."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from portal.embedded.state import AlreadyRunningError, EmbeddedError, KeptState, Lock, private_directory
from tests.portal.embedded.processes import ROOT, forget, running

HOLDER = """
import sys, time
from pathlib import Path
from portal.embedded.state import Lock
Lock(Path(sys.argv[1])).take("somebody")
print("held", flush=True)
time.sleep(300)
"""


def test_a_secret_stays_the_same_and_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    state = KeptState(tmp_path, tmp_path, None)
    first = state.secret("key")
    assert len(first) >= 50
    assert state.secret("key") == first
    assert state.secret("other") != first
    assert stat.S_IMODE((tmp_path / "key.secret").stat().st_mode) == 0o600


def test_the_vault_is_made_once_and_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    state = KeptState(tmp_path, tmp_path, None)
    first = state.vault()
    before = (first.public.read_text(), first.private.read_text())
    assert state.vault() == first
    assert (first.public.read_text(), first.private.read_text()) == before
    assert [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "seals", first.public, first.private)] == [
        0o700,
        0o600,
        0o600,
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["seals"]


def test_two_checkouts_have_two_databases(tmp_path: Path) -> None:
    roots = [tmp_path / "one", tmp_path / "two"]
    for root in roots:
        root.mkdir()
    try:
        homes = [KeptState.at(root).database_home for root in roots]
        assert homes[0] != homes[1]
        assert [stat.S_IMODE(home.stat().st_mode) for home in homes] == [0o700, 0o700]
        assert KeptState.at(roots[0]).database_home == homes[0]
    finally:
        for root in roots:
            forget(root)


def test_the_lock_names_its_holder_and_is_free_when_the_holder_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with running([sys.executable, "-c", HOLDER, str(path)], {"PYTHONPATH": str(ROOT)}) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunningError, match=r"^already running: somebody$"):
            Lock(path).take("me")
        holder.kill()
        holder.wait()
        Lock(path).take("me")
    assert path.read_text() == "me"


@pytest.mark.parametrize("make", ["mkdir -m 755", "ln -s /", "touch"])
def test_what_is_not_private_is_refused(tmp_path: Path, make: str) -> None:
    path = tmp_path / "there"
    subprocess.run([*make.split(), str(path)], check=True)
    with pytest.raises(EmbeddedError, match="is not a private directory"):
        private_directory(path, None)
