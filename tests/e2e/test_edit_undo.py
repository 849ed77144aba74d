"""Undo in a browser: one act is one undo, and the focus is back where the act was."""

from playwright.sync_api import expect

from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.factories.assessments import make_cycle, make_draft, make_obligation


def rows_are(form: Form, names: list[str]) -> None:
    """Waits until the table holds these indicators."""
    expect(form.page.locator('td[data-kind="name"] textarea')).to_have_count(len(names))
    for place, name in enumerate(names):
        expect(form.page.locator('td[data-kind="name"] textarea').nth(place)).to_have_value(name)


NAMES = ["参保缴费人数", "支出预算执行率", "待遇首次发放成功率"]


def test_a_pasted_block_is_taken_back_once_and_moving_on_is_no_step(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "level3")).click()
    form.paste("甲\r\n乙\r\n丙\r\n", "<table></table>")
    form.saved()
    form.press("ArrowDown", "Control+z")
    assert form.here == bureau.key(1, "level3")
    rows_are(form, NAMES)
    form.press("Control+z", "ArrowDown", "ArrowUp", "Control+z")
    form.saved()
    assert bureau.names() == NAMES
    form.press("Control+y")
    form.saved()
    assert bureau.names() == ["甲", "乙", "丙"]


def test_a_paste_that_adds_rows_is_one_step(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(3, "level3")).click()
    form.type("先打的字")
    form.paste("甲\r\n乙\r\n丙\r\n", "<table></table>")
    form.page.get_by_role("button", name="粘贴，并增加 2 行").click()
    rows_are(form, [*NAMES[:2], "甲", "乙", "丙"])
    assert form.here == bureau.key(3, "level3")
    form.press("Control+z")
    rows_are(form, [*NAMES[:2], "先打的字"])
    assert form.here == bureau.key(3, "level3")
    form.press("Control+z")
    rows_are(form, NAMES)
    form.press("Control+y", "Control+y")
    rows_are(form, [*NAMES[:2], "甲", "乙", "丙"])


def test_a_moved_row_goes_back_with_the_focus(form: Form, bureau: Bureau) -> None:
    key = bureau.key(3, "actual")
    form.input(key).click()
    form.type("5%")
    form.press("Shift+F10")
    form.page.get_by_role("menuitem", name="上移").click()
    rows_are(form, [NAMES[0], NAMES[2], NAMES[1]])
    assert form.here == key
    form.press("Control+z")
    rows_are(form, NAMES)
    assert (form.here, form.input(key).input_value()) == (key, "5%")
    form.press("Control+z")
    expect(form.input(key)).not_to_have_value("5%")
    form.press("Control+y", "Control+y")
    rows_are(form, [NAMES[0], NAMES[2], NAMES[1]])


def test_a_row_that_is_taken_back_leaves_the_focus_where_it_was_added_from(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "actual")).click()
    form.press("Alt+Insert")
    rows_are(form, [NAMES[0], "", *NAMES[1:]])
    form.type("新指标")
    form.press("Enter")
    form.saved()
    form.press("Control+z", "Control+z")
    rows_are(form, NAMES)
    assert form.here == bureau.key(1, "actual")
    form.press("ArrowDown")
    assert form.here == bureau.key(2, "actual")
    form.press("Control+y", "Control+y")
    rows_are(form, [NAMES[0], "新指标", *NAMES[1:]])
    assert form.here == form.key(2, "level3")


def test_a_row_that_was_removed_twice_over_is_found_by_every_step(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(3, "actual")).click()
    form.press("Alt+Insert")
    rows_are(form, [*NAMES, ""])
    form.type("新指标")
    form.press("Alt+Delete")
    rows_are(form, NAMES)
    for _ in range(3):
        form.press("Control+z")
    rows_are(form, NAMES)
    for _ in range(3):
        form.press("Control+y")
    rows_are(form, NAMES)
    form.press("Control+z")
    rows_are(form, [*NAMES, "新指标"])


def test_rows_that_were_taken_over_go_again_in_one_step(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(rows=0)
    cycle = make_cycle(bureau.filing.obligation.cycle.prefecture, month=6)
    make_draft(make_obligation(cycle, bureau.clerk.unit), bureau.clerk, rows=2)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.page.get_by_role("button", name="从上期带入").click()
    form.page.locator("#dlg-copy .stack-b button").click()
    rows_are(form, NAMES[:2])
    assert form.here == form.key(1, "level3")
    form.press("Control+z")
    rows_are(form, [])
    expect(form.page.locator("#add-row")).to_be_focused()


def test_a_step_that_cannot_be_taken_back_stays_to_be_tried_again(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "actual")).click()
    form.press("Alt+Insert")
    rows_are(form, [NAMES[0], "", *NAMES[1:]])
    form.page.context.set_offline(True)
    form.press("Control+z")
    expect(form.page.locator("#notice")).to_be_visible()
    form.page.context.set_offline(False)
    form.press("Control+z")
    rows_are(form, NAMES)
