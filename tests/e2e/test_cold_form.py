"""What a browser that was never here loads, from files collected as in service."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.accounts.models import User
from tests.e2e.conftest import Enter
from tests.e2e.report_scene import make_bureau
from tests.factories.accounts import ClerkFactory, CountyFactory, PrefectureFactory, UnitFactory
from tests.factories.assessments import make_cycle, make_obligation
from tests.factories.realistic import fill
from tests.factories.reviews import Court

REQUESTS, BYTES = 30, 160_000


def opened(enter: Enter, person: User, address: str) -> tuple[Page, list[float]]:
    """A page before its person, and how many bytes each request for it brought."""
    page = enter(person).new_page()
    wire = page.context.new_cdp_session(page)
    brought: list[float] = []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: brought.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    return page, brought


@pytest.mark.own_browser
def test_the_cold_form_comes_in_few_and_small_answers(enter: Enter, live_server: LiveServer) -> None:
    prefecture = PrefectureFactory.create()
    clerk = ClerkFactory.create(unit=UnitFactory.create(region=CountyFactory.create(parent=prefecture)))
    filing = fill(make_obligation(make_cycle(prefecture), clerk.unit), clerk)
    page, brought = opened(enter, clerk, f"{live_server.url}/filings/{filing.pk}/edit/")
    expect(page.locator("#sheet-form")).to_have_attribute("data-ready", "yes")
    asked = [size for size in brought if size]  # what stands in the style sheet itself is not asked for
    assert (len(asked) <= REQUESTS, sum(asked) <= BYTES) == (True, True), asked


def test_the_scripts_of_the_report_and_of_the_review_start_too(enter: Enter, live_server: LiveServer) -> None:
    report, review = make_bureau(), Court().in_review()
    assert review.reviewer is not None
    page, _ = opened(enter, report.clerk, live_server.url + report.address)
    expect(page.locator("#narrative-form")).to_have_attribute("data-ready", "yes")
    page, _ = opened(enter, review.reviewer, f"{live_server.url}/reviews/filings/{review.filing_id}/")
    expect(page.locator("#scores")).to_have_attribute("data-ready", "yes")
