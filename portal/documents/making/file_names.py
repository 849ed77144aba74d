"""Official Chinese names as file names that Windows, Linux and ZIP programs accept."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

#: Characters that Windows refuses, each with the full-width one that reads alike.
WIDENED = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
#: Linux counts bytes (255 at most), and a downloaded name may still get a suffix such as " (2)".
LONGEST_BYTES = 220
UNNAMED = "未命名"


def safe_filename(name: str) -> str:
    """``name`` as one file name of at most 220 bytes: refused characters widened, invisible ones dropped."""
    cleaned = CONTROL.sub("", name).translate(WIDENED).strip().rstrip(". ")
    if RESERVED.match(cleaned):
        cleaned = f"_{cleaned}"
    return _shortened(cleaned or UNNAMED)


def safe_path(name: str) -> str:
    """``name`` with ``/`` between folders, every part a safe file name; never absolute, never upwards."""
    parts = [part for part in name.split("/") if part.strip(". ")]
    return "/".join(safe_filename(part) for part in parts) or UNNAMED


def distinct(names: Iterable[str]) -> Iterator[str]:
    """The names in order, a repeated one (letter case aside) numbered: 表.pdf, 表（2）.pdf."""
    taken: set[str] = set()
    for name in names:
        candidate, number = name, 1
        while candidate.casefold() in taken:
            number += 1
            path = PurePosixPath(name)
            candidate = str(path.with_name(f"{path.stem}（{number}）{path.suffix}"))
        taken.add(candidate.casefold())
        yield candidate


def _shortened(name: str) -> str:
    if len(name.encode()) <= LONGEST_BYTES:
        return name
    suffix = PurePosixPath(name).suffix
    suffix = suffix if len(suffix) <= len(".xlsx") else ""
    stem = name.removesuffix(suffix).encode()[: LONGEST_BYTES - len(suffix.encode())].decode(errors="ignore")
    return stem.rstrip(". ") + suffix
