"""The reviewer scores one paper, sends another back with a mark, and scores the corrected one (step 6)."""

from playwright.sync_api import Locator, expect

from portal.accounts.demo import PASSWORD
from tests.e2e.journey.cast import BUREAU, CLERK, COUNTY, FUND, HEAD, RECEIVED_FUND, RETURNED_FUND, REVIEWER
from tests.e2e.journey.people import Company, Person, printed

PARTS = ("budget_execution", "goal_completion", "deviation_response", "timeliness")


def test_the_queue_holds_the_counties_papers(company: Company) -> None:
    reviewer = company[REVIEWER]
    for fund in (FUND, RETURNED_FUND, RECEIVED_FUND):
        expect(reviewer.row(COUNTY, fund)).to_have_count(1)
        expect(reviewer.row(COUNTY, fund)).to_contain_text("按时")
    expect(reviewer.page.locator("tbody")).not_to_contain_text("和硕县")
    reviewer.look("queue")


def test_a_paper_is_taken_up_with_proposals_and_their_arithmetic(company: Company) -> None:
    reviewer = company[REVIEWER]
    _take_up(reviewer, FUND)
    expect(reviewer.page.locator("#paper input, #paper textarea")).to_have_count(0)
    proposals = [_part(reviewer, part).locator("[data-slot=proposal]").inner_text() for part in PARTS]
    assert proposals == ["建议 30", "建议 29", "建议 25", "建议 10"]
    expect(_part(reviewer, PARTS[0])).to_contain_text("进度比")
    expect(_part(reviewer, PARTS[1])).to_contain_text("29.81 − 1 × 0.5 = 29.31，建议 29")
    expect(_part(reviewer, PARTS[1])).to_contain_text("定点机构抽查次数")
    expect(_part(reviewer, PARTS[2])).to_contain_text("30 − 5 = 建议 25")
    expect(_part(reviewer, PARTS[2])).to_contain_text("参保人员满意度")
    expect(reviewer.page.locator("#desk")).to_contain_text("异地结算系统升级期间等候较久。")
    reviewer.look("review")


def test_proposals_are_accepted_or_changed_with_a_reason(company: Company) -> None:
    reviewer = company[REVIEWER]
    for part in (PARTS[0], PARTS[1], PARTS[3]):
        _accept(reviewer, part)
    points = reviewer.page.locator(f"#points-{PARTS[2]}")
    points.fill("31")
    expect(_part(reviewer, PARTS[2]).locator(".problem")).to_contain_text("满分 30 分")
    points.fill("27")
    expect(_part(reviewer, PARTS[2])).to_contain_text("比建议高 2 分，请写明理由")
    expect(reviewer.page.locator("[data-slot=total]")).to_have_text("96")
    reviewer.page.get_by_role("button", name="提交评分").click()
    expect(reviewer.page.locator("#messages")).to_contain_text("还不能提交")
    reviewer.look("review-no-reason")
    reviewer.page.locator(f"#reason-{PARTS[2]}").fill("整改措施具体，已见成效。")
    reviewer.page.get_by_role("button", name="提交评分").click()
    reviewer.told("已提交评分，可以编入审核表。")


def test_another_paper_goes_back_with_a_mark_on_its_square(company: Company) -> None:
    reviewer = company[REVIEWER]
    _take_up(reviewer, RETURNED_FUND)
    reviewer.page.locator("td[data-key$='.actual']").first.click()
    reviewer.press("Alt+m")
    expect(reviewer.page.locator("#mark-reason")).to_be_focused()
    reviewer.type("与统计年报的人数不一致，请核对。")
    reviewer.look("mark-new")
    reviewer.page.get_by_role("button", name="加批注").click()
    expect(reviewer.page.locator(".thread.pop")).to_contain_text("与统计年报的人数不一致")
    reviewer.look("mark")
    reviewer.page.get_by_role("button", name="退回修改").click()
    dialog = reviewer.page.locator("#return")
    expect(dialog).to_contain_text("随表发出 1 条批注")
    reviewer.look("return")
    dialog.get_by_role("button", name="退回修改").click()
    reviewer.told("已退回单位修改，批注已一并发出。")


def test_the_clerk_answers_corrects_and_sends_again(company: Company) -> None:
    clerk = company[CLERK]
    clerk.section("我的任务")
    clerk.page.reload()
    task = clerk.task(RETURNED_FUND)
    expect(task).to_contain_text("待答复批注 1 条")
    expect(task).to_contain_text("前答复")
    clerk.look("tasks-returned")
    clerk.enter(task.get_by_role("link", name="答复并修改"))
    form = clerk.form()
    expect(clerk.page.locator("#findings")).to_contain_text("待答复批注 1 条")
    form.press("F8")
    assert form.here == form.key(1, "actual")
    expect(clerk.page.locator("[data-thread]")).to_contain_text("与统计年报的人数不一致")
    clerk.look("form-mark")
    form.type("4400人")
    form.press("Alt+m")
    form.type("已按年报改正。")
    clerk.enter(clerk.page.locator("[data-thread]").get_by_role("button", name="答复", exact=True))
    expect(form.square(form.key(1, "actual"))).to_have_attribute("data-mark", "answered")
    form.saved()
    clerk.enter(clerk.page.get_by_role("button", name="检查并送审"))
    clerk.enter(clerk.page.get_by_role("button", name="送审"))
    clerk.told("已送审，等待单位负责人报送。")
    head = company[HEAD]
    head.page.reload()
    head.task(RETURNED_FUND).get_by_role("link", name="审核并报送").click()
    head.field("登录密码").fill(PASSWORD)
    head.page.get_by_role("button", name="报送地区财政局").click()
    head.told("已报送地区财政局。")


def test_the_reviewer_sees_what_changed_accepts_and_scores(company: Company) -> None:
    reviewer = company[REVIEWER]
    reviewer.section("待审核")
    reviewer.page.reload()
    _take_up(reviewer, RETURNED_FUND)
    changed = reviewer.page.locator("td[data-key$='.actual']").first
    expect(changed).to_contain_text("4400人")
    expect(changed).to_contain_class("is-diff")
    changed.click()
    thread = reviewer.page.locator(".thread.pop")
    expect(thread).to_contain_text("已按年报改正。")
    reviewer.look("review-second-version")
    thread.get_by_role("button", name="接受改正").click()
    expect(reviewer.page.locator(".thread.pop")).to_contain_text("已了结")
    _score_as_proposed(reviewer)


def test_a_third_paper_is_scored_as_proposed(company: Company) -> None:
    reviewer = company[REVIEWER]
    _take_up(reviewer, RECEIVED_FUND)
    _score_as_proposed(reviewer)
    reviewer.look("queue-after")


def test_the_submitted_paper_bears_the_seal_of_its_unit(company: Company) -> None:
    head = company[HEAD]
    head.section("文件")
    head.look("documents")
    head.enter(head.row(f"{COUNTY}_{FUND}", "已签章").first.get_by_role("rowheader").get_by_role("link"))
    main = head.page.locator("main")
    expect(main.get_by_role("heading", name="文件真实，用印后未被改动")).to_be_visible()
    expect(main.get_by_role("row", name=BUREAU)).to_contain_text("有效")
    expect(main.get_by_role("img", name=".pdf，第 1 页")).to_be_visible()
    head.look("document")
    text = printed(head.downloads(main.get_by_role("link", name="下载 PDF").first))
    assert [word for word in ("未签章", "草稿") if word in text] == []
    assert "31700人" in text


def test_a_copy_without_seals_says_so(company: Company) -> None:
    head = company[HEAD]
    head.enter(head.page.get_by_role("link", name="查看本表"))
    expect(head.page.get_by_role("complementary")).to_contain_text("文件真实")
    head.look("filing-sealed")
    head.enter(head.page.get_by_role("button", name="打印样式"))
    text = printed(head.downloads(head.page.get_by_role("link", name="下载 PDF")))
    assert "未签章" in text


def _take_up(reviewer: Person, fund: str) -> None:
    reviewer.row(COUNTY, fund).get_by_role("button", name="受理").click()
    expect(reviewer.page.locator(".bar")).to_contain_text("审核中")
    expect(reviewer.page.locator("html")).to_contain_class("scripted")


def _part(reviewer: Person, part: str) -> Locator:
    return reviewer.page.locator(f"[data-part={part}]")


def _accept(reviewer: Person, part: str) -> None:
    _part(reviewer, part).locator("[data-accept]").click()
    expect(_part(reviewer, part).locator("[data-slot=stand]")).to_have_text("采纳")


def _score_as_proposed(reviewer: Person) -> None:
    for part in PARTS:
        _accept(reviewer, part)
    reviewer.page.get_by_role("button", name="提交评分").click()
    reviewer.told("已提交评分，可以编入审核表。")
