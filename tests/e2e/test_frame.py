"""The frame of the screens in a browser."""

from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.factories.accounts import BusinessAdminFactory, ClerkFactory, FinanceUnitFactory

Theme = Literal["light", "dark"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_signing_in_is_accessible(page: Page, theme: Theme) -> None:
    page.emulate_media(color_scheme=theme)
    page.goto(reverse("accounts:login"))
    expect(page.locator("html")).to_have_attribute("data-bs-theme", theme)
    picture(page, f"login-{theme}")
    axe(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_that_is_not_there_is_accessible(enter: Enter, theme: Theme) -> None:
    page = enter(ClerkFactory.create()).new_page()
    page.emulate_media(color_scheme=theme)
    page.goto("/nowhere/")
    picture(page, f"not-found-{theme}")
    axe(page)


def test_at_four_hundred_percent_nothing_but_tables_scrolls_sideways(enter: Enter) -> None:
    page = enter(ClerkFactory.create()).new_page()
    page.set_viewport_size({"width": 341, "height": 600})
    page.goto("/")
    picture(page, "tasks-400-percent")
    assert page.evaluate("document.documentElement.scrollWidth") == 341
    axe(page)


def test_at_a_hundred_and_twenty_five_percent_the_navigation_is_one_line(enter: Enter) -> None:
    page = enter(BusinessAdminFactory.create(unit=FinanceUnitFactory.create(name="喀什地区财政局"))).new_page()
    page.set_viewport_size({"width": 1093, "height": 614})
    page.goto("/")
    heights = page.locator(".top, .brand").evaluate_all("(all) => all.map((part) => part.offsetHeight)")
    assert (len(set(heights)), page.evaluate("document.documentElement.scrollWidth")) == (1, 1093)
