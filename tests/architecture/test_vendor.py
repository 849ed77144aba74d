"""Borrowed files are exactly those of the manifest, and each has its licence beside it."""

from hashlib import sha256
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "static/vendor"


def test_borrowed_files_are_those_of_the_manifest() -> None:
    lines = (VENDOR / "MANIFEST.sha256").read_text(encoding="utf-8").splitlines()
    stated = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {
        str(path.relative_to(VENDOR)): sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.glob("*/**/*")
        if path.is_file()
    }
    assert found == stated


def test_each_borrowed_folder_has_a_licence() -> None:
    assert [folder.name for folder in VENDOR.iterdir() if folder.is_dir() and not (folder / "LICENSE").exists()] == []
