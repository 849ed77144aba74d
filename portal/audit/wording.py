"""How a line of the record reads: words from the apps whose acts they are, facts as pairs."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from portal.audit.models import Entry


def verbs() -> dict[str, str]:
    """The words for every verb, from ``audit_verbs`` of the app configs."""
    return _gathered("audit_verbs")


def subject_kinds() -> dict[str, str]:
    """The words for every kind of subject, from ``audit_subjects`` of the app configs."""
    return _gathered("audit_subjects")


def verb_of(entry: Entry) -> str:
    """What was done, in words; the verb itself where no app has words for it."""
    return verbs().get(entry.verb, entry.verb)


def subject_of(entry: Entry) -> str:
    """To what it was done: the kind in words and its number."""
    kind = subject_kinds().get(entry.subject_kind, entry.subject_kind)
    return f"{kind} {entry.subject_id}".strip()


def facts_of(entry: Entry) -> list[tuple[str, str]]:
    """The details as pairs of path and value, flat and in order."""
    return list(_flat("", entry.details))


def _gathered(attribute: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for config in apps.get_app_configs():
        found |= {key: str(words) for key, words in getattr(config, attribute, {}).items()}
    return found


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _flat(f"{path}.{key}" if path else str(key), one)
    elif isinstance(value, list):
        yield path, "、".join(str(one) for one in value)
    else:
        yield path, "" if value is None else str(value)
