"""Bytes that lie under their own digest."""

import hashlib
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from portal.documents.store import document_store

CONTENT = b"%PDF-1.7 content"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def _files(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def test_a_file_lies_under_the_digest_of_its_bytes(settings: Settings) -> None:
    stored = document_store.put(CONTENT, suffix=".pdf")
    assert stored == document_store.Stored(path=f"{DIGEST[:2]}/{DIGEST}.pdf", sha256=DIGEST, size=len(CONTENT))
    assert (settings.DOCUMENT_STORE / stored.path).read_bytes() == CONTENT


def test_the_same_bytes_lie_there_once(settings: Settings) -> None:
    assert document_store.put(CONTENT, suffix=".pdf") == document_store.put(CONTENT, suffix=".pdf")
    assert _files(settings.DOCUMENT_STORE) == [f"{DIGEST[:2]}/{DIGEST}.pdf"]


def test_nothing_is_left_of_a_file_that_was_not_kept(settings: Settings) -> None:
    with document_store.incoming(".zip") as file:
        file.write(CONTENT)
    assert _files(settings.DOCUMENT_STORE) == []


def test_a_stored_file_is_read_back() -> None:
    stored = document_store.put(CONTENT, suffix=".pdf")
    with document_store.open_verified(stored.path, sha256=stored.sha256) as file:
        assert file.read() == CONTENT


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Nothing over a few bytes can be written, as on a disk that is full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_store_is_told_apart_from_a_fault(full_disk: None, settings: Settings) -> None:
    with pytest.raises(document_store.UnavailableError):
        document_store.put(CONTENT, suffix=".pdf")
    assert _files(settings.DOCUMENT_STORE) == []


def test_a_store_that_is_not_there_has_lost_nothing(settings: Settings, tmp_path: Path) -> None:
    stored = document_store.put(CONTENT, suffix=".pdf")
    settings.DOCUMENT_STORE = tmp_path / "unmounted"
    for read in (
        lambda: document_store.read(stored.path),
        lambda: document_store.open_verified(stored.path, sha256=stored.sha256),
    ):
        with pytest.raises(document_store.UnavailableError):
            read()


def test_an_altered_file_is_refused(settings: Settings) -> None:
    stored = document_store.put(CONTENT, suffix=".pdf")
    (settings.DOCUMENT_STORE / stored.path).write_bytes(CONTENT.replace(b"1.7", b"1.8"))
    with pytest.raises(document_store.DamagedError):
        document_store.open_verified(stored.path, sha256=stored.sha256)


def test_a_file_that_is_gone_is_refused(settings: Settings) -> None:
    settings.DOCUMENT_STORE.mkdir()
    with pytest.raises(document_store.DamagedError):
        document_store.open_verified(f"{DIGEST[:2]}/{DIGEST}.pdf", sha256=DIGEST)


def test_the_sweep_removes_what_a_killed_worker_left_and_nothing_else(settings: Settings) -> None:
    incoming = settings.DOCUMENT_STORE / document_store.INCOMING
    kept = document_store.put(CONTENT, suffix=".pdf")
    for name in ("old.zip", "young.zip"):
        (incoming / name).write_bytes(b"half")
    os.utime(incoming / "old.zip", (0, 0))
    assert document_store.sweep() == 1
    assert _files(settings.DOCUMENT_STORE) == [kept.path, "incoming/young.zip"]


def test_sweeping_an_empty_store_does_nothing() -> None:
    assert document_store.sweep() == 0
