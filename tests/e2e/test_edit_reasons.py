"""Reasons beside the form in a browser: what is being typed stands still, and a reason stands at its row."""

import pytest
from playwright.sync_api import Locator, expect

from assessments.services.squares import Change, save_squares
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    """A form with an indicator far below its target."""
    bureau = make_bureau()
    change = Change(bureau.key(1, "actual"), "1000人", "2977人")
    save_squares(filing_id=bureau.filing.pk, changes=[change], actor=bureau.clerk, at=NOW)
    return bureau


def words(form: Form, bureau: Bureau, name: str) -> Locator:
    """The field of the panel in which the deviation of the first row is explained."""
    return form.page.locator(f'#findings textarea[name="{bureau.key(1, name)}"]')


def place(field: Locator) -> tuple[float, float, str]:
    """Where a field is seen, and how clearly."""
    box = field.bounding_box()
    assert box
    opacity = field.evaluate("(field) => getComputedStyle(field.closest('.find')).opacity")
    return box["x"], box["y"], str(opacity)


def test_who_types_on_after_a_save_is_not_told_of_another_hand(form: Form, bureau: Bureau) -> None:
    reason = words(form, bureau, "deviation_reason")
    reason.click()
    for part in ("县医院改制", "，参保人数", "减少。"):
        form.type(part)
        form.saved()
    expect(form.page.locator("#dlg-conflict")).to_be_hidden()
    form.press("Tab")
    form.saved()
    assert bureau.value(bureau.key(1, "deviation_reason")) == "县医院改制，参保人数减少。"


def test_a_reason_stands_still_while_it_is_typed_and_then_at_its_row(form: Form, bureau: Bureau) -> None:
    form.input("executed.total").fill("很多")
    form.press("Tab")
    expect(form.page.locator("#findings [data-refused]")).to_have_count(1)
    words(form, bureau, "deviation_reason").fill("县医院改制，参保人数减少。")
    measure = words(form, bureau, "corrective_measure")
    measure.click()
    before = place(measure)
    errors = form.page.locator("#findings .err-c b")
    counted = int(errors.inner_text())
    form.type("已与县医院对账。")
    expect(errors).to_have_text(str(counted - 1))
    form.type("逐月核对。")
    expect(form.page.locator("#saved")).to_have_attribute("data-kind", "refused")
    assert (place(measure), form.page.evaluate("document.activeElement.value")) == (
        before,
        "已与县医院对账。逐月核对。",
    )
    form.input(bureau.key(3, "actual")).click()
    expect(measure).to_have_count(0)
    line = form.reading(bureau.key(1, "level3"))
    expect(line).to_have_text("已说明：县医院改制，参保人数减少。　已与县医院对账。逐月核对。")
    picture(form.page, "edit-reason-at-row")
    axe(form.page)
    form.open()
    line.get_by_role("button").click()
    reason = form.page.locator("#dlg-row").get_by_label("偏差原因")
    expect(reason).to_be_focused()
    reason.fill("两家医院改制。")
    form.page.get_by_role("button", name="保存行设置").click()
    expect(line).to_contain_text("已说明：两家医院改制。")
    assert form.here == bureau.key(1, "level3")


def test_enter_keeps_what_was_set_and_esc_asks_before_words_are_lost(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "actual")).click()
    form.press("Shift+F10")
    form.page.get_by_role("menuitem", name="行设置").click()
    dialog = form.page.locator("#dlg-row")
    dialog.get_by_label("二级指标").fill("时效指标")
    form.press("Enter")
    expect(dialog).to_be_hidden()
    form.saved()
    assert (bureau.value(bureau.key(1, "level2")), form.here) == ("时效指标", bureau.key(1, "actual"))
    form.press("Shift+F10")
    form.page.get_by_role("menuitem", name="行设置").click()
    dialog.get_by_label("偏差原因").fill("县医院改制，参保人数减少。")
    form.press("Escape")
    question = form.page.locator("#confirm")
    expect(question).to_contain_text("写的话还没有保存，要放弃吗？")
    axe(form.page)
    form.press("Escape")
    expect(question).to_be_hidden()
    expect(dialog.get_by_label("偏差原因")).to_have_value("县医院改制，参保人数减少。")
    dialog.get_by_role("button", name="不改").click()
    question.get_by_role("button", name="放弃").click()
    expect(dialog).to_be_hidden()
    assert (bureau.value(bureau.key(1, "deviation_reason")), form.here) == ("", bureau.key(1, "actual"))
