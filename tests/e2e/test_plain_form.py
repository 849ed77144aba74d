"""Where the script does not come up, nothing good is said: the plain form is there, with a button that works."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from assessments.services.squares import Change, save_squares
from reviews.models import Score
from tests.e2e import report_scene
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW
from tests.factories.reviews import Court

#: What goes wrong on the way.
Trouble = Callable[[Page], None]
#: The script of the form, of the report or of the scores, with all that it imports.
SCRIPT = "**/js/*/main.*.js"


def missing(page: Page) -> None:
    """The page's script does not load."""
    page.route(SCRIPT, lambda route: route.abort())


def broken(page: Page) -> None:
    """It fails at its start."""
    page.route(SCRIPT, lambda route: route.fulfill(content_type="text/javascript", body="boom"))


def old(page: Page) -> None:
    """The browser is older than the oldest that is supported."""
    page.add_init_script("delete Element.prototype.replaceChildren")


def hanging(page: Page) -> None:
    """It is never answered."""
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route))


@pytest.mark.parametrize("trouble", [missing, broken, old, hanging])
def test_the_form_says_so_and_is_saved_by_its_button(
    enter: Enter, bureau: Bureau, complaints: list[str], trouble: Trouble
) -> None:
    page = enter(bureau.clerk).new_page()
    trouble(page)
    page.goto(bureau.address, wait_until="commit")
    banner = page.locator("#plain-save")
    expect(banner).to_be_visible(timeout=20_000)
    expect(page.locator("#saved")).to_contain_text("没有自动保存")
    expect(banner.locator("[data-too-old]")).to_be_visible(visible=trouble is old)
    page.locator('[name="executed.total"]').fill("10934")
    picture(page, f"edit-plain-{trouble.__name__}")
    asked: list[Dialog] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog)
        dialog.dismiss()

    page.once("dialog", stay)
    page.get_by_label("返回我的任务").click(no_wait_after=True)
    expect(banner).to_be_visible()
    banner.get_by_role("button", name="保存").click(no_wait_after=True)
    expect(page.locator(".messages")).to_contain_text("已保存", timeout=20_000)
    assert [dialog.type for dialog in asked] == ["beforeunload"]
    assert bureau.value("executed.total") == "10934"
    page.close()
    complaints.clear()


def test_the_mark_begins_without_a_promise(enter: Enter, bureau: Bureau) -> None:
    context = enter(bureau.clerk)
    page = context.new_page()
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route))
    page.goto(bureau.address, wait_until="commit")
    expect(page.locator("#saved")).to_have_text("正在准备… 重试", use_inner_text=False)
    page.locator('[name="executed.total"]').fill("10934")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    Form(page, bureau).saved()
    assert bureau.value("executed.total") == "10934"
    axe(page)


def test_the_report_says_so_and_is_saved_by_its_button(
    enter: Enter, transactional_db: None, complaints: list[str]
) -> None:
    bureau = report_scene.make_bureau()
    page = enter(bureau.clerk).new_page()
    broken(page)
    page.goto(bureau.address)
    page.locator("#narrative-text").fill("今年收入平稳。")
    page.locator("#plain-save").get_by_role("button", name="保存").click()
    expect(page.locator(".messages")).to_contain_text("已保存")
    assert bureau.text == "今年收入平稳。"
    page.close()
    complaints.clear()


def test_the_scores_say_so_and_are_saved_by_their_button(
    enter: Enter, transactional_db: None, complaints: list[str]
) -> None:
    review = Court().in_review()
    assert review.reviewer is not None
    page = enter(review.reviewer).new_page()
    broken(page)
    page.goto(f"/reviews/filings/{review.filing_id}/")
    page.locator("[name=timeliness-points]").fill("10")
    page.locator("#plain-save").get_by_role("button", name="保存").click()
    expect(page.locator("[name=timeliness-points]")).to_have_value("10")
    assert Score.objects.get(part="timeliness").points == 10
    page.close()
    complaints.clear()


def test_a_script_that_comes_up_after_a_refused_form_lets_its_writer_choose(enter: Enter, bureau: Bureau) -> None:
    page = enter(bureau.clerk).new_page()
    missing(page)
    page.goto(bureau.address)
    expect(page.locator("#plain-save")).to_be_visible()
    change = Change("executed.total", "111", "")
    save_squares(filing_id=bureau.filing.pk, changes=[change], actor=bureau.colleague, at=NOW)
    page.locator('[name="executed.total"]').fill("222")
    page.locator('[name="received.total"]').fill("约3")
    page.unroute(SCRIPT)
    page.locator("#plain-save").get_by_role("button").click()
    dialog = page.locator("#dlg-conflict")
    expect(dialog.locator("[data-slot=theirs]")).to_have_text("111")
    expect(dialog.locator("[data-slot=by]")).to_have_text(bureau.colleague.full_name)
    dialog.get_by_role("button", name="用我的").click()
    expect(page.locator("#saved")).to_contain_text("还有 1 处没有保存")
    assert bureau.value("executed.total") == "222"


def test_a_script_that_comes_up_after_a_refused_report_lets_its_writer_choose(
    enter: Enter, transactional_db: None
) -> None:
    bureau = report_scene.make_bureau()
    page = enter(bureau.clerk).new_page()
    missing(page)
    page.goto(bureau.address)
    expect(page.locator("#plain-save")).to_be_visible()
    bureau.write("对方的话", by=bureau.colleague)
    page.locator("#narrative-text").fill("我的话")
    page.unroute(SCRIPT)
    page.locator("#plain-save").get_by_role("button").click()
    expect(page.locator("#dlg-conflict [data-slot=theirs]")).to_have_text("对方的话")
    assert bureau.text == "对方的话"
    page.get_by_role("button", name="用我的").click()
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    assert bureau.text == "我的话"
