"""A few figures of a paper by which anyone can tell a copy on paper from another, from the app that owns it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it is printed, and what it is called on the paper."""

    label: str
    value: str


#: The figures of the version of a subject with a digest.
FiguresOf = Callable[[str, str], Sequence[Figure]]


def figures_of(*, subject_kind: str, subject_id: str, digest: str) -> Sequence[Figure]:
    """The figures of one version (``settings.DOCUMENT_FIGURES``); none where there is no such version."""
    name = settings.DOCUMENT_FIGURES.get(subject_kind)
    return cast(FiguresOf, import_string(name))(subject_id, digest) if name else ()
