"""Two tabs of one browser: what is typed on one person's page is never another's."""

from playwright.sync_api import expect

from assessments.models import SquareChange
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import PASSWORD, Bureau, Form
from tests.e2e.looks import axe, picture


def base_of(form: Form) -> str:
    """The address of the portal."""
    return str(form.page.evaluate("location.origin"))


def test_what_is_typed_after_another_has_signed_in_stays_whose_it_is(enter: Enter, bureau: Bureau) -> None:
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    theirs = enter(bureau.colleague).cookies()
    form.page.context.add_cookies(
        [{"name": c["name"], "value": c["value"], "url": base_of(form)} for c in theirs if c["name"] == "sessionid"]
    )
    form.input("executed.total").click()
    form.type("10934")
    form.press("Enter")
    dialog = form.page.locator("#dlg-session")
    expect(dialog).to_contain_text("现在登录的是另一个人")
    expect(dialog.locator("[data-slot=why]")).to_contain_text(f"现在登录的是{bureau.colleague.full_name}")
    expect(dialog.locator("[data-slot=why]")).to_contain_text(f"这一页是{bureau.clerk.full_name}")
    picture(form.page, "edit-other-person")
    axe(form.page)
    typed = SquareChange.objects.filter(key="executed.total")
    assert not typed.exists()
    expect(form.input("executed.total")).to_have_value("10934")
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录并继续").click()
    form.saved()
    assert [change.actor for change in typed.all()] == [bureau.clerk]
    form.page.get_by_role("button", name="打印样式").click()
    form.page.wait_for_url("**/documents/job/*/")


def test_one_s_own_second_tab_is_one_s_own(enter: Enter, bureau: Bureau) -> None:
    context = enter(bureau.clerk)
    first, second = (Form(context.new_page(), bureau).open() for _ in range(2))
    first.input("executed.total").click()
    first.type("111")
    first.press("Enter")
    first.saved()
    second.input("executed.total").click()
    second.type("222")
    second.press("Enter")
    dialog = second.page.locator("#dlg-conflict")
    expect(dialog.get_by_role("heading")).to_have_text("这一格刚被您自己在另一页改过")
    expect(dialog).to_contain_text("另一页的")
    expect(dialog).not_to_contain_text("对方")
    axe(second.page)
    dialog.get_by_role("button", name="用另一页的").click()
    expect(second.input("executed.total")).to_have_value("111")
