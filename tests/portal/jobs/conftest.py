"""Work of these tests, and jobs that do it."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import Settings

from portal import clock
from portal.jobs.models import Job
from portal.jobs.services import request
from tests.portal.jobs.yards import yard  # noqa: F401

Ask = Callable[..., Job]


@pytest.fixture(autouse=True)
def _errands(settings: Settings) -> None:
    here = "tests.portal.jobs.errands"
    settings.JOB_KINDS = {"errand": f"{here}.ERRAND", "letter": f"{here}.LETTER", "heap": f"{here}.HEAP"}


@pytest.fixture
def ask() -> Ask:
    """Asks for an errand; the digest follows from its id unless given."""

    def ask(subject_id: str = "errand-1", **others: Any) -> Job:
        wanted: dict[str, Any] = {
            "kind": "errand",
            "subject_kind": "thing",
            "subject_id": subject_id,
            "digest": hashlib.sha256(subject_id.encode()).hexdigest(),
            "variant": "usual",
            "actor": None,
            "at": clock.now(),
        }
        return request(**wanted | others)

    return ask
