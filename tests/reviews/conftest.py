"""A finance bureau that judges and a county that files."""

import pytest

from tests.factories.reviews import Court


@pytest.fixture
def court(db: None) -> Court:
    """One prefecture with one county and its people."""
    return Court()
