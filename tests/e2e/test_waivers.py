"""豁免 from the asking to the sending: every page of it is accessible and fits, and every step is done by clicks."""

import re
from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from assessments.domain.funds import Fund
from assessments.models import Filing, Waiver
from portal.accounts.models import User
from tests.e2e.conftest import SCREEN, Enter
from tests.e2e.looks import axe, picture
from tests.factories.assessments import make_obligation
from tests.factories.reviews import Court
from tests.factories.waivers import WHY, make_faulty, make_waiver, run_out

LIST = reverse("assessments:waivers")


@pytest.fixture
def court(transactional_db: None) -> Court:
    """A county with a filing that V07 keeps from being sent; beside it what was waived before, and what ran out."""
    court = Court()
    make_faulty(make_obligation(court.cycle, court.bureau), court.clerk)
    other = make_obligation(court.cycle, court.bureau, Fund.RESIDENT_PENSION)
    make_waiver(other, court.office_head, "V16")
    run_out(make_waiver(other, court.office_head, "V10"))
    return court


def look(page: Page, name: str) -> None:
    picture(page, name)
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, rules=["color-contrast"])
    page.emulate_media(color_scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"], page.url


def at(person: User, enter: Enter, address: str) -> Page:
    page = enter(person).new_page()
    page.goto(address)
    return page


def shown(page: Page) -> Iterator[str]:
    """How the waivers of the list stand, in its order."""
    return (words.strip() for words in page.locator("tbody .tag").all_inner_texts())


def test_a_waiver_is_asked_for_granted_used_and_revoked(enter: Enter, court: Court) -> None:
    filing = Filing.objects.get()
    clerk = at(court.clerk, enter, reverse("assessments:filing", args=[filing.pk]))
    clerk.get_by_role("link", name="申请豁免").click()
    look(clerk, "waiver-ask")
    clerk.get_by_label("规则").select_option("V07")
    clerk.get_by_label("申请理由").fill("同上")
    clerk.get_by_role("button", name="申请豁免").click()
    expect(clerk.get_by_role("alert")).to_contain_text("同上")
    look(clerk, "waiver-ask-refused")
    clerk.get_by_label("申请理由").fill(WHY)
    clerk.get_by_role("button", name="申请豁免").click()
    expect(clerk).to_have_url(re.compile(f"{LIST}$"))
    assert list(shown(clerk)) == ["待批", "已豁免", "已到期"]

    head = at(court.office_head, enter, reverse("reviews:queue"))
    head.get_by_role("link", name="1 项豁免待批复").click()
    assert list(shown(head)) == ["待批"]
    look(head, "waivers")
    head.get_by_role("link", name="查看").first.click()
    look(head, "waiver-asked")
    head.get_by_role("button", name="批准豁免").click()
    look(head, "waiver-without-reason")
    head.get_by_label("批准理由").fill("县局提供了自治区文件。")
    head.get_by_role("button", name="批准豁免").click()
    expect(head.get_by_role("heading", name="撤销豁免")).to_be_visible()
    look(head, "waiver-granted")

    clerk.goto(reverse("assessments:check", args=[filing.pk]))
    clerk.get_by_role("button", name="送审").click()
    expect(clerk.get_by_text("待单位审核").first).to_be_visible()
    assert Filing.objects.get().state == "pending_head"

    head.get_by_label("撤销理由").fill("文件已废止。")
    head.get_by_role("button", name="撤销豁免").click()
    expect(head.locator(".head .tag")).to_have_text("已撤销")
    look(head, "waiver-revoked")
    assert Waiver.objects.order_by("-id").values_list("state", flat=True)[0] == "revoked"


def test_a_rule_is_waived_unasked(enter: Enter, court: Court) -> None:
    page = at(court.office_head, enter, LIST)
    page.get_by_role("link", name="直接豁免").click()
    look(page, "waiver-papers")
    page.get_by_role("link", name=re.compile("豁免规则 .*机关事业单位")).click()
    look(page, "waiver-new")
    page.get_by_label("规则").select_option("V11")
    page.get_by_label("批准理由").fill(WHY)
    page.get_by_role("button", name="批准豁免").click()
    expect(page.locator(".head .tag")).to_have_text("已豁免")
