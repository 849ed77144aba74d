"""The document settings name callables by their dotted names: all of them are there."""

from collections.abc import Mapping

import pytest

from portal import settings
from portal.documents.printable import by_dotted_name

NAMED: tuple[Mapping[str, str], ...] = (
    settings.DOCUMENT_BUILDERS,
    settings.DOCUMENT_GATES,
    settings.DOCUMENT_LISTS,
    settings.DOCUMENTS_WITHHELD,
    settings.DOCUMENT_PREFECTURES,
    settings.SEAL_ACTS,
    settings.DOCUMENT_STANDINGS,
    settings.DOCUMENT_FIGURES,
    settings.CHECKERS,
    settings.SEAL_QUEUE,
)


@pytest.mark.parametrize("name", [name for names in NAMED for name in names.values()])
def test_a_named_callable_is_there(name: str) -> None:
    assert callable(by_dotted_name(name))


def test_every_kind_of_document_has_a_gate_and_stands_in_the_list() -> None:
    kinds = {*settings.DOCUMENT_BUILDERS, "bundle"}
    assert kinds == set(settings.DOCUMENT_LISTS)
    assert kinds == set(settings.DOCUMENT_PREFECTURES)
    assert kinds | {"document"} == set(settings.DOCUMENT_GATES)


def test_whatever_is_printed_has_acts_and_standings() -> None:
    assert set(settings.DOCUMENT_BUILDERS) == set(settings.SEAL_ACTS) == set(settings.DOCUMENT_STANDINGS)


def test_a_heartbeat_falls_well_within_the_lease() -> None:
    assert settings.JOB_HEARTBEAT * 2 < settings.JOB_LEASE


def test_a_message_is_not_delivered_twice_while_its_job_runs() -> None:
    longest = max(settings.JOB_TIME_LIMITS.values()).total_seconds()
    assert settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] > longest + 15
