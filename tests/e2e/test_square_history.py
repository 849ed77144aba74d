"""The history of a square on the form: by mouse, by keyboard and on a phone, beside the square, never over it."""

from playwright.sync_api import Locator, expect

from assessments.services.squares import Change, save_squares
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Form, make_bureau
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW

KEY = "executed.total"


def apart(one: Locator, other: Locator) -> bool:
    """Whether neither lies over the other."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a
    assert b
    return a["y"] + a["height"] <= b["y"] + 1 or b["y"] + b["height"] <= a["y"] + 1


def test_who_wrote_what_is_read_beside_the_square(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau()
    changes = [Change(KEY, "111", "")]
    save_squares(filing_id=bureau.filing.pk, changes=changes, actor=bureau.colleague, at=NOW)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    page, square, past = form.page, form.square(KEY), form.page.locator("#square-history")
    opener = page.get_by_role("button", name="历史", exact=True)
    form.input(KEY).click()
    form.type("222")
    opener.click()
    expect(past.locator("li")).to_have_count(2)
    expect(past.locator("li").first).to_contain_text(bureau.clerk.full_name)
    expect(past.locator("li").first).to_contain_text("111")
    expect(past.locator("li").first).to_contain_text("222")
    expect(past.locator("li").last).to_contain_text(bureau.colleague.full_name)
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert (bureau.value(KEY), apart(square, past)) == ("222", True)
    picture(page, "edit-history")
    axe(page)
    form.press("Escape")
    expect(past).to_be_hidden()
    expect(form.input(KEY)).to_be_focused()
    form.input("received.total").click()
    form.press("Alt+h")
    expect(past.get_by_text("这一格还没有改过。")).to_be_visible()
    expect(past.locator("[data-slot=steps]")).to_be_focused()
    form.press("Alt+h")
    expect(form.input("received.total")).to_be_focused()
    page.set_viewport_size({"width": 390, "height": 844})
    form.input(KEY).click()
    opener.click()
    expect(past.locator("li")).to_have_count(2)
    assert apart(square, past)
    expect(past).to_be_in_viewport(ratio=0.9)
    picture(page, "edit-history-phone")
    axe(page)
    form.input("adjusted_budget.total").click()
    expect(past).to_be_hidden()
