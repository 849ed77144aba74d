"""The menu of the signed-in person, by keyboard and by mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.factories.accounts import ClerkFactory


@pytest.fixture
def page(enter: Enter) -> Page:
    page = enter(ClerkFactory.create(pk=7)).new_page()
    page.goto("/")
    return page


def test_it_opens_by_keyboard_and_esc_gives_the_focus_back(page: Page) -> None:
    name = page.locator(".menu summary")
    name.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu-list")).to_be_visible()
    picture(page, "person-menu")
    axe(page)
    page.keyboard.press("Escape")
    expect(page.locator(".menu-list")).to_be_hidden()
    expect(name).to_be_focused()


def test_a_click_elsewhere_closes_it(page: Page) -> None:
    page.locator(".menu summary").click()
    page.locator("main").click(position={"x": 5, "y": 5})
    expect(page.locator(".menu-list")).to_be_hidden()


def test_the_chosen_theme_stays(page: Page) -> None:
    page.locator(".menu summary").click()
    page.get_by_role("button", name="深色").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    axe(page)


def test_the_language_is_switched_and_back(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


@pytest.mark.own_browser
def test_the_clock_shows_beijing_time_of_the_server(page: Page) -> None:
    page.clock.install(time="2020-01-01T00:00:00Z")
    page.reload()
    drawn = page.locator("[data-clock-text]")
    before = drawn.inner_text()
    page.clock.fast_forward("01:00")
    expect(drawn).not_to_have_text(before)
    assert "1月1日" not in drawn.inner_text()


@pytest.mark.parametrize(
    ("answer", "left"), [("清除并退出", ["jx-draft:71:3"]), ("保留并退出", ["jx-draft:71:3", "jx-draft:7:3"])]
)
def test_signing_out_asks_what_becomes_of_what_this_person_typed(page: Page, answer: str, left: list[str]) -> None:
    page.evaluate("localStorage.setItem('jx-draft:7:3', 'a'); localStorage.setItem('jx-draft:71:3', 'b')")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="退出登录").click()
    page.get_by_role("button", name=answer).click()
    page.wait_for_url("**/login/**")
    kept = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('jx-draft:'))")
    assert sorted(kept) == sorted(left)
