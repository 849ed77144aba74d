"""A stranger's file in a worker of its own, which lives through what it is given."""

from pathlib import Path

import pytest
from pytest_django import Settings

from portal.verification.models import Upload
from tests.factories import pdfs
from tests.portal.jobs.workers import Yard, until
from tests.portal.jobs.yards import yard
from tests.portal.verification.test_checking import taken

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

__all__ = ["yard"]


def test_a_worker_gives_every_file_its_verdict_without_what_prints(yard: Yard, settings: Settings) -> None:
    worker = yard.worker("public")
    files = {
        "unsigned": pdfs.small_paper(""),
        "too_complex": pdfs.deep(),
        "bomb": pdfs.object_stream_bomb(100),
        "signatures": pdfs.many_signatures(),
        "last": pdfs.program(),
    }
    sent = {name: taken(content).pk for name, content in files.items()}
    until(lambda: not Upload.objects.filter(verdict="").exists(), "every file has its verdict")
    verdicts = {name: Upload.objects.get(pk=pk).verdict for name, pk in sent.items()}
    assert verdicts == {
        "unsigned": "unsigned",
        "too_complex": "unreadable",
        "bomb": "unreadable",
        "signatures": "unreadable",
        "last": "unreadable",
    }
    assert list((Path(settings.DOCUMENT_STORE) / "uploads").glob("*")) == []
    assert "libpango" not in Path(f"/proc/{worker.pid}/maps").read_text()
