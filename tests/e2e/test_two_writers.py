"""Two write one thing at once: whoever comes second sees both and chooses, and what was typed stays in its box."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from assessments.domain.workflow import State
from assessments.models import Filing, Mark, NarrativeExplanation, NarrativeReport
from assessments.services.marks import answer_mark
from assessments.services.narratives import explain_in_narrative
from assessments.services.squares import Change, save_squares
from reviews.domain.rubric import Part
from reviews.services.scores import GivenScore, score_part
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Form
from tests.e2e.edit_scene import make_bureau as make_form_bureau
from tests.e2e.looks import axe, picture
from tests.e2e.report_scene import ReportPage, make_bureau
from tests.factories.assessments import NOW
from tests.factories.reviews import Court

pytestmark = pytest.mark.django_db(transaction=True)

DOUBTFUL = "2020年基金支出预算执行率目标95%至105%。全年支出完成预算的106.71%，达到了预期目标。"
MINE, THEIRS, AGAIN = "年中追加了预算。", "待遇标准上调。", "待遇标准上调，见批复。"


def told(page: Page, mine: str, theirs: str, by: str) -> None:
    """The dialog shows both, and says whose the other is."""
    dialog = page.locator("#dlg-conflict")
    expect(dialog.locator("[data-slot=mine]")).to_have_text(mine)
    expect(dialog.locator("[data-slot=theirs]")).to_have_text(theirs)
    expect(dialog.locator("[data-slot=by]")).to_have_text(by)


def test_an_explanation_in_the_report(enter: Enter) -> None:
    bureau = make_bureau()
    bureau.write(DOUBTFUL)
    page = ReportPage(enter(bureau.clerk).new_page(), bureau).open().page
    box = page.get_by_label("说明理由")
    rule, anchor = (box.get_attribute("name") or "").split(":")[1:]

    def colleague_says(text: str) -> None:
        report = NarrativeReport.objects.get()
        explain_in_narrative(report=report, rule=rule, anchor=anchor, text=text, actor=bureau.colleague, at=NOW)

    colleague_says(THEIRS)
    box.fill(MINE)
    page.keyboard.press("Tab")
    told(page, MINE, THEIRS, bureau.colleague.full_name)
    expect(page.locator("#dlg-conflict h2")).to_contain_text("这条说明刚被")
    expect(page.get_by_role("button", name="再改")).to_be_focused()
    picture(page, "report-explanation-conflict")
    axe(page)
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value(MINE)
    expect(page.locator(".find .problem")).to_contain_text(f"刚写了“{THEIRS}”，没有保存")
    expect(page.locator("#saved")).to_contain_text("还有 1 处没有保存")
    page.keyboard.press("End")
    page.keyboard.type("另见批复。")
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    assert NarrativeExplanation.objects.get().text == f"{MINE}另见批复。"
    colleague_says(AGAIN)
    box.fill("不再说明。")
    page.keyboard.press("Tab")
    told(page, "不再说明。", AGAIN, bureau.colleague.full_name)
    page.get_by_role("button", name="用对方的").click()
    expect(box).to_have_value(AGAIN)
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    assert NarrativeExplanation.objects.get().text == AGAIN


def test_an_answer_to_a_mark(enter: Enter) -> None:
    bureau = make_form_bureau()
    Filing.objects.update(state=State.RETURNED, version=1)
    key = bureau.key(1, "actual")
    sent = {"reason": "请核对。", "version": 1, "author": bureau.head, "at": NOW, "sent_at": NOW}
    mark = Mark.objects.create(filing=bureau.filing, key=key, **sent)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    page = form.page
    answer_mark(mark=mark, kind="corrected", text="", actor=bureau.colleague, at=NOW)
    form.press("F8", "Alt+m")
    thread = page.locator("[data-thread]")
    thread.get_by_label("说明情况").check()
    thread.get_by_role("textbox").fill(MINE)
    thread.get_by_role("button", name="答复", exact=True).click()
    told(page, f"说明情况 {MINE}", "已改正", bureau.colleague.full_name)
    picture(page, "edit-answer-conflict")
    axe(page)
    page.get_by_role("button", name="再改").click()
    expect(thread.get_by_role("textbox")).to_have_value(MINE)
    expect(thread.get_by_label("说明情况")).to_be_checked()
    expect(thread).to_contain_text(bureau.colleague.full_name)
    assert Mark.objects.get().answer_kind == "corrected"
    thread.get_by_role("button", name="修改答复").click()
    expect(thread).to_contain_text(bureau.clerk.full_name)
    assert (Mark.objects.get().answer_kind, Mark.objects.get().answer) == ("explained", MINE)


def test_a_row_that_is_removed(enter: Enter) -> None:
    bureau = make_form_bureau()
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    key = bureau.key(3, "target")
    change = Change(key, "96%", bureau.value(key))
    save_squares(filing_id=bureau.filing.pk, changes=[change], actor=bureau.colleague, at=NOW)
    form.input(bureau.key(3, "actual")).click()
    form.press("Alt+Delete")
    said = f"第 3 行刚被{bureau.colleague.full_name}改为“96%”，没有删除"
    expect(form.page.locator("#notice")).to_contain_text(said)
    expect(form.input(key)).to_have_value("96%")
    assert len(bureau.names()) == 3
    form.press("Alt+Delete")
    expect(form.page.locator("#undo-row")).to_contain_text("已删除第 3 行")
    assert len(bureau.names()) == 2


def test_a_score(enter: Enter) -> None:
    court = Court()
    review = court.in_review()
    page = enter(court.reviewer).new_page()
    page.goto(f"/reviews/filings/{review.filing_id}/")

    def on_the_other_page(points: str, reason: str) -> None:
        given = GivenScore(Decimal(points), reason)
        score_part(review=review, part=Part.BUDGET_EXECUTION, given=given, actor=court.reviewer, at=NOW)

    points, part = page.get_by_label("预算执行情况得分"), page.locator("[data-part=budget_execution]")
    on_the_other_page("25", THEIRS)
    points.fill("27")
    told(page, "27 分", f"25 分\n{THEIRS}", "您自己在另一页")
    picture(page, "score-conflict")
    axe(page)
    page.get_by_role("button", name="再改").click()
    expect(points).to_be_focused()
    expect(points).to_have_value("27")
    expect(part.locator("[data-slot=problem]")).to_contain_text(f"刚改为“25 分 {THEIRS}”，没有保存")
    part.locator("textarea").fill(MINE)
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    score = review.scores.get(part=Part.BUDGET_EXECUTION.value)
    assert (score.points, score.reason) == (Decimal(27), MINE)
    on_the_other_page("20", AGAIN)
    points.fill("26")
    page.get_by_role("button", name="用另一页的").click()
    expect(points).to_have_value("20")
    expect(part.locator("textarea")).to_have_value(AGAIN)
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    page.get_by_label("绩效目标完成情况得分").fill("30")
    expect(page.locator("[data-part=goal_completion] [data-slot=stand]")).to_contain_text("采纳")
    page.get_by_role("button", name="提交评分").click()
    expect(page.locator("[data-part=timeliness] .problem")).to_contain_text("请给出得分")
    expect(page.locator("[data-part=budget_execution] .problem")).to_be_hidden()
    on_the_other_page("15", MINE)
    page.get_by_role("button", name="提交评分").click()
    expect(part.locator("[data-slot=problem]")).to_contain_text("刚改为“15 分")
    expect(points).to_have_value("20")
    expect(page.locator("#saved")).to_contain_text("还有 1 处没有保存")
    points.fill("21")
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    assert review.scores.get(part=Part.BUDGET_EXECUTION.value).points == Decimal(21)
