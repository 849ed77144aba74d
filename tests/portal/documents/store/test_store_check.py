"""The store is held against the register: what is gone or altered is known before anyone asks for it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from portal import clock
from portal.documents.models import Document, StoreFault
from portal.documents.store import document_store
from portal.documents.store.store_check import check_store
from portal.documents.tasks import check_store as every_night
from portal.jobs.services.run import run
from tests.portal.documents.conftest import Ask

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def documents(ask: Ask) -> list[Document]:
    """Three papers in the register and in the store."""
    jobs = [ask(f"paper-{number}") for number in range(3)]
    assert all(run(job_id=job.pk) for job in jobs)
    return [Document.objects.get(job=job) for job in jobs]


def lies_at(document: Document, settings: Settings) -> Path:
    return Path(settings.DOCUMENT_STORE) / document.path


def spoil(documents: list[Document], settings: Settings) -> bytes:
    """Takes the first file away and changes the second one; returns what the first one was."""
    gone, altered, _ = (lies_at(document, settings) for document in documents)
    content = gone.read_bytes()
    gone.unlink()
    altered.write_bytes(altered.read_bytes() + b" ")
    return content


def known() -> dict[object, str]:
    return dict(StoreFault.objects.values_list("document", "kind"))


def test_what_is_gone_or_altered_is_kept(documents: list[Document], settings: Settings) -> None:
    spoil(documents, settings)
    report = check_store(at=clock.now())
    assert (report.documents, len(report.faults)) == (3, 2)
    assert known() == {documents[0].pk: "gone", documents[1].pk: "altered"}


def test_the_first_finding_keeps_its_time_and_goes_when_the_file_is_back(
    documents: list[Document], settings: Settings
) -> None:
    content, first = spoil(documents, settings), clock.now()
    check_store(at=first)
    check_store(at=clock.now())
    assert StoreFault.objects.get(document=documents[0]).found_at == first
    lies_at(documents[0], settings).write_bytes(content)
    every_night()
    assert known() == {documents[1].pk: "altered"}


def test_a_store_that_is_away_accuses_no_file(documents: list[Document], settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENT_STORE = tmp_path / "unmounted"
    with pytest.raises(document_store.UnavailableError):
        check_store(at=clock.now())
    assert known() == {}


def test_the_command_names_the_files_and_ends_with_a_fault(documents: list[Document], settings: Settings) -> None:
    said = StringIO()
    call_command("check_store", stdout=said)
    assert said.getvalue() == "3 documents, all as registered.\n"
    spoil(documents, settings)
    said = StringIO()
    with pytest.raises(CommandError, match=r"^2 of 3 documents are gone or altered\.$"):
        call_command("check_store", stdout=said)
    assert said.getvalue().splitlines() == [
        f"{kind}\t{document.path}\t{document.filename}"
        for kind, document in zip(("gone", "altered"), documents, strict=False)
    ]
