"""A store of its own for every test, papers whose standing the tests say, and a browser of nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from tests.portal.verification import papers


@pytest.fixture(autouse=True)
def _surroundings(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.DOCUMENT_STORE = tmp_path / "store"
    settings.DOCUMENT_STANDINGS = {"paper": f"{papers.__name__}.standings_of"}
    settings.DOCUMENT_FIGURES = {"paper": f"{papers.__name__}.figures_of"}
    papers.STATE.clear()
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def stranger() -> Client:
    """Somebody without an account, as a browser: the token counts."""
    return Client(enforce_csrf_checks=True)
