"""Asking before an act, with a native dialog."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.e2e.looks import axe

#: A form as the templates write it, for the one thing under test: that the act waits for the answer.
FORM = """
const form = document.createElement("form");
form.dataset.confirm = "撤回后需要重新送审。";
form.dataset.confirmAct = "撤回";
form.innerHTML = '<input type="hidden" name="sent" value="yes"><button class="btn">撤回报送</button>';
document.querySelector("main").append(form);
"""


@pytest.fixture
def asking(page: Page) -> Page:
    page.goto(reverse("accounts:login"))
    page.evaluate(FORM)
    page.get_by_role("button", name="撤回报送").click()
    expect(page.get_by_role("dialog")).to_contain_text("撤回后需要重新送审。")
    return page


def test_the_question_is_accessible_and_names_the_act(asking: Page) -> None:
    expect(asking.get_by_role("dialog").get_by_role("button", name="撤回", exact=True)).to_be_visible()
    axe(asking)


def test_esc_and_back_leave_everything_as_it_was(asking: Page) -> None:
    asking.keyboard.press("Escape")
    expect(asking.get_by_role("dialog")).to_be_hidden()
    asking.get_by_role("button", name="撤回报送").click()
    asking.get_by_role("button", name="返回").click()
    expect(asking.get_by_role("dialog")).to_be_hidden()
    assert "sent" not in asking.url


def test_the_act_is_done_once_it_is_confirmed(asking: Page) -> None:
    asking.get_by_role("dialog").get_by_role("button", name="撤回", exact=True).click()
    asking.wait_for_url("**?sent=yes")
