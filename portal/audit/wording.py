"""The words of a line of the record: from the apps whose acts they are, facts as pairs."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.apps import apps
from django.utils import dateformat
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from portal.audit.models import Entry
from portal.clock import BEIJING

#: Details that are ids, and of which kind.
IDS = {"filing": "filing", "filings": "filing"}
#: Details that name a part of the subject, by kind of subject and name; the part's id is the subject's and its own.
PARTS = {("filing", "key"): "square"}
NO_NAMES: Mapping[tuple[str, str], str] = MappingProxyType({})
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def verbs() -> dict[str, str]:
    """The words for every verb, from ``audit_verbs`` of the app configs."""
    return _gathered("audit_verbs")


def subject_kinds() -> dict[str, str]:
    """The words for every kind of subject, from ``audit_subjects`` of the app configs."""
    return _gathered("audit_subjects")


def verb_of(entry: Entry) -> str:
    """The act, in words; the verb itself where no app has words for it."""
    return verbs().get(entry.verb, entry.verb)


#: What a subject is called, by its kind and id.
Names = Mapping[tuple[str, str], str]


def names_of(entries: Iterable[Entry]) -> Names:
    """The names of the subjects of some lines, of their parts, and of filings told beside them.

    ``audit_names`` of the app configs says by which function the names of a kind are found.
    """
    wanted: dict[str, set[str]] = {}
    for entry in entries:
        wanted.setdefault(entry.subject_kind, set()).add(entry.subject_id)
        for path, found in _flat((), entry.details):
            if path[-1] in IDS:
                wanted.setdefault(IDS[path[-1]], set()).update(found)
            if part := PARTS.get((entry.subject_kind, path[-1])):
                wanted.setdefault(part, set()).update(f"{entry.subject_id}:{one}" for one in found)
    finders = _finders()
    return {
        (kind, pk): name
        for kind, ids in wanted.items()
        if kind in finders
        for pk, name in finders[kind]({pk for pk in ids if _is_id(pk)}).items()
    }


def _is_id(text: str) -> bool:
    number = text.partition(":")[0]
    return number.isascii() and number.isdecimal() and len(number) < 10


def subject_of(entry: Entry, names: Names = NO_NAMES) -> str:
    """To what it was done: the kind in words and its name, or its number where it has none any more."""
    kind = subject_kinds().get(entry.subject_kind, entry.subject_kind)
    return f"{kind} {names.get((entry.subject_kind, entry.subject_id), entry.subject_id)}".strip()


def facts_of(entry: Entry, names: Names = NO_NAMES) -> list[tuple[str, str]]:
    """The details as pairs of name and value, flat and in order, in words from ``audit_words`` and ``audit_values``."""
    words, values = _gathered("audit_words"), _values()

    def said(name: str, text: str) -> str:
        return _part_of(entry, name, text, names) or _in_words(name, text, values, names)

    return [
        ("·".join(words.get(part, part) for part in path), "、".join(said(path[-1], one) for one in found))
        for path, found in _flat((), entry.details)
    ]


def _part_of(entry: Entry, name: str, text: str, names: Names) -> str:
    """What a part of the subject is called; blank for any other detail."""
    return names.get((PARTS.get((entry.subject_kind, name), ""), f"{entry.subject_id}:{text}"), "")


def _in_words(name: str, text: str, values: Mapping[tuple[str, str], str], names: Names) -> str:
    """A value as it is read: the name behind an id, the word for a code (also after a unit), an instant in Beijing."""
    if name in IDS:
        return names.get((IDS[name], text), text)
    whose, colon, code = text.rpartition(":")
    if (name, code) in values:
        return f"{whose} {values[name, code]}".strip() if colon else values[name, code]
    if _INSTANT.match(text):
        moment = datetime.fromisoformat(text).astimezone(BEIJING)
        return dateformat.format(moment, _("Y年n月j日 H:i"))
    return text


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


def _finders() -> dict[str, Callable[[Collection[str]], Mapping[str, str]]]:
    found: dict[str, Callable[[Collection[str]], Mapping[str, str]]] = {}
    for config in apps.get_app_configs():
        found |= {kind: import_string(path) for kind, path in getattr(config, "audit_names", {}).items()}
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
