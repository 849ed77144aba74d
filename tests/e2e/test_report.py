"""The report in a browser: what is underlined, how it is saved, and that nothing that was typed is lost."""

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from playwright.sync_api import Position, expect

from assessments.domain.workflow import State
from assessments.models import Filing, NarrativeExplanation
from assessments.queries import facts_of
from assessments.services.snapshots import take_snapshot
from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.e2e.report_scene import PASSWORD, Bureau, ReportPage, make_bureau, published
from tests.factories.assessments import NOW, loaded, make_draft

WRONG = "2020年城乡居民基本养老保险参保1000人，2019年参保900人，比上年增加50人。"
RIGHT = WRONG.replace("50人", "100人")
DOUBTFUL = "2020年基金支出预算执行率目标95%至105%。全年支出完成预算的106.71%，达到了预期目标。"


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    return make_bureau()


@pytest.fixture
def report(enter: Enter, bureau: Bureau) -> ReportPage:
    """The empty report before its clerk."""
    return ReportPage(enter(bureau.clerk).new_page(), bureau).open()


@pytest.fixture
def other(enter: Enter, bureau: Bureau) -> ReportPage:
    """The same report in a colleague's browser."""
    return ReportPage(enter(bureau.colleague).new_page(), bureau).open()


def test_what_is_wrong_is_underlined_and_listed(enter: Enter, bureau: Bureau) -> None:
    bureau.write(published())
    report = ReportPage(enter(bureau.clerk).new_page(), bureau).open()
    assert report.underlined("err")[:3] == ["12628万元", "11216万元", "10471万元"]
    assert "1413万元" in report.underlined("note")
    picture(report.page, "report")
    axe(report.page)
    report.page.emulate_media(color_scheme="dark")
    picture(report.page, "report-dark")
    axe(report.page, rules=["color-contrast"])


def test_a_chip_leads_to_the_words_and_the_words_to_their_finding(enter: Enter, bureau: Bureau) -> None:
    bureau.write(published())
    report = ReportPage(enter(bureau.clerk).new_page(), bureau).open()
    report.entry("V08").locator(".chip").click()
    assert report.chosen() == "1573人"
    expect(report.page.locator(".find.now")).to_contain_text("完成 1573人")
    expect(report.page.locator("[data-slot=address]")).to_have_text("第31段")
    picture(report.page, "report-jump")
    report.area.click(position=_inside(report, "10471万元"))
    expect(report.page.locator(".find.now")).to_contain_text("本年支出总额10471万元")


def _inside(report: ReportPage, words: str) -> Position:
    """Where in the text some underlined words are drawn."""
    word = report.page.locator(".under .w", has_text=words)
    word.scroll_into_view_if_needed()
    at, around = word.bounding_box(), report.area.bounding_box()
    assert at is not None
    assert around is not None
    return {"x": at["x"] - around["x"] + at["width"] / 2, "y": at["y"] - around["y"] + at["height"] / 2}


def test_f8_goes_from_problem_to_problem(enter: Enter, bureau: Bureau) -> None:
    bureau.write(f"{WRONG}\n{DOUBTFUL}\n{WRONG}")
    report = ReportPage(enter(bureau.clerk).new_page(), bureau).open()
    report.caret(WRONG, after=0)
    chosen = []
    for key in ("F8", "F8", "F8", "F8", "Shift+F8"):
        report.page.keyboard.press(key)
        chosen.append(report.chosen())
    assert (chosen[0], chosen[2], chosen[3], chosen[4]) == ("50人", "50人", "50人", "50人")
    assert chosen[1] in DOUBTFUL


def test_what_is_typed_is_saved_and_checked(report: ReportPage, bureau: Bureau) -> None:
    report.area.click()
    report.page.keyboard.insert_text(WRONG)
    expect(report.entry("V01")).to_contain_text("1000 − 900 = 100人")
    report.saved()
    expect(report.page.locator("#saved")).to_contain_text("已自动保存")
    expect(report.page.locator("#characters")).to_have_text(str(len(WRONG)))
    assert (report.underlined("err"), bureau.text) == (["50人"], WRONG)
    report.page.keyboard.press("Control+Home")
    report.page.keyboard.insert_text("前言。\n")
    expect(report.page.locator(".under div")).to_have_count(2)
    assert report.underlined("err") == ["50人"]
    report.area.fill(RIGHT)
    expect(report.page.locator("[data-entry=none]")).to_contain_text("没有发现问题")
    assert report.underlined("err") == []


def test_only_the_line_that_changes_is_drawn_anew(enter: Enter, bureau: Bureau) -> None:
    bureau.write("\n".join([*published().split("\n"), *["一段。"] * 3000]))
    report = ReportPage(enter(bureau.clerk).new_page(), bureau).open()
    lines = report.page.locator(".under div")
    lines.evaluate_all("lines => lines.forEach((line) => (line.kept = true))")
    report.caret("2020年社会保险基金收入累计总额为", after=5)
    report.page.keyboard.type("度")
    report.saved()
    kept = "lines => lines.filter((line) => !line.kept).map((line) => line.textContent.slice(0, 6))"
    assert lines.evaluate_all(kept) == ["2020年度"]
    heights = "[document.querySelector('#narrative-text').scrollHeight, document.querySelector('.under').offsetHeight]"
    text, under = report.page.evaluate(heights)
    assert text == under


def test_a_pasted_report_of_the_longest_kind_is_saved(report: ReportPage, bureau: Bureau) -> None:
    report.put((published() + "\n") * 60, most=200_000)
    report.saved()
    assert len(bureau.text) == 200_000
    report.page.keyboard.press("Control+Home")
    report.page.keyboard.type("附")
    expect(report.page.locator(".find[data-refused]")).to_contain_text("最多 200000 个字，现在有 200001 个")
    assert report.area.input_value()[:3] == "附附件"


def test_two_clerks_in_different_paragraphs_both_save(report: ReportPage, other: ReportPage, bureau: Bureau) -> None:
    report.area.fill("一、收入\n\n二、支出\n")
    report.saved()
    other.open()
    other.caret("二、支出", after=4)
    other.page.keyboard.type("增加")
    other.saved()
    report.caret("一、收入", after=4)
    report.page.keyboard.type("平稳")
    report.saved()
    assert bureau.text == "一、收入平稳\n\n二、支出增加\n"
    expect(report.page.locator("#notice")).to_contain_text(f"{bureau.colleague.full_name}刚改了别的段落")
    assert report.area.evaluate("area => area.selectionStart") == len("一、收入平稳")


@pytest.mark.parametrize(
    ("button", "stored", "shown"),
    [("用我的", "我的话", "我的话"), ("用对方的", "对方的话", "对方的话"), ("再改", "对方的话", "我的话")],
)
def test_two_clerks_in_one_paragraph_choose(
    report: ReportPage, other: ReportPage, bureau: Bureau, button: str, stored: str, shown: str
) -> None:
    other.area.fill("对方的话")
    other.saved()
    report.area.fill("我的话")
    dialog = report.page.locator("#dlg-conflict")
    expect(dialog.locator("[data-slot=theirs]")).to_have_text("对方的话")
    expect(dialog.locator("[data-slot=mine]")).to_have_text("我的话")
    expect(dialog).to_contain_text(bureau.colleague.full_name)
    picture(report.page, "report-conflict")
    axe(report.page)
    dialog.get_by_role("button", name=button).click()
    if button == "再改":
        expect(report.page.locator("#theirs textarea")).to_have_value("对方的话")
        axe(report.page)
    else:
        report.saved()
    assert (bureau.text, report.area.input_value()) == (stored, shown)
    if button == "再改":
        report.area.fill("合起来的话")
        report.saved()


def test_a_broken_connection_is_said_and_mended(report: ReportPage, bureau: Bureau) -> None:
    report.page.context.set_offline(True)
    report.area.fill(WRONG)
    expect(report.page.locator("#saved")).to_contain_text("网络中断，已存在本机，恢复后自动上传")
    assert report.kept() == {"text": {"value": WRONG, "was": "0"}}
    report.page.context.set_offline(False)
    report.saved()
    assert bureau.text == WRONG


def test_what_was_not_saved_comes_back_with_the_page(report: ReportPage, bureau: Bureau) -> None:
    report.keep(WRONG, 0)
    report.open()
    expect(report.page.locator("#notice")).to_contain_text("已恢复，正在保存")
    report.saved()
    assert bureau.text == WRONG


def test_a_kept_text_asks_where_somebody_else_was_faster(report: ReportPage, bureau: Bureau) -> None:
    bureau.write("对方的话", by=bureau.colleague)
    report.keep("我的话", 0)
    report.open()
    expect(report.page.locator("#dlg-conflict [data-slot=theirs]")).to_have_text("对方的话")
    report.page.get_by_role("button", name="用我的").click()
    report.saved()
    assert bureau.text == "我的话"


def test_an_ended_session_is_taken_up_again_over_the_report(report: ReportPage, bureau: Bureau) -> None:
    Session.objects.all().delete()
    report.area.fill(WRONG)
    dialog = report.page.locator("#dlg-session")
    expect(dialog).to_contain_text("登录已结束")
    axe(report.page)
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录并继续").click()
    expect(dialog).to_be_hidden()
    report.saved()
    assert bureau.text == WRONG


def test_a_report_that_was_sent_meanwhile_keeps_the_text(report: ReportPage, bureau: Bureau) -> None:
    for obligation in bureau.cycle.obligations.all():
        make_draft(obligation, bureau.clerk)
    Filing.objects.update(state=State.PENDING_HEAD)
    report.area.fill("来晚了的话")
    dialog = report.page.locator("#dlg-closed")
    expect(dialog).to_contain_text("报告随表送审")
    expect(dialog.locator("textarea")).to_have_value("来晚了的话")
    axe(report.page)
    report.page.on("dialog", lambda dialog: dialog.accept())
    report.page.goto(bureau.address)
    expect(report.page.locator("#kept textarea")).to_have_value("来晚了的话")
    axe(report.page)


def test_characters_that_no_text_can_hold_are_taken_out_and_said(report: ReportPage, bureau: Bureau) -> None:
    report.area.fill("甲\x0c乙\x07丙")
    expect(report.page.locator("#notice")).to_contain_text("已去掉 1 个看不见的字符，已把 1 个特殊符号换成通用写法。")
    report.saved()
    expect(report.area).to_have_value("甲\n乙丙")
    assert bureau.text == "甲\n乙丙"
    axe(report.page)


def test_what_cannot_be_printed_is_taken_out_with_one_click(report: ReportPage, bureau: Bureau) -> None:
    report.area.fill("甲😀乙\n丙😀丁")
    entry = report.entry("V00")
    expect(entry).to_contain_text("“😀”（U+1F600）没有字形，打印不出")
    expect(entry.locator("[data-jump]")).to_have_count(2)
    axe(report.page)
    entry.get_by_role("button", name="全部删去").click()
    report.saved()
    assert bureau.text == "甲乙\n丙丁"
    expect(entry).to_have_count(0)


def test_a_warning_is_explained_in_the_panel(report: ReportPage, bureau: Bureau) -> None:
    report.area.fill(DOUBTFUL)
    entry = report.entry("V10")
    entry.get_by_label("说明理由").fill("同上")
    report.page.keyboard.press("Tab")
    expect(entry.locator(".problem")).to_contain_text("“同上”没有说明原因")
    picture(report.page, "report-explain")
    axe(report.page)
    entry.get_by_label("说明理由").fill("年中追加了预算。")
    report.page.keyboard.press("Tab")
    expect(report.page.locator(".count .warn-c")).to_contain_text("需说明 0 项")
    report.saved()
    assert NarrativeExplanation.objects.get().text == "年中追加了预算。"
    assert report.underlined("told") != []


def test_a_report_is_read_where_it_is_not_written(enter: Enter, bureau: Bureau) -> None:
    bureau.write(published())
    page = enter(bureau.head).new_page()
    page.goto(bureau.address)
    picture(page, "report-read")
    axe(page)
    page.locator(".w.err", has_text="1573人").click()
    expect(page.locator(".find:target")).to_contain_text("完成 1573人")
    page.locator(".find:target .chip").click()
    expect(page.locator(".w:target")).to_have_text("1573人")


def test_a_version_is_read_with_what_its_filing_keeps(enter: Enter, bureau: Bureau) -> None:
    bureau.write(published())
    filing = loaded(make_draft(bureau.cycle.obligations.order_by("pk")[0], bureau.clerk))
    with transaction.atomic():
        snapshot = take_snapshot(filing=filing, facts=facts_of(filing), version=1, actor=bureau.head, at=NOW)
    assert snapshot.narrative is not None
    page = enter(bureau.head).new_page()
    page.goto(f"/narratives/{snapshot.narrative.pk}/")
    picture(page, "report-version")
    axe(page)
    page.locator(".find .chip", has_text="1573人").last.click()
    expect(page.locator(".w:target")).to_have_text("1573人")
