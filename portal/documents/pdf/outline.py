"""The bookmarks: what the style sheets call for, each name once."""

from typing import Any


def tidy_outline(document: Any) -> None:
    """Drops the bookmarks of names that a later page says again, and the line breaks within a name."""
    seen: set[str] = set()
    for page in document.pages:
        kept = []
        for level, label, place, state in page.bookmarks:
            name = "".join(label.split())
            if name and name not in seen:
                seen.add(name)
                kept.append((level, name, place, state))
        page.bookmarks[:] = kept
