"""The project's own files, as git knows them or, in an unpacked archive, as they lie there."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", "var", "node_modules"}


@cache
def project_files() -> tuple[str, ...]:
    """Every file of the project that exists, by its path from the root."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        known = subprocess.run(listed, cwd=ROOT, text=True, capture_output=True, check=True).stdout.splitlines()
    except (FileNotFoundError, subprocess.CalledProcessError):
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if "__pycache__" not in path.parts)
        known = [path.as_posix() for path in found if path.parts[0] not in NOT_OURS]
    return tuple(sorted(path for path in known if (ROOT / path).is_file()))


def own(*endings: str) -> list[str]:
    """Our own files with one of ``endings``."""
    return [path for path in project_files() if path.endswith(endings)]


def text_of(path: str) -> str:
    """A file's text."""
    return (ROOT / path).read_text(encoding="utf-8")
