"""勾稽规则 in a browser: found from every page, narrowed while one types, jumped to by its number."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from portal.accounts.roles import Role
from tests.e2e.conftest import SCREEN, Enter
from tests.e2e.looks import axe, picture
from tests.factories.accounts import ClerkFactory, UserFactory

RULES = reverse("reviews:rules")
SHOWN = "[...document.querySelectorAll('[data-rule]:not([hidden])')].map((rule) => rule.id)"
LISTED = "[...document.querySelectorAll('[data-rule-link]:not([hidden])')].map((link) => link.dataset.ruleLink)"


@pytest.fixture
def rules(enter: Enter) -> Page:
    """The page as a clerk opens it."""
    page = enter(ClerkFactory.create()).new_page()
    page.goto(RULES)
    return page


@pytest.mark.parametrize("role", list(Role))
def test_everyone_finds_the_rules_at_the_foot_of_a_page_and_in_the_menu(enter: Enter, role: Role) -> None:
    page = enter(UserFactory.create(roles=[role.value])).new_page()
    page.goto(reverse("documents:list"))
    page.get_by_role("contentinfo").get_by_role("link", name="勾稽规则").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("勾稽规则")
    assert page.evaluate("document.documentElement.scrollWidth") == SCREEN["width"]
    page.go_back()
    page.locator("[data-menu] summary").click()
    page.locator("[data-menu]").get_by_role("link", name="勾稽规则").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("勾稽规则")


def test_typing_narrows_at_once_and_the_table_of_contents_with_it(rules: Page) -> None:
    asked: list[str] = []
    rules.on("request", lambda request: asked.append(request.url))
    rules.get_by_label("规则里的字词").fill("滚存 上年报告")
    assert rules.evaluate(SHOWN) == rules.evaluate(LISTED) == ["V19"]
    expect(rules.locator("[data-rules-count]")).to_have_text("1")
    rules.get_by_label("规则里的字词").fill("没有这样的话")
    expect(rules.get_by_text("没有这样的规则。")).to_be_visible()
    rules.get_by_label("规则里的字词").fill("")
    rules.get_by_label("级别").select_option("notice")
    assert rules.evaluate(SHOWN) == ["V29"]
    rules.get_by_label("规则集").select_option("2026-1")
    assert rules.evaluate(SHOWN) == []
    assert [url for url in asked if RULES in url] == []


def test_the_button_asks_the_server_for_the_same(rules: Page) -> None:
    rules.get_by_label("级别").select_option("warning")
    at_once = rules.evaluate(SHOWN)
    rules.get_by_role("button", name="筛选").click()
    rules.wait_for_load_state()
    assert rules.url.endswith(f"{RULES}?q=&severity=warning&rule_set=")
    assert rules.evaluate(SHOWN) == at_once


def test_a_rule_is_jumped_to_by_its_number(enter: Enter) -> None:
    page = enter(ClerkFactory.create()).new_page()
    page.goto(f"{RULES}#V20")
    expect(page.locator("#V20")).to_be_in_viewport()
    page.get_by_role("navigation", name="规则目录").get_by_role("link", name="V07").click()
    expect(page.locator("#V07")).to_be_in_viewport()
    picture(page, "rules-V07")


def test_the_page_is_accessible_at_four_hundred_percent_too(rules: Page) -> None:
    axe(rules)
    rules.set_viewport_size({"width": 341, "height": 600})
    assert rules.evaluate("document.documentElement.scrollWidth") == 341
    axe(rules)


def test_on_paper_every_rule_stands_without_the_ways_to_find_it(rules: Page) -> None:
    rules.emulate_media(media="print")
    expect(rules.get_by_role("navigation", name="规则目录")).to_be_hidden()
    expect(rules.get_by_role("search")).to_be_hidden()
    expect(rules.locator("#V29")).to_be_visible()
    picture(rules, "rules-print", whole=True)
