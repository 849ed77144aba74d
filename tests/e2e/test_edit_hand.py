"""Several squares in the hand, and the ways from square to square that a spreadsheet has."""

from playwright.sync_api import expect

from assessments.domain.facts import Form as FormKind
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.e2e.looks import axe, picture


def test_a_drag_or_a_click_with_shift_picks_a_block_that_is_filled_cut_and_brought_back(
    form: Form, bureau: Bureau
) -> None:
    block = [bureau.key(row, name) for row in (1, 2, 3) for name in ("target", "actual")]
    form.drag(block[0], block[5])
    picture(form.page, "edit-picked")
    # The second row is the rate of the budget: its actual is computed.
    assert (form.picked, form.here) == (block, block[0])
    before = {key: bureau.value(key) for key in block}
    form.paste("100%")
    form.saved()
    typed = [key for key in block if key != block[3]]
    assert {bureau.value(key) for key in typed} == {"100%"}
    form.press("Control+z")
    form.saved()
    assert {key: bureau.value(key) for key in block} == before
    form.input(block[0]).click()
    form.input(block[5]).click(modifiers=["Shift"])
    assert (form.picked, form.here) == (block, block[0])
    form.press("Control+d")
    form.saved()
    assert [bureau.value(key) for key in typed] == ["2834人", "2977人", "2834人", "2834人", "2977人"]
    form.drag(block[4], block[5])
    form.press("Control+r")
    form.saved()
    assert bureau.value(block[5]) == "2834人"
    form.drag(block[0], block[1])
    assert form.copy("cut") == "2834人\t2977人"
    form.saved()
    assert [bureau.value(key) for key in block[:2]] == ["", ""]
    form.press("Control+z", "Control+z", "Control+z")
    form.saved()
    assert {key: bureau.value(key) for key in block} == before


def test_the_first_square_is_in_the_hand_and_the_keys_lead_as_in_a_spreadsheet(form: Form, bureau: Bureau) -> None:
    assert form.here == "project_period"
    form.input("adjusted_budget.total").click()
    form.type("10526")
    form.press("Tab")
    form.type("10526")
    form.press("Tab")
    form.type("10471")
    form.press("Enter")
    assert form.here == "adjusted_budget.fiscal"
    form.press("Shift+Tab", "Tab", "Enter")
    assert form.here == "adjusted_budget.other"
    form.press("Shift+Enter")
    assert form.here == "adjusted_budget.fiscal"
    form.press("End")
    assert form.here == "executed.fiscal"
    form.press("Home")
    assert form.here == "adjusted_budget.fiscal"
    form.paste("9000")
    form.paste("9000")
    expect(form.input("adjusted_budget.fiscal")).to_have_value("9000")
    form.press("F2", "Home")
    form.type("1")
    expect(form.input("adjusted_budget.fiscal")).to_have_value("19000")
    form.input("goal_expected").click()
    form.paste("按时发放。\n")
    expect(form.input("goal_expected")).to_have_value("按时发放。")


def test_tab_past_the_last_square_adds_a_row_and_past_an_empty_one_leads_out(
    enter: Enter, transactional_db: None
) -> None:
    bureau = make_bureau(kind=FormKind.SELF_ASSESSMENT)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.press("Control+End")
    assert form.here == bureau.key(3, "actual")
    form.press("Tab")
    expect(form.page.locator("tr[data-ref]")).to_have_count(4)
    assert form.here == bureau.key(4, "level3")
    form.press("Control+End", "Tab")
    expect(form.page.locator(f'[data-row-menu="{bureau.ref(4)}"]')).to_be_focused()
    form.press("Tab")
    assert form.here == ""
    expect(form.page.locator("tr[data-ref]")).to_have_count(4)


def test_the_empty_row_of_a_new_form_begins_with_a_click_and_takes_a_block(
    enter: Enter, transactional_db: None
) -> None:
    bureau = make_bureau(rows=0)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.page.locator("td.blank").nth(3).click()
    expect(form.page.locator("tr[data-ref]")).to_have_count(1)
    assert form.here == bureau.key(1, "target")
    form.press("ArrowLeft")
    form.paste("甲\t1人\n乙\t2人\n")
    form.press("Enter")
    expect(form.page.locator("tr[data-ref]")).to_have_count(2)
    form.saved()
    assert bureau.names() == ["甲", "乙"]


def test_a_level_is_typed_pasted_cleared_and_chosen_for_every_row_that_it_stands_over(
    form: Form, bureau: Bureau
) -> None:
    rows = range(1, len(bureau.names()) + 1)

    def levels(name: str) -> list[str]:
        return [bureau.value(bureau.key(row, name)) for row in rows]

    square = form.square(bureau.key(1, "level1"))
    assert square.get_attribute("rowspan") == "3"
    form.input(bureau.key(1, "level1")).click()
    form.type("满意度指标")
    form.press("Enter")
    form.saved()
    assert levels("level1") == ["满意度指标"] * 3
    form.input(bureau.key(1, "level1")).click()
    form.press("Delete")
    form.press("Tab")
    form.saved()
    assert levels("level1") == [""] * 3
    form.press("Shift+Tab", "Alt+ArrowDown")
    menu = form.page.locator("#levels-menu")
    expect(menu.get_by_role("menuitemradio").first).to_be_focused()
    picture(form.page, "edit-levels")
    axe(form.page)
    menu.get_by_text("效益指标", exact=True).click()
    form.saved()
    assert (levels("level1"), form.here) == (["效益指标"] * 3, bureau.key(1, "level1"))
    form.press("ArrowRight")
    form.page.locator("#levels-opener").click()
    assert menu.get_by_role("menuitemradio").all_inner_texts() == [
        "经济效益指标",
        "社会效益指标",
        "生态效益指标",
        "可持续影响指标",
    ]
    form.press("Escape")
    form.paste("社会效益指标")
    form.press("Tab")
    form.saved()
    assert bureau.value(bureau.key(1, "level2")) == "社会效益指标"
    form.press("Control+z", "Control+z")
    form.saved()
    assert levels("level1") == [""] * 3
    form.input(bureau.key(1, "level1")).fill("长" * 61)
    form.press("Tab")
    expect(form.page.locator("[data-refused]")).to_have_count(1)
    expect(form.square(bureau.key(1, "level1"))).to_contain_text("“一级指标”最多 60 个字，现在有 61 个")
    expect(form.page.locator("#lost-texts")).to_be_hidden()
