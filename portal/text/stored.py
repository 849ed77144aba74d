"""Cleaning what was stored before there was a door; for migrations."""

from functools import cache
from typing import Any

from django.db.models import Model, Q

from portal.text.door import clean

#: Signs that combine with the one before, which a text from a Mac is not always composed with.
_COMBINING = [*range(0x300, 0x370), 0x3099, 0x309A]
_PLANES = [*range(1, 0xD800), *range(0xE000, 0x10000), *range(0xE0000, 0xE1000)]


def clean_columns(model: type[Model], *names: str) -> None:
    """Cleans these columns in every row that holds something the door would change."""
    suspect = Q()
    for name in names:
        suspect |= Q(**{f"{name}__regex": _suspicious()})
    rows: Any = model._default_manager.filter(suspect)
    for row in rows.iterator():
        for name in names:
            setattr(row, name, clean(getattr(row, name)).text)
        row.save(update_fields=names)


@cache
def _suspicious() -> str:
    """A pattern that finds what the door may change."""
    suspects = [chr(code) for code in _PLANES if clean(chr(code)).text != chr(code)]
    return f"[{''.join([*suspects, *map(chr, _COMBINING)])}]"
