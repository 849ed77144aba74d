"""Scoring in a browser: parts that save by themselves, marks at their squares, the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from assessments.models import Filing, Mark
from reviews.domain.rubric import Part
from reviews.models import Review
from reviews.services.reviews import take_up
from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW
from tests.factories.checked import EXACT, SAID, TARGET_AGAIN, WHY, make_typed, submitted, waive
from tests.factories.reviews import Court

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def review() -> Review:
    """A filing that its reviewer has taken up."""
    return Court().in_review()


def opened(enter: Enter, review: Review) -> Page:
    """The scoring page of the reviewer."""
    assert review.reviewer is not None
    page = enter(review.reviewer).new_page()
    page.goto(f"/reviews/filings/{review.filing_id}/")
    return page


def test_points_save_by_themselves_and_ask_for_a_reason_at_once(enter: Enter, review: Review) -> None:
    page = opened(enter, review)
    part = page.locator("[data-part=budget_execution]")
    expect(part.locator("textarea")).to_be_hidden()
    page.get_by_label("预算执行情况得分").fill("25")
    expect(part.get_by_text("比建议低 5 分，请写明理由")).to_be_visible()
    part.locator("textarea").fill("执行数与国库报表不一致。")
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    page.reload()
    expect(page.get_by_label("预算执行情况得分")).to_have_value("25")
    expect(part.locator("textarea")).to_have_value("执行数与国库报表不一致。")


def test_the_total_appears_when_all_four_are_there(enter: Enter, review: Review) -> None:
    page = opened(enter, review)
    total = page.locator(".total b")
    expect(total).to_have_text("—")
    page.get_by_role("button", name="提交评分").click()
    expect(page.get_by_text("请给出得分")).to_have_count(4)
    expect(page.get_by_label("预算执行情况得分")).to_be_focused()
    for part in Part:
        page.locator(f"[data-part={part.value}]").get_by_role("button", name="采纳建议").click()
    expect(total).to_have_text("100")
    page.get_by_role("button", name="提交评分").click()
    page.wait_for_url("**/reviews/")
    assert Filing.objects.get().state == "scored"


def test_a_mark_is_written_and_found_again_by_keys_alone(enter: Enter, review: Review) -> None:
    page = opened(enter, review)
    page.locator("table.sheet .v").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Alt+m"):
        page.keyboard.press(key)
    expect(page.get_by_label("要改什么、为什么")).to_be_focused()
    axe(page)
    page.keyboard.type("请核对预算数。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".thread.pop")).to_contain_text("请核对预算数。")
    key = Mark.objects.get().key
    page.keyboard.press("Escape")
    expect(page.locator(".thread.pop")).to_have_count(0)
    page.keyboard.press("F8")
    expect(page.locator(f"[data-key='{key}'] .thread.pop")).to_be_visible()
    axe(page)


def test_findings_lead_to_their_squares_and_words_with_what_was_said_to_them(enter: Enter) -> None:
    court = Court()
    waive(court, "V07")
    behind = {
        "executed.total": "7000",
        "goal_progress": "1-9月支出7000万元，达到预期目标。",
        "deviation_and_measures": "支出预算执行率偏低，原因是待遇发放滞后；四季度加快发放进度。",
    }
    filing = submitted(court, make_typed(court, rows={**EXACT, **TARGET_AGAIN}, squares=behind))
    page = opened(enter, take_up(filing=filing, reviewer=court.reviewer, at=NOW))
    said = page.locator("#paper-checks-explained + ul .find", has_text="V10")
    expect(said).to_contain_text(SAID)
    said.locator(".chip").click()
    expect(page.locator("[data-key=goal_progress] .v")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "达到预期目标"
    waived = page.locator("#paper-checks-waived + ul .find")
    expect(waived).to_contain_text(WHY)
    waived.locator(".chip").click()
    expect(page.locator("[data-key$='.actual'] .v", has_text="≥95%")).to_be_focused()
    goals = page.locator("[data-part=goal_completion] .related")
    expect(goals).to_contain_text("已豁免")
    axe(page)


def squares(page: Page) -> tuple[str, str]:
    """The keys of two squares of the money block."""
    keys = page.locator("#paper td.money[data-key]").evaluate_all(
        "squares => squares.map(({ dataset }) => dataset.key)"
    )
    return keys[0], keys[1]


def test_a_mark_is_written_by_mouse_alone_and_its_words_stay_with_their_square(enter: Enter, review: Review) -> None:
    page = opened(enter, review)
    first, second = squares(page)
    menu = page.locator("#square-menu")
    page.locator(f"[data-key='{first}'] .v").click()
    menu.get_by_role("button", name="历史").click()
    expect(menu).to_contain_text("各版没有改过")
    axe(page)
    menu.get_by_role("button", name="批注").click()
    page.get_by_label("要改什么、为什么").fill("请核对预算数。")
    page.keyboard.press("Escape")
    expect(page.locator(".thread.pop")).to_have_count(0)
    page.locator(f"[data-key='{second}'] .v").click(button="right")
    expect(menu.get_by_role("button", name="批注")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("要改什么、为什么")).to_have_value("")
    page.keyboard.press("Escape")
    page.locator(f"[data-key='{first}'] .v").click()
    expect(page.get_by_label("要改什么、为什么")).to_have_value("请核对预算数。")
    page.get_by_role("button", name="加批注").click()
    expect(page.locator(".thread.pop")).to_contain_text("请核对预算数。")
    expect(page.locator(f"[data-key='{first}'] .v")).to_be_focused()
    expect(page.locator(f"[data-key='{first}']")).to_be_in_viewport()
    assert Mark.objects.get().key == first
    page.get_by_role("button", name="删除批注").click()
    expect(page.locator(f"[data-key='{first}'] .v")).to_be_focused()


def test_the_scores_lie_below_the_table_where_there_is_no_room_beside_it(enter: Enter, review: Review) -> None:
    page = opened(enter, review)
    page.set_viewport_size({"width": 1093, "height": 614})
    assert page.locator("#desk").evaluate("(desk) => desk.scrollWidth <= desk.clientWidth")
    expect(page.get_by_label("预算执行情况得分")).to_be_in_viewport()
    picture(page, "review-125")
    axe(page)
    page.locator("[data-fold]").click()
    expect(page.get_by_label("预算执行情况得分")).to_be_hidden()
    picture(page, "review-125-folded")
