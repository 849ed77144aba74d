"""Compare-and-swap for what forms change: what somebody has written since the page was drawn is not written over."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model


class ChangedMeanwhile(Exception):
    """Somebody else wrote something else into the same fields; ``stands`` is what they hold now. Nothing was saved."""

    def __init__(self, stands: Mapping[str, object]) -> None:
        super().__init__(", ".join(stands))
        self.stands = stands


def as_text(value: object) -> str:
    """``value`` as a page carries it to and fro, for comparing."""
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, list | tuple):
        return "\n".join(map(as_text, value))
    return "" if value is None else str(value)


def merged(seen: Mapping[str, str] | None, *, stands: Mapping[str, Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """The values of ``typed`` over what ``stands``: a field that still says what was ``seen`` is not touched and stays.

    Raises :class:`ChangedMeanwhile` for fields that two have written differently. Without ``seen`` it is ``typed``.
    """
    if seen is None:
        return dict(typed)
    collisions, result = {}, {}
    for name, value in typed.items():
        now, was, new = as_text(stands[name]), seen.get(name, as_text(stands[name])), as_text(value)
        if new != was and now not in (was, new):
            collisions[name] = stands[name]
        result[name] = stands[name] if new == was else value
    if collisions:
        raise ChangedMeanwhile(collisions)
    return result
