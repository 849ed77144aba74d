"""Filling the official table in a browser: as fast as a spreadsheet, and nothing is lost."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from assessments.domain.facts import Form as FormKind
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form, fill_as_filed, make_bureau
from tests.e2e.looks import axe, picture


def test_the_form_as_it_was_filed_is_accessible(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(rows=0)
    fill_as_filed(bureau)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.input(bureau.key(2, "actual")).click()
    picture(form.page, "edit-form")
    axe(form.page)
    form.page.set_viewport_size({"width": 683, "height": 384})
    form.input(bureau.key(2, "actual")).click()
    picture(form.page, "edit-form-200")
    axe(form.page)


def test_what_is_typed_is_saved_and_read_back(form: Form, bureau: Bureau) -> None:
    form.input("executed.total").click()
    form.type("10934")
    form.press("Enter")
    assert form.here == "executed.fiscal"
    form.saved()
    assert bureau.value("executed.total") == "10934"
    expect(form.reading("executed.total")).to_have_text("1.0934 亿元")


def test_an_idle_square_saves_while_the_caret_stays(form: Form, bureau: Bureau) -> None:
    form.input("goal_progress").click()
    form.type("按时发放")
    form.saved()
    form.type("养老金")
    form.saved()
    assert bureau.value("goal_progress") == "按时发放养老金"
    assert form.here == "goal_progress"


def test_computed_squares_follow_what_was_saved(form: Form) -> None:
    form.input("adjusted_budget.total").click()
    form.type("14158")
    form.press("Tab", "Tab")
    form.type("10934")
    form.press("Tab")
    expect(form.square("execution_rate").locator(".v")).to_contain_text("77.23%")


def test_arrows_walk_the_paper_spans_included(form: Form, bureau: Bureau) -> None:
    form.input("executed.total").click()
    form.press("ArrowRight")
    assert form.here == "execution_rate"
    form.press("ArrowLeft", "ArrowDown", "ArrowDown", "ArrowDown")
    assert form.here == "overall_completion_rate"
    form.press("ArrowDown")
    assert form.here == bureau.key(1, "actual")
    form.press("ArrowUp", "ArrowUp")
    assert form.here == "executed.other"


def test_enter_walks_down_and_goes_on_in_the_next_block(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(3, "actual")).click()
    form.press("Shift+Enter")
    assert form.here == bureau.key(2, "target") or form.here == bureau.key(1, "actual")
    form.input(bureau.key(3, "actual")).click()
    form.press("Enter")
    assert form.here == "deviation_and_measures"


def test_typing_replaces_and_escape_restores(form: Form, bureau: Bureau) -> None:
    key = bureau.key(1, "actual")
    form.input(key).click()
    form.type("3000人")
    expect(form.input(key)).to_have_value("3000人")
    form.press("Escape")
    expect(form.input(key)).to_have_value("2977人")
    form.saved()
    assert bureau.value(key) == "2977人"


def test_f2_edits_inside_the_text(form: Form, bureau: Bureau) -> None:
    key = bureau.key(1, "actual")
    form.input(bureau.key(1, "target")).click()
    form.press("ArrowRight", "F2", "ArrowLeft")
    form.type("0")
    expect(form.input(key)).to_have_value("29770人")
    assert form.here == key


def test_tab_skips_computed_squares_and_leaves_after_the_last(form: Form, bureau: Bureau) -> None:
    form.input("executed.total").click()
    form.press("Tab")
    assert form.here == "adjusted_budget.fiscal"
    form.press("Control+End")
    assert form.here == "deviation_and_measures"
    form.press("Tab")
    assert form.here == ""


def test_undo_goes_back_over_saved_squares(form: Form, bureau: Bureau) -> None:
    first, second = bureau.key(1, "actual"), bureau.key(3, "actual")
    form.input(first).click()
    form.type("1人")
    form.input(second).click()
    form.type("50%")
    form.press("Enter")
    form.saved()
    form.press("Control+z", "Control+z")
    form.saved()
    assert (bureau.value(first), bureau.value(second)) == ("2977人", "98.6%")
    form.press("Control+y")
    form.saved()
    assert (bureau.value(first), bureau.value(second)) == ("1人", "98.6%")


def test_a_square_takes_the_value_above(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(3, "level3")).click()
    form.press("Control+d")
    form.saved()
    assert bureau.value(bureau.key(3, "level3")) == "支出预算执行率"


def test_a_line_break_in_a_square(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "level3")).click()
    form.type("参保")
    form.press("Alt+Enter")
    form.type("缴费人数")
    form.press("Enter")
    form.saved()
    assert bureau.value(bureau.key(1, "level3")) == "参保\n缴费人数"


def test_a_computed_square_copies_like_text(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "actual")).click()
    form.press("ArrowRight")
    assert form.copy() == "105.05%"


def test_a_block_fills_the_squares_from_here_on(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "level3")).click()
    form.paste('甲指标\t100人\t98人\r\n"乙\n指标"\t≥95%\t\r\n', "<table></table>")
    form.saved()
    assert [bureau.value(bureau.key(1, name)) for name in ("level3", "target", "actual")] == ["甲指标", "100人", "98人"]
    assert [bureau.value(bureau.key(2, name)) for name in ("level3", "target")] == ["乙\n指标", "≥95%"]
    form.press("Control+z")
    form.saved()
    assert bureau.names()[:2] == ["参保缴费人数", "支出预算执行率"]


def test_a_block_from_the_official_layout_knows_merged_cells(form: Form, bureau: Bureau) -> None:
    form.square(bureau.key(1, "level1")).click()
    block = "产出指标\t数量指标\t甲指标\t\t100人\t98人\r\n\t质量指标\t乙指标\t\t≥95%\t\r\n"
    form.paste(block, "<table></table>")
    form.saved()
    names = ("level1", "level2", "level3", "target")
    assert [bureau.value(bureau.key(2, name)) for name in names] == ["产出指标", "质量指标", "乙指标", "≥95%"]


def test_what_has_no_square_is_shown_before_it_is_pasted(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(2, "target")).click()
    form.paste("90%-95%\t77%\r\n", "<table></table>")
    dialog = form.page.locator("#dlg-paste")
    expect(dialog.locator("del")).to_have_text("77%")
    dialog.get_by_role("button", name="粘贴放得下的内容").click()
    form.saved()
    assert bureau.value(bureau.key(2, "target")) == "90%-95%"


def test_several_paragraphs_are_one_text(form: Form, bureau: Bureau) -> None:
    form.input("goal_expected").click()
    form.paste("第一段。\n第二段。")
    form.press("Tab")
    form.saved()
    assert bureau.value("goal_expected") == "第一段。\n第二段。"


def test_a_block_that_is_too_long_offers_rows(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(2, "level3")).click()
    form.paste("".join(f"指标{n}\t{n}人\r\n" for n in range(1, 5)), "<table></table>")
    dialog = form.page.locator("#dlg-paste")
    expect(dialog).to_contain_text("4 行 × 2 列")
    picture(form.page, "edit-paste")
    axe(form.page)
    dialog.get_by_role("button", name="粘贴，并增加 2 行").click()
    expect(form.page.locator("tr[data-ref]")).to_have_count(5)
    form.saved()
    rows = bureau.filing.list_rows.order_by("position")
    assert bureau.names() == ["参保缴费人数", "指标1", "指标2", "指标3", "指标4"]
    assert [row.squares["target"] for row in rows][-2:] == ["3人", "4人"]


def test_rows_are_added_removed_and_brought_back(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "actual")).click()
    form.press("Alt+Insert")
    expect(form.page.locator("tr[data-ref]")).to_have_count(4)
    form.type("新指标")
    form.press("Enter")
    form.saved()
    assert bureau.names()[:2] == ["参保缴费人数", "新指标"]
    form.input(bureau.key(1, "actual")).click()
    form.press("Alt+Delete")
    expect(form.page.locator("tr[data-ref]")).to_have_count(3)
    form.page.locator("#undo-row button").click()
    expect(form.page.locator("tr[data-ref]")).to_have_count(4)
    assert bureau.value(bureau.key(1, "actual")) == "2977人"


def test_the_menu_of_a_row_moves_it(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "actual")).click()
    form.press("Shift+F10")
    expect(form.page.get_by_role("menuitem", name="上移")).to_be_disabled()
    picture(form.page, "edit-row-menu")
    axe(form.page)
    form.page.get_by_role("menuitem", name="下移").click()
    expect(form.page.locator('tr[data-ref] [name$="level3"]').first).to_have_value("支出预算执行率")
    assert bureau.names()[:2] == ["支出预算执行率", "参保缴费人数"]


def test_the_settings_of_a_row_save_as_squares_do(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "actual")).click()
    form.press("Shift+F10")
    form.page.get_by_role("menuitem", name="行设置").click()
    dialog = form.page.locator("#dlg-row")
    dialog.get_by_label("二级指标").fill("时效指标")
    dialog.get_by_label("性质").select_option("flow")
    dialog.get_by_label("偏差原因").fill("新增参保较多。")
    picture(form.page, "edit-row-settings")
    axe(form.page)
    dialog.get_by_role("button", name="保存行设置").click()
    form.saved()
    names = ("level2", "nature", "deviation_reason")
    assert [bureau.value(bureau.key(1, name)) for name in names] == ["时效指标", "flow", "新增参保较多。"]
    expect(form.square(bureau.key(1, "level2"))).to_have_text("时效指标")


def test_picked_squares_are_copied_as_a_block_and_cleared(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "target")).click()
    form.press("Shift+ArrowRight")
    assert form.copy() == "2834人\t2977人"
    form.press("Delete")
    form.saved()
    assert [bureau.value(bureau.key(1, name)) for name in ("target", "actual")] == ["", ""]
    form.press("Control+z")
    form.saved()
    assert bureau.value(bureau.key(1, "target")) == "2834人"


@pytest.mark.parametrize(
    ("role", "name", "place"),
    [("link", "返回我的任务", "**/tasks/"), ("button", "打印样式", "**/documents/job/*/")],
)
def test_leaving_saves_first(
    form: Form, bureau: Bureau, role: Literal["link", "button"], name: str, place: str
) -> None:
    form.input("executed.total").click()
    form.type("10934")
    form.page.get_by_role(role, name=name).click()
    form.page.wait_for_url(place)
    assert bureau.value("executed.total") == "10934"


def test_sending_saves_first_and_shows_the_check_page(form: Form, bureau: Bureau) -> None:
    form.input("executed.total").click()
    form.type("10934")
    form.page.get_by_role("button", name="检查并送审").click()
    form.page.wait_for_url("**/check/")
    assert bureau.value("executed.total") == "10934"


def test_all_keys_are_told(form: Form) -> None:
    form.press("Control+/")
    picture(form.page, "edit-keys")
    axe(form.page)
    form.press("Escape")
    expect(form.page.locator("#dlg-keys")).to_be_hidden()


def test_a_word_that_is_being_composed_is_not_sent(form: Form, bureau: Bureau) -> None:
    form.input("goal_expected").click()
    session = form.page.context.new_cdp_session(form.page)
    session.send("Input.imeSetComposition", {"text": "anshi", "selectionStart": 5, "selectionEnd": 5})
    form.page.wait_for_timeout(1500)
    assert (form.kept(), bureau.value("goal_expected")) == ({}, "")
    session.send("Input.insertText", {"text": "按时"})
    form.saved()
    assert bureau.value("goal_expected") == "按时"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_new_form_asks_for_its_first_row(enter: Enter, transactional_db: None, theme: str) -> None:
    bureau = make_bureau(rows=0)
    page = enter(bureau.clerk).new_page()
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    form = Form(page, bureau).open()
    form.page.get_by_role("link", name="指标行").click()
    form.press("Enter")
    expect(form.page.locator("tr[data-ref]")).to_have_count(1)
    assert form.here == bureau.key(1, "level3")
    picture(form.page, f"edit-new-{theme}")
    axe(form.page)


def test_the_self_assessment_is_filled_the_same_way(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(kind=FormKind.SELF_ASSESSMENT)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.input("budget.total").click()
    form.type("23160")
    form.press("ArrowRight")
    assert form.here == "executed.total"
    form.type("23600")
    form.press("ArrowDown", "ArrowDown", "ArrowDown")
    assert form.here == "goal_actual"
    form.saved()
    assert bureau.value("executed.total") == "23600"
    form.input(bureau.key(1, "actual")).click()
    picture(form.page, "edit-self-assessment")
    axe(form.page)


def test_a_narrow_window_leads_to_every_problem(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(rows=0)
    fill_as_filed(bureau)
    page = enter(bureau.clerk).new_page()
    page.set_viewport_size({"width": 683, "height": 384})
    form = Form(page, bureau).open()
    picture(form.page, "edit-form-200-top", whole=True)
    page.locator("[data-fold]").click()
    picture(form.page, "edit-form-200-findings")
    axe(form.page)
    page.locator("#findings a", has_text="四·5").click()
    assert form.here == bureau.key(5, "actual")
    expect(form.input(bureau.key(5, "actual"))).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_f8_walks_from_problem_to_problem(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(rows=0)
    fill_as_filed(bureau)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    walked = []
    for _ in range(4):
        form.press("F8")
        walked.append(form.here)
    assert walked == ["received.total", bureau.key(3, "target"), bureau.key(3, "actual"), bureau.key(4, "target")]
    form.press("Shift+F8", "Shift+F8", "Shift+F8", "Shift+F8")
    assert form.here == "deviation_and_measures"
    form.press("Shift+F8")
    assert form.here == bureau.key(11, "actual")


def test_one_click_corrects_both_squares_and_one_key_takes_it_back(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(rows=0)
    fill_as_filed(bureau)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.page.get_by_role("link", name="2 处改为 95%–105%").click()
    form.saved()
    assert [bureau.value(bureau.key(row, "target")) for row in (3, 4)] == ["95%–105%", "95%–105%"]
    form.press("Control+z")
    form.saved()
    assert [bureau.value(bureau.key(row, "target")) for row in (3, 4)] == ["105%≤≥95%", "105%≤≥95%"]


def test_the_first_click_takes_the_square_the_second_the_caret(form: Form, bureau: Bureau) -> None:
    key = bureau.key(1, "actual")
    form.input(key).click()
    form.type("5人")
    expect(form.input(key)).to_have_value("5人")
    form.input(key).click()
    form.press("Home")
    form.type("1")
    expect(form.input(key)).to_have_value("15人")
    form.press("Enter")
    form.saved()
    assert bureau.value(key) == "15人"
