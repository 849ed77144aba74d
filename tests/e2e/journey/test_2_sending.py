"""The paper goes from the clerk to the head, and from the head to the prefecture (step 5)."""

from playwright.sync_api import expect

from portal.accounts.demo import PASSWORD
from tests.e2e.journey.cast import BUREAU, CLERK, FUND, HEAD, RETURNED_FUND
from tests.e2e.journey.people import Company, Person, printed


def test_a_draft_is_previewed_and_printed_at_any_time(company: Company) -> None:
    clerk = company[CLERK]
    clerk.enter(clerk.page.get_by_role("button", name="打印样式"))
    text = printed(clerk.downloads(clerk.page.get_by_role("link", name="下载 PDF")))
    expect(clerk.page.get_by_role("img", name=".pdf，第 1 页")).to_be_visible()
    clerk.look("draft-ready")
    clerk.enter(clerk.page.get_by_role("link", name="查看本表"))
    expect(clerk.page.get_by_role("heading", level=1)).to_contain_text(FUND)
    assert "草稿" in text
    assert "两次专项抽查" not in text
    assert all(words in text for words in (BUREAU, FUND, "31700人", "101%", "98.6%"))


def test_the_head_hands_it_back_with_a_reason(company: Company) -> None:
    _send(company[CLERK])
    head = company[HEAD]
    head.page.reload()
    head.look("tasks-head")
    head.enter(head.task(FUND).get_by_role("link", name="审核并报送"))
    for value in ("31700人", "98.6%", "50、6.17", "两次专项抽查分别统计，口径不同。", "已增设窗口"):
        expect(head.page.locator("main")).to_contain_text(value)
    expect(head.page.locator(".kv")).to_contain_text("古丽米热·图尔迪")
    expect(head.page.get_by_role("textbox")).to_have_count(2)
    head.look("check")
    head.enter(head.page.get_by_role("button", name="退回经办人"))
    expect(head.page.locator(".summary")).to_contain_text("请写明理由。")
    head.look("check-no-reason")
    head.field("理由").fill("请核对参保人数。")
    head.page.get_by_role("button", name="退回经办人").click()
    head.told("已退回经办人。")
    clerk = company[CLERK]
    clerk.section("我的任务")
    expect(clerk.task(FUND)).to_contain_text("填报中")
    clerk.enter(clerk.task(FUND).get_by_role("link", name="继续填报"))
    expect(clerk.page.locator("main")).to_contain_text("请核对参保人数。")
    clerk.look("form-handed-back")


def test_the_head_submits_with_the_password(company: Company) -> None:
    _send(company[CLERK])
    head = company[HEAD]
    head.section("我的任务")
    head.page.reload()
    head.task(FUND).get_by_role("link", name="审核并报送").click()
    head.field("登录密码").fill("not-my-password")
    head.press("Enter")
    expect(head.page.locator(".summary")).to_contain_text("密码不对，本表没有报送。")
    head.look("check-wrong-password")
    _submit(head)


def test_afterwards_the_unit_only_reads_it(company: Company) -> None:
    clerk = company[CLERK]
    clerk.section("我的任务")
    clerk.enter(clerk.task(FUND).get_by_role("link", name="查看"))
    expect(clerk.page.locator(".bar")).to_contain_text("已报送")
    expect(clerk.page.locator("table.sheet input, table.sheet textarea")).to_have_count(0)
    clerk.look("filing")
    clerk.page.goto(f"{clerk.page.url}edit/")
    expect(clerk.page.locator("main")).to_contain_text("本表现在不能修改：已送审或已报送。")
    clerk.look("form-closed")


def test_until_it_is_taken_up_the_head_may_withdraw_it(company: Company) -> None:
    head = company[HEAD]
    head.task(FUND).get_by_role("link", name="查看").click()
    head.page.get_by_role("button", name="撤回").click()
    dialog = head.page.get_by_role("dialog")
    expect(dialog).to_contain_text("需要重新送审和报送")
    head.look("withdraw")
    dialog.get_by_role("button", name="撤回", exact=True).click()
    head.told("已撤回，可以继续修改。")
    _send(company[CLERK])
    head.page.reload()
    head.task(FUND).get_by_role("link", name="审核并报送").click()
    _submit(head)


def test_another_paper_that_waited_is_submitted_too(company: Company) -> None:
    head = company[HEAD]
    head.task(RETURNED_FUND).get_by_role("link", name="审核并报送").click()
    _submit(head)


def _send(clerk: Person) -> None:
    """From the list of tasks over the form and the check page to the head, by keyboard."""
    clerk.section("我的任务")
    clerk.enter(clerk.task(FUND).get_by_role("link", name="继续填报"))
    clerk.form()
    clerk.enter(clerk.page.get_by_role("button", name="检查并送审"))
    clerk.page.wait_for_url("**/check/")
    expect(clerk.page.locator("#gate")).to_have_text("检查无误，可以送出。")
    clerk.enter(clerk.page.get_by_role("button", name="送审"))
    clerk.told("已送审，等待单位负责人报送。")


def _submit(head: Person) -> None:
    head.field("登录密码").fill(PASSWORD)
    head.page.get_by_role("button", name="报送地区财政局").click()
    head.told("已报送地区财政局。审核员受理之前可以撤回。")
