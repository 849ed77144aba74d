"""Papers to print, a store of its own for every test, and jobs that print them."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from portal import clock
from portal.documents.making.paper_requests import request_paper
from portal.jobs.models import Job
from portal.jobs.services import request
from tests.portal.documents.sealed_papers import Case
from tests.portal.jobs.yards import staff, staffed, yard  # noqa: F401

HERE = "tests.portal.documents.owning_app"
Ask = Callable[..., Job]


@pytest.fixture(autouse=True)
def _papers(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENT_STORE = tmp_path / "store"
    settings.DOCUMENT_BUILDERS = {"paper": f"{HERE}.build"}
    settings.DOCUMENT_GATES = {"paper": f"{HERE}.may_read"}
    settings.DOCUMENT_LISTS = {"paper": f"{HERE}.visible_to"}


@pytest.fixture
def ask() -> Ask:
    """Asks for the PDF of a paper, or for work of another ``kind``; the digest follows from its id unless given."""

    def ask(subject_id: str = "paper-1", **others: Any) -> Job:
        wanted: dict[str, Any] = {
            "subject_kind": "paper",
            "subject_id": subject_id,
            "digest": hashlib.sha256(subject_id.encode()).hexdigest(),
            "variant": "unsigned",
            "actor": None,
            "at": clock.now(),
        }
        asked = wanted | others
        return request(**asked) if "kind" in asked else request_paper(**asked)

    return ask


@pytest.fixture
def case(settings: Settings) -> Case:
    """A paper that two units seal, on a portal that makes no seals by itself."""
    settings.EMBEDDED = False
    app = "tests.portal.documents.sealed_papers"
    settings.DOCUMENT_BUILDERS = {"paper": f"{app}.build"}
    settings.SEAL_ACTS = {"paper": f"{app}.acts_behind"}
    settings.DOCUMENT_STANDINGS = {"paper": f"{app}.standings_of"}
    return Case.made()
