"""Findings beside the form in a browser: to the words, one confirmation, words that were said to other figures."""

import pytest
from playwright.sync_api import Locator, expect

from assessments.domain.facts import Form as FormKind
from assessments.models import NarrativeReport
from assessments.services.rows import add_rows
from assessments.services.squares import Change, save_squares
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW

EQUAL = {"level1": "产出指标", "level2": "数量指标", "target": "13147人", "actual": "13147人"}
#: The first character lies outside the plane of the others: it counts twice in the browser.
TEXT = "𠮷县支出23600万元，完成预算23160万元的102.28%，按时发放。"
REPORT = "2026年机关事业单位基本养老保险基金支出2.36亿元，完成预算2.316亿元的102.28%。"
CONFIRMATION = "explain:V11:form"


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    """A self-assessment with contradictions in a text, in its report and in its rows."""
    bureau = make_bureau(rows=0, kind=FormKind.SELF_ASSESSMENT)
    add_equal_row(bureau, "参保人数")
    save_squares(filing_id=bureau.filing.pk, changes=[Change("goal_actual", TEXT, "")], actor=bureau.clerk, at=NOW)
    NarrativeReport.objects.create(cycle=bureau.filing.obligation.cycle, unit=bureau.clerk.unit, text=REPORT)
    return bureau


def add_equal_row(bureau: Bureau, name: str) -> None:
    add_rows(filing=bureau.filing, after=None, actor=bureau.clerk, at=NOW, values=[EQUAL | {"level3": name}])


def selected(form: Form) -> str:
    """The words that are selected in the square in the hand."""
    script = "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))"
    return str(form.page.evaluate(f"{script}(document.activeElement)"))


def entry(form: Form, rule: str) -> Locator:
    return form.page.locator("#findings .find", has=form.page.locator("code", has_text=rule)).first


def confirm(form: Form, words: str) -> None:
    field = form.page.locator(f'textarea[name="{CONFIRMATION}"]')
    field.fill(words)
    field.blur()


def test_a_chip_leads_to_the_words_and_typing_replaces_them(form: Form, bureau: Bureau) -> None:
    entry(form, "V01").locator("[data-words]").focus()
    form.press("Enter")
    assert (form.here, selected(form)) == ("goal_actual", "102.28%")
    form.press("ArrowRight")
    assert form.here == "goal_actual"
    entry(form, "V01").locator("[data-words]").click()
    form.type("101.90%")
    form.saved()
    assert bureau.value("goal_actual") == TEXT.replace("102.28%", "101.90%")
    expect(entry(form, "V01")).to_have_count(0)


def test_the_panel_is_accessible_and_names_what_was_not_applied(form: Form) -> None:
    rules = form.page.locator("details.rules-c")
    rules.locator("summary").focus()
    form.press("Enter")
    expect(rules.locator("dt").first).to_be_visible()
    form.input("goal_expected").click()
    form.type("按时发放")
    form.saved()
    expect(rules).to_have_attribute("open", "")
    expect(form.page.locator(".report-line")).to_contain_text("须改 1 处，需说明 0 项")
    picture(form.page, "edit-findings")
    axe(form.page)


def test_one_confirmation_settles_the_form_until_another_figure_joins_them(form: Form, bureau: Bureau) -> None:
    confirm(form, "无")
    expect(entry(form, "V11").locator(".problem")).to_contain_text("请写“确认是实际数”")
    confirm(form, "确认是实际数")
    expect(entry(form, "V11").locator("h3")).to_contain_text("已说明")
    form.saved()
    add_equal_row(bureau, "缴费人数")
    form.open()
    stale = entry(form, "V11").locator(".stale")
    expect(stale).to_contain_text("数已改，请确认说明是否仍然适用")
    axe(form.page)
    stale.locator("button").focus()
    form.press("Enter")
    expect(entry(form, "V11").locator("h3")).to_contain_text("已说明")
    expect(stale).to_have_count(0)
    assert form.page.evaluate("document.activeElement.name") == CONFIRMATION


def test_the_words_of_a_field_that_is_being_typed_in_say_at_once_that_they_stand(form: Form, bureau: Bureau) -> None:
    confirm(form, "确认是实际数")
    form.saved()
    add_equal_row(bureau, "缴费人数")
    form.open()
    form.page.locator(f'textarea[name="{CONFIRMATION}"]').click()
    form.type("，两项都核对过台账")
    expect(entry(form, "V11").locator(".stale")).to_have_count(0)
    expect(entry(form, "V11").locator("h3")).to_contain_text("已说明")
    assert form.page.evaluate("document.activeElement.name") == CONFIRMATION


def test_what_a_rule_compares_is_one_click_away_and_nothing_typed_is_lost(form: Form, bureau: Bureau) -> None:
    form.input("goal_expected").click()
    form.type("按时足额发放")
    entry(form, "V11").locator(".rule-id").click()
    expect(form.page.locator("#V11")).to_be_in_viewport()
    assert bureau.value("goal_expected") == "按时足额发放"


def test_before_sending_words_are_underlined_and_linked(form: Form, bureau: Bureau) -> None:
    form.page.goto(f"/filings/{bureau.filing.pk}/check/")
    words = form.page.locator("mark.words", has_text="102.28%")
    expect(words).to_have_text("102.28%")
    name = words.get_attribute("id")
    form.page.locator(f'.find a[href="#{name}"]').focus()
    form.press("Enter")
    expect(words).to_be_in_viewport()
    assert form.page.evaluate("location.hash") == f"#{name}"
    picture(form.page, "check-findings")
    axe(form.page)


def test_an_amount_from_a_ledger_is_kept_told_what_to_write_and_corrected_with_one_click(
    enter: Enter, transactional_db: None
) -> None:
    bureau = make_bureau()
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    entry = form.page.locator("[data-refused]")
    form.input("received.total").click()
    form.type("(1,234.50)")
    form.press("Enter")
    expect(entry).to_contain_text("“(1,234.50)”是负数 -1234.50，这里的金额不能小于 0")
    expect(entry.locator(".fix")).to_be_hidden()
    form.input("received.total").fill("0.0596亿元")
    form.press("Enter")
    expect(form.reading("received.total")).to_have_text("“0.0596亿元”请按万元填写：596")
    assert (form.input("received.total").input_value(), bureau.value("received.total")) == ("0.0596亿元", "")
    entry.get_by_text("改为 596").click()
    form.saved()
    assert bureau.value("received.total") == "596"
    expect(entry).to_have_count(0)
    form.press("Control+z")
    expect(form.input("received.total")).to_have_value("0.0596亿元")
