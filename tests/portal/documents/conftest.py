"""Papers to print, a store of its own for every test, and jobs."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from portal import clock
from portal.documents import services
from portal.documents.models import Job

HERE = "tests.portal.documents.papers"
Ask = Callable[..., Job]


@pytest.fixture(autouse=True)
def _papers(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENT_STORE = tmp_path / "store"
    settings.DOCUMENT_BUILDERS = {"paper": f"{HERE}.build"}
    settings.DOCUMENT_GATES = {"paper": f"{HERE}.may_read"}
    settings.DOCUMENT_LISTS = {"paper": f"{HERE}.visible_to"}


@pytest.fixture
def ask() -> Ask:
    """Asks for the PDF of a paper; the digest follows from its id unless given."""

    def ask(subject_id: str = "paper-1", **others: Any) -> Job:
        wanted: dict[str, Any] = {
            "kind": "pdf",
            "subject_kind": "paper",
            "subject_id": subject_id,
            "digest": hashlib.sha256(subject_id.encode()).hexdigest(),
            "variant": "unsigned",
            "actor": None,
            "at": clock.now(),
        }
        return services.request(**wanted | others)

    return ask
