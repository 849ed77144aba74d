"""The reviewer composes the 监控审核表, the office head refuses it once and then signs it (step 7)."""

import re
import time

from playwright.sync_api import Locator, expect

from portal.accounts.demo import PASSWORD
from tests.e2e.journey.cast import BUREAU, CLERK, COUNTY, CYCLE, FUND, LEADER, LEADER_NAME, REVIEWER
from tests.e2e.journey.people import Company, Person, printed
from tests.e2e.patience import PATIENCE


def test_the_reviewer_composes_a_sheet_of_all_scored_papers(company: Company) -> None:
    reviewer = company[REVIEWER]
    reviewer.section("审核表")
    reviewer.look("sheets")
    reviewer.field("批次").select_option(label=CYCLE)
    reviewer.field("县或全地区").select_option(label=COUNTY)
    reviewer.page.get_by_role("button", name="编制审核表").click()
    table = reviewer.page.locator("table.sheet tbody")
    expect(table.locator("tr")).to_have_count(3)
    expect(table.locator("tr", has_text="12000")).to_contain_text("96")
    reviewer.look("sheet-draft")
    reviewer.page.get_by_role("button", name="送处室领导签发").click()
    reviewer.told("请先在“表头和表尾”里填写并保存：业务处室")
    reviewer.field("业务处室").fill("社会保障科")
    reviewer.page.get_by_role("button", name="保存表头").click()
    reviewer.told("已保存表头。")
    reviewer.page.get_by_role("button", name="送处室领导签发").click()
    reviewer.told("已送处室领导签发。")
    reviewer.look("sheet-sent")


def test_the_office_head_refuses_with_a_reason(company: Company) -> None:
    leader = company[LEADER]
    leader.section("审核表")
    leader.look("sheets-leader")
    with leader.page.expect_navigation():
        leader.row(COUNTY, CYCLE).get_by_role("link", name="打开").click()
    leader.look("sheet-to-sign")
    leader.page.get_by_role("button", name="退回编制人").click()
    dialog = leader.page.get_by_role("dialog")
    dialog.get_by_label("理由").fill("满意度一项加分理由不足，请复核。")
    dialog.get_by_label(FUND).check()
    leader.look("sheet-refuse")
    dialog.get_by_role("button", name="退回编制人").click()
    leader.told("已退回编制人。")


def test_the_reviewer_judges_the_named_paper_again(company: Company) -> None:
    reviewer = company[REVIEWER]
    reviewer.page.reload()
    expect(reviewer.page.locator("main")).to_contain_text("满意度一项加分理由不足，请复核。")
    reviewer.look("sheet-refused")
    sheet = reviewer.page.url
    reviewer.section("待审核")
    reviewer.page.locator(".seg").get_by_role("link", name="我在审").click()
    reviewer.row(COUNTY, FUND).get_by_role("link", name="继续评分").click()
    reviewer.page.locator("#points-deviation_response").fill("26")
    expect(reviewer.page.locator("[data-slot=total]")).to_have_text("95")
    reviewer.page.get_by_role("button", name="提交评分").click()
    reviewer.told("已提交评分，可以编入审核表。")
    reviewer.page.goto(sheet)
    reviewer.page.get_by_role("button", name="按最新评分更新").click()
    expect(reviewer.page.locator("table.sheet tbody tr", has_text="12000")).to_contain_text("95")
    reviewer.page.get_by_role("button", name="送处室领导签发").click()
    reviewer.told("已送处室领导签发。")


def test_the_office_head_signs_with_the_password(company: Company) -> None:
    leader = company[LEADER]
    leader.page.reload()
    leader.field("登录密码").fill("not-my-password")
    leader.page.get_by_role("button", name="签发审核表").click()
    expect(leader.page.locator("main")).to_contain_text("密码不对，没有签发。")
    leader.look("sheet-wrong-password")
    leader.field("登录密码").fill(PASSWORD)
    leader.page.get_by_role("button", name="签发审核表").click()
    leader.told("已签发，表上各项已办结。")
    link = leader.page.get_by_role("link", name=re.compile("^下载 .*已签章$"))
    _reload_until(leader, link)
    text = printed(leader.downloads(link))
    leader.look("sheet-signed")
    assert all(words in text for words in ("社会保障科", LEADER_NAME, "12000", "95"))
    assert "未签章" not in text


def test_each_paper_of_the_sheet_bears_both_seals(company: Company) -> None:
    leader = company[LEADER]
    leader.section("文件")
    papers = leader.row(f"{COUNTY}_{FUND}", "两级已签章")
    _reload_until(leader, papers)
    leader.enter(papers.first.get_by_role("rowheader").get_by_role("link"))
    main = leader.page.locator("main")
    expect(main.get_by_role("heading", name="文件真实，用印后未被改动")).to_be_visible()
    expect(main.locator(".steps")).to_contain_text("归档")
    for unit in (BUREAU, "喀什地区财政局"):
        expect(main.get_by_role("row", name=unit).first).to_contain_text("有效")
    leader.look("document-archived")


def test_the_county_sees_the_end_and_the_scores(company: Company) -> None:
    clerk = company[CLERK]
    clerk.section("我的任务")
    clerk.page.reload()
    task = clerk.task(FUND).filter(has_text="已办结")
    expect(task).to_have_count(1)
    expect(clerk.page.locator("main")).not_to_contain_text("加分理由不足")
    clerk.look("tasks-concluded")
    clerk.enter(task.get_by_role("link", name="查看"))
    clerk.enter(clerk.page.get_by_role("link", name="审核评分"))
    panel = clerk.page.get_by_role("complementary", name="评分")
    expect(panel).to_contain_text("整改措施具体，已见成效。")
    expect(panel.locator("[data-slot=total]")).to_have_text("95")
    expect(panel.locator("input")).to_have_count(0)
    clerk.look("scores")


def _reload_until(person: Person, there: Locator) -> None:
    """Looks again until workers have made what is waited for."""
    until = time.monotonic() + PATIENCE / 1000
    while not there.count() and time.monotonic() < until:
        person.page.wait_for_timeout(500)
        person.page.reload()
    expect(there.first).to_be_visible()
