"""The document settings name callables by their dotted names: all of them are there."""

from collections.abc import Mapping

import pytest
from django.utils.module_loading import import_string

from portal import settings

NAMED: tuple[Mapping[str, str], ...] = (
    settings.DOCUMENT_BUILDERS,
    settings.DOCUMENT_GATES,
    settings.DOCUMENT_LISTS,
    settings.DOCUMENTS_WITHHELD,
    settings.DOCUMENT_PREFECTURES,
    settings.SEAL_ACTS,
    settings.DOCUMENT_STANDINGS,
    settings.DOCUMENT_FIGURES,
    settings.SEAL_QUEUE,
)


@pytest.mark.parametrize("name", [name for names in NAMED for name in names.values()])
def test_a_named_callable_is_there(name: str) -> None:
    assert callable(import_string(name))


def test_every_kind_of_document_has_a_gate_and_stands_in_the_list() -> None:
    kinds = {*settings.DOCUMENT_BUILDERS, "bundle"}
    assert kinds == set(settings.DOCUMENT_LISTS)
    assert kinds == set(settings.DOCUMENT_PREFECTURES)
    assert kinds | {"document"} == set(settings.DOCUMENT_GATES)


def test_whatever_is_printed_has_acts_and_standings() -> None:
    assert set(settings.DOCUMENT_BUILDERS) == set(settings.SEAL_ACTS) == set(settings.DOCUMENT_STANDINGS)
