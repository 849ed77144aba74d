"""The form in small windows: 1366×768 at 125, 150 and 200 %, and a phone."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form, fill_as_filed, make_bureau
from tests.e2e.looks import axe, picture

SIZES = {"125": (1093, 614), "150": (911, 512), "200": (683, 384), "phone": (390, 844)}
#: A reason is written in a box at least so wide.
USABLE = 240


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    bureau = make_bureau(rows=0)
    fill_as_filed(bureau)
    return bureau


def lies_open(field: Locator) -> bool:
    """Whether a field can be seen and pressed: it lies in the window and under nothing else."""
    return bool(
        field.evaluate(
            """(field) => {
                const { left, right, top, bottom } = field.getBoundingClientRect();
                const inside = (x, y) => field.closest("td").contains(document.elementFromPoint(x, y));
                return inside(left + 2, top + 2) && inside(right - 2, bottom - 2);
            }"""
        )
    )


@pytest.mark.parametrize("size", SIZES)
def test_a_click_on_a_flagged_square_leaves_it_in_sight_with_its_sentence(
    enter: Enter, bureau: Bureau, size: str
) -> None:
    page = enter(bureau.clerk).new_page()
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    form = Form(page, bureau).open()
    for key in (bureau.key(11, "actual"), "received.total"):
        field = form.input(key)
        field.evaluate("(field) => field.scrollIntoView({ block: 'center', inline: 'center' })")
        field.click()
        assert (form.here, lies_open(field)) == (key, True)
        expect(page.locator("#findings .find.now p").first).to_be_visible()
    box = page.locator("#findings .find.now textarea").bounding_box()
    assert box
    assert box["width"] >= USABLE
    picture(page, f"edit-narrow-{size}")
    axe(page)


def test_no_square_lies_beside_the_window_at_125_percent(enter: Enter, bureau: Bureau) -> None:
    page = enter(bureau.clerk).new_page()
    page.set_viewport_size({"width": 1093, "height": 614})
    form = Form(page, bureau).open()
    for key in ("executed.total", bureau.key(1, "actual")):
        form.square(key).evaluate("(square) => square.scrollIntoView({ block: 'center' })")
        assert lies_open(form.input(key))
    desk = page.locator(".desk")
    assert desk.evaluate("(desk) => desk.scrollWidth <= desk.clientWidth")


def test_a_finger_finds_the_paper_unmoved_on_arrival(enter: Enter, bureau: Bureau) -> None:
    page = enter(bureau.clerk).new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    form = Form(page, bureau).open()
    assert (form.here, page.locator(".desk").evaluate("(desk) => desk.scrollLeft")) == ("", 0)


def test_nothing_is_cut_and_nothing_moves_under_the_hand(enter: Enter, bureau: Bureau) -> None:
    page = enter(bureau.clerk).new_page()
    page.set_viewport_size({"width": 1366, "height": 500})
    form = Form(page, bureau).open()
    cut = page.locator("table.sheet .rd").evaluate_all(
        "(all) => all.filter((line) => line.scrollWidth > line.clientWidth).length"
    )
    assert cut == 0
    assert form.page.locator(".rd select").first.evaluate("(select) => select.offsetHeight >= 24")
    form.input(bureau.key(3, "actual")).click()
    form.type("96%")
    form.press("Tab")
    next_one = form.square(form.here)
    before = next_one.bounding_box()
    form.saved()
    expect(form.reading(bureau.key(3, "actual"))).not_to_contain_text("应填百分比")
    after = next_one.bounding_box()
    assert before
    assert after
    assert after["y"] == before["y"]


def test_f8_stops_at_a_row_that_lags_behind_until_it_is_explained(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau()
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.input("deviation_and_measures").fill("参保人数减少，已与县医院对账，逐月核对。")
    key = bureau.key(1, "actual")
    form.input(key).fill("1000人")
    form.press("Tab")
    expect(form.page.locator(f'tr[data-ref="{bureau.ref(1)}"] .light.red')).to_be_visible()
    form.saved()
    expect(form.page.locator("table.sheet .is-err")).to_have_count(0)
    form.press("F8")
    assert form.here == key
