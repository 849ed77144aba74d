"""Debian's own fonts, which the portal does without: for bad samples, comparisons and characters rarer than ours."""

from pathlib import Path

from portal.env import BASE_DIR

PACKAGE = "fonts-noto-cjk"
FOLDERS = (Path("/usr/share/fonts"), BASE_DIR / "var" / "sys" / "usr" / "share" / "fonts")


def debian_font(name: str) -> Path:
    """The font file ``name``; fails where the package is not installed, because a check must not pass for that."""
    found = [path for folder in FOLDERS for path in folder.rglob(name)]
    assert found, f"{name} is missing; install it (Debian: apt-get install {PACKAGE})"
    return found[0]
