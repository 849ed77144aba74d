"""A target table in a browser: filled in by a clerk, approved by the office head, reopened by the admin."""

import pytest
from playwright.sync_api import expect

from assessments.domain.funds import Fund
from assessments.queries import facts_of
from portal.accounts.roles import Role
from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.e2e.open_form import OpenForm
from tests.factories.assessments import loaded
from tests.factories.targets import Office

PASSWORD = "correct-horse-battery"


@pytest.fixture
def office(transactional_db: None) -> Office:
    office = Office()
    for person in office.people.values():
        person.set_password(PASSWORD)
        person.save()
    return office


def test_a_table_is_filled_in_sent_and_approved(enter: Enter, office: Office) -> None:
    filing = office.draft(Fund.EMPLOYEE_MEDICAL)
    page = enter(office.person(Role.CLERK)).new_page()
    page.goto(f"/filings/{filing.pk}/edit/")
    form = OpenForm(page)
    form.wait()
    expect(form.reading("income_budget")).to_have_text("29.12 亿元")
    expect(form.reading("provincial_departments")).to_have_text("名称重复")
    axe(page)
    picture(page, "target-table")
    for key, was, text in (
        ("provincial_departments", "医疗保障局医疗保障局", "医疗保障局"),
        ("prefecture_departments", "人力资源和社会保障局", "医疗保障局"),
    ):
        typed = form.input(key)
        typed.fill(typed.input_value().replace(was, text))
        form.press("Tab")
        form.saved()
    form.input("expenditure_budget").fill("二十六")
    form.press("Tab")
    expect(page.locator("#findings [data-refused]")).to_contain_text("支出预算金额")
    form.input("expenditure_budget").fill("26.00")
    form.press("Tab")
    form.saved()
    page.get_by_role("button", name="检查并送审").click()
    page.get_by_role("button", name="送审").click()
    expect(page.locator(".messages")).to_contain_text("等待处室领导审定")
    assert facts_of(loaded(filing)).value("expenditure_budget") == "26.00"

    desk = enter(office.person(Role.OFFICE_HEAD)).new_page()
    desk.goto("/tasks/")
    desk.get_by_role("link", name="审核并审定").click()
    axe(desk)
    desk.get_by_label("登录密码").fill(PASSWORD)
    picture(desk, "target-table-approval")
    desk.get_by_role("button", name="审定并用印").click()
    expect(desk.locator(".messages")).to_contain_text("已审定，正在用印。")
    expect(desk.get_by_text("已办结").first).to_be_visible()

    admin = enter(office.person(Role.BUSINESS_ADMIN)).new_page()
    admin.goto(f"/filings/{filing.pk}/")
    expect(admin.get_by_role("link", name="审核评分")).to_have_count(0)
    admin.get_by_role("link", name="重新办理").click()
    axe(admin)
    admin.get_by_label("理由").fill("预算调整后重新设定目标。")
    admin.get_by_role("button", name="重新办理").click()
    expect(admin.locator("#reopen ~ form, section[aria-labelledby=reopen]")).to_contain_text("密码")
    admin.get_by_label("登录密码").fill(PASSWORD)
    admin.get_by_role("button", name="重新办理").click()
    expect(admin.locator(".messages")).to_contain_text("已重新办理，可以继续修改。")
