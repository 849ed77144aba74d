"""The business admin keeps accounts, units and cycles, and exports the papers (step 8)."""

import csv
import io
import re
import zipfile
from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e.journey.cast import (
    ADMIN,
    BUREAU,
    COUNTY,
    CYCLE,
    FUND,
    NEW_PASSWORD,
    NEWCOMER,
    RECEIVED_FUND,
    RETURNED_FUND,
    TODAY,
    working_day_in,
)
from tests.e2e.journey.people import Company, Person, printed


def test_an_account_is_disabled_and_enabled(company: Company) -> None:
    admin, newcomer = company[ADMIN], company[NEWCOMER]
    _open_account(admin)
    admin.page.get_by_role("button", name="停用用户").click()
    admin.look("user-disable")
    admin.page.get_by_role("dialog").get_by_role("button", name="停用用户").click()
    admin.told("已停用马晓梅，登录已结束。")
    newcomer.page.goto("/tasks/")
    newcomer.page.wait_for_url("**/login/**")
    newcomer.sign_in(NEWCOMER, NEW_PASSWORD)
    expect(newcomer.page.locator(".summary")).to_contain_text("登录名或密码不对")
    newcomer.look("login-refused")
    admin.page.get_by_role("button", name="启用用户").click()
    admin.told("已启用马晓梅。")
    newcomer.sign_in(NEWCOMER, NEW_PASSWORD)
    expect(newcomer.page.get_by_role("heading", name="我的任务")).to_be_visible()
    newcomer.sign_out()


def test_an_account_is_locked_by_wrong_passwords_and_unlocked(company: Company) -> None:
    admin, newcomer = company[ADMIN], company[NEWCOMER]
    for _ in range(5):
        newcomer.sign_in(NEWCOMER, "not-my-password")
    newcomer.sign_in(NEWCOMER, NEW_PASSWORD)
    expect(newcomer.page.get_by_role("heading", level=1)).to_contain_text("操作太频繁")
    newcomer.look("login-locked")
    admin.page.reload()
    expect(admin.page.locator(".kv")).to_contain_text("已锁定")
    admin.look("user-locked")
    admin.page.get_by_role("button", name="解除锁定").click()
    admin.told("已解除马晓梅的锁定。")
    newcomer.sign_in(NEWCOMER, NEW_PASSWORD)
    expect(newcomer.page.get_by_role("heading", name="我的任务")).to_be_visible()


def test_a_unit_gets_another_name(company: Company) -> None:
    admin = company[ADMIN]
    admin.section("单位")
    admin.look("units")
    with admin.page.expect_navigation():
        admin.page.get_by_role("link", name=BUREAU).click()
    admin.look("unit")
    admin.field("简称").fill("巴楚县医保局（本级）")
    admin.page.get_by_role("button", name="保存名称").click()
    expect(admin.page.locator("#messages .ok")).to_be_visible()
    newcomer = company[NEWCOMER]
    newcomer.page.reload()
    expect(newcomer.page.locator("summary.who")).to_contain_text("巴楚县医保局（本级）")


def test_a_cycle_is_opened_and_assigned(company: Company) -> None:
    admin, newcomer = company[ADMIN], company[NEWCOMER]
    year = TODAY.year - 1
    admin.section("批次")
    admin.look("cycles")
    admin.page.get_by_role("link", name="新建批次").click()
    admin.field("种类").select_option(label="监控情况表")
    admin.field("年度").fill(str(year))
    admin.field("监控月份").fill("9")
    admin.field("表式").select_option("monitoring-2020")
    admin.field("开放日期").fill(TODAY.isoformat())
    admin.field("截止日期").fill((TODAY - timedelta(days=1)).isoformat())
    admin.page.get_by_role("button", name="保存批次").click()
    expect(admin.page.locator(".summary")).to_contain_text("截止日期不能早于开放日期。")
    admin.look("cycle-refused")
    admin.field("截止日期").fill(working_day_in(20).isoformat())
    admin.page.get_by_role("button", name="保存批次").click()
    admin.told("已建立批次，请指定填报单位和险种。")
    admin.row(BUREAU).get_by_role("checkbox").first.check()
    admin.page.get_by_role("button", name="保存勾选").click()
    admin.told("已保存，共 1 张表。")
    newcomer.section("我的任务")
    expect(newcomer.page.locator("main")).not_to_contain_text(f"{year}年1–9月绩效监控")
    admin.page.get_by_role("button", name="下发批次").click()
    admin.page.get_by_role("dialog").get_by_role("button", name="下发批次").click()
    admin.told("已下发，填报单位现在可以看到任务。")
    admin.look("cycle")
    newcomer.page.reload()
    expect(newcomer.page.locator("main")).to_contain_text(f"{year}年1–9月绩效监控")


def test_one_unit_gets_more_time_with_a_reason(company: Company) -> None:
    admin, newcomer = company[ADMIN], company[NEWCOMER]
    day = working_day_in(25)
    admin.row(BUREAU).get_by_role("link", name="调整期限").click()
    admin.field("新的截止日期").fill(day.isoformat())
    admin.page.get_by_role("button", name="调整截止日期").click()
    expect(admin.page.locator(".summary")).to_contain_text("请写明调整期限的理由。")
    admin.look("extend")
    admin.field("理由").fill("系统迁移，数据晚到。")
    admin.page.get_by_role("button", name="调整截止日期").click()
    admin.told("已调整截止日期。")
    newcomer.page.reload()
    expect(newcomer.page.locator("main")).to_contain_text(f"延期至 {day.month}月{day.day}日")


def test_a_whole_cycle_is_exported_as_a_zip(company: Company) -> None:
    admin = company[ADMIN]
    admin.section("导出")
    admin.field("批次").select_option(label=CYCLE)
    admin.page.get_by_role("button", name="导出 ZIP").click()
    content = admin.downloads(admin.page.get_by_role("link", name="下载导出包"))
    admin.look("exports")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if name.endswith(".pdf")]
        papers = {name: printed(archive.read(name)) for name in names}
        listed = list(csv.reader(io.StringIO(archive.read("清单.csv").decode("utf-8-sig"))))
    assert [row[1] for row in listed[1:]] == names
    assert len([name for name in names if name.startswith(f"{COUNTY}/")]) == 4
    for fund in (FUND, RETURNED_FUND, RECEIVED_FUND):
        assert any(fund in name for name in names)
    assert any(re.search(r"审核表.*\.pdf$", name) for name in names)
    assert [name for name, text in papers.items() if "未签章" in text or "草稿" in text] == []
    assert [row[listed[0].index("状态")] for row in listed[1:]].count("两级已签章") == 3


def _open_account(admin: Person) -> None:
    admin.section("用户")
    admin.field("姓名或登录名").fill(NEWCOMER)
    with admin.page.expect_navigation():
        admin.press("Enter")
    admin.look("users-found")
    with admin.page.expect_navigation():
        admin.page.get_by_role("link", name="马晓梅").click()
    admin.look("user")
