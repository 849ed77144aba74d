"""One portal for the whole journey, begun as ``bin/run`` begins it; a step that fails ends the journey."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.journey.people import Company
from tests.portal.embedded.started import Portal

HERE = Path(__file__).parent
BROKEN = pytest.StashKey[str]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process takes all steps, one after the other."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("journey"))


@pytest.fixture(scope="package")
def everybody(browser: Browser, portal: Portal) -> Iterator[Company]:
    """The people, with their browsers."""
    company = Company(browser, portal.address)
    yield company
    company.leave()


@pytest.fixture
def company(everybody: Company, request: pytest.FixtureRequest) -> Iterator[Company]:
    """The people in one step: no browser complains, and the step before was taken."""
    broken = request.session.stash.get(BROKEN, "")
    if broken:
        pytest.fail(f"not reached: {broken} failed", pytrace=False)
    yield everybody
    heard, everybody.heard[:] = list(everybody.heard), []
    assert heard == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Notes the first step that fails."""
    report = yield
    if report.failed:
        item.session.stash.setdefault(BROKEN, item.name)
    return report
