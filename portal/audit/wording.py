"""How a line of the record reads: words from the apps whose acts they are, facts as pairs."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

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
    """The details as pairs of name and value, flat and in order, in words from ``audit_words`` and ``audit_values``."""
    names, values = _gathered("audit_words"), _values()
    return [
        ("·".join(names.get(part, part) for part in path), "、".join(values.get((path[-1], one), one) for one in found))
        for path, found in _flat((), entry.details)
    ]


def _gathered(attribute: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for config in apps.get_app_configs():
        found |= {key: str(words) for key, words in getattr(config, attribute, {}).items()}
    return found


def _values() -> dict[tuple[str, str], str]:
    """What a code under a name means: ``("roles", "clerk")`` is 填报员."""
    found: dict[tuple[str, str], str] = {}
    for config in apps.get_app_configs():
        for name, codes in getattr(config, "audit_values", {}).items():
            found |= {(name, code): str(words) for code, words in codes.items()}
    return found


def _flat(path: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _flat((*path, str(key)), one)
    else:
        yield path, [_plain(one) for one in (value if isinstance(value, list) else [value])]


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return "" if value is None else str(value)
