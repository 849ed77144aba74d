"""Nothing that was typed is lost: other clerks, broken connections, ended sessions, forms that were sent meanwhile."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from assessments.domain.workflow import State
from assessments.models import Filing, Mark
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import PASSWORD, Bureau, Form
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW


@pytest.fixture
def other(enter: Enter, bureau: Bureau) -> Form:
    """The same form in a colleague's browser."""
    return Form(enter(bureau.colleague).new_page(), bureau).open()


def test_two_clerks_on_different_squares_both_save(form: Form, other: Form, bureau: Bureau) -> None:
    form.input("executed.total").click()
    form.type("10934")
    form.press("Enter")
    form.saved()
    other.input("adjusted_budget.total").click()
    other.type("14158")
    other.press("Enter")
    other.saved()
    assert (bureau.value("executed.total"), bureau.value("adjusted_budget.total")) == ("10934", "14158")
    expect(other.input("executed.total")).to_have_value("10934")


@pytest.mark.parametrize(("button", "kept"), [("用我的", "222"), ("用对方的", "111"), ("再改", "111")])
def test_two_clerks_on_one_square_choose(form: Form, other: Form, bureau: Bureau, button: str, kept: str) -> None:
    form.input("executed.total").click()
    form.type("111")
    form.press("Enter")
    form.saved()
    other.input("executed.total").click()
    other.type("222")
    other.press("Enter")
    dialog = other.page.locator("#dlg-conflict")
    expect(dialog).to_contain_text(f"这一格刚被{bureau.clerk.full_name}改过")
    expect(dialog.locator("[data-slot=theirs]")).to_have_text("111")
    expect(dialog.locator("[data-slot=mine]")).to_have_text("222")
    expect(dialog).to_contain_text(bureau.clerk.full_name)
    picture(other.page, f"edit-conflict-{kept}")
    axe(other.page)
    dialog.get_by_role("button", name=button).click()
    if button == "再改":
        expect(other.input("executed.total")).to_be_focused()
        expect(other.input("executed.total")).to_have_value("222")
    else:
        other.saved()
        expect(other.input("executed.total")).to_have_value(kept)
    assert bureau.value("executed.total") == kept


def test_what_nobody_sees_is_taken_out_and_said_beside_the_square(form: Form, bureau: Bureau) -> None:
    form.input("executed.total").click()
    form.paste("\u202e005")
    expect(form.reading("executed.total")).to_contain_text("已去掉 1 个看不见的字符。")
    expect(form.input("executed.total")).to_have_value("005")
    expect(form.input("executed.total")).to_be_focused()
    form.type("1")
    form.saved()
    assert bureau.value("executed.total") == "0051"
    form.input("goal_expected").click()
    form.paste("\uf0b7 及时发放\x0b足额")
    expect(form.input("goal_expected")).to_have_value("· 及时发放\n足额")
    form.saved()
    picture(form.page, "edit-cleaned")
    axe(form.page)


def test_a_square_in_the_hand_is_not_replaced(form: Form, other: Form, bureau: Bureau) -> None:
    other.input("executed.total").click()
    other.type("222")
    other.press("Enter")
    other.saved()
    form.input("goal_expected").click()
    form.type("目标")
    form.input("executed.total").click()
    form.saved()
    expect(form.input("executed.total")).to_have_value("")
    form.press("Tab")
    expect(form.input("executed.total")).to_have_value("222")


def test_a_broken_connection_is_said_and_mended(form: Form, bureau: Bureau) -> None:
    form.page.context.set_offline(True)
    form.input("executed.total").click()
    form.type("10934")
    form.press("Enter")
    expect(form.page.locator("#saved")).to_contain_text("网络中断，已存在本机，恢复后自动上传")
    assert form.kept() == {"executed.total": {"value": "10934", "was": ""}}
    picture(form.page, "edit-offline")
    form.page.context.set_offline(False)
    form.saved()
    assert bureau.value("executed.total") == "10934"


def test_what_was_not_saved_comes_back_with_the_page(form: Form, bureau: Bureau) -> None:
    gone = "indicators[0].actual"
    form.keep({"executed.total": {"value": "10934", "was": ""}, gone: {"value": "没有了的行", "was": ""}})
    form.open()
    expect(form.page.locator("#notice")).to_contain_text("上次有 1 处没有保存")
    expect(form.input("executed.total")).to_have_value("10934")
    expect(form.page.locator("#lost-texts")).to_contain_text("没有了的行")
    axe(form.page)
    form.page.get_by_role("button", name="不再保留").click()
    form.saved()
    assert bureau.value("executed.total") == "10934"


def test_a_kept_text_asks_where_somebody_else_was_faster(form: Form, other: Form, bureau: Bureau) -> None:
    other.input("executed.total").click()
    other.type("111")
    other.press("Enter")
    other.saved()
    form.keep({"executed.total": {"value": "222", "was": ""}})
    form.open()
    expect(form.page.locator("#dlg-conflict [data-slot=theirs]")).to_have_text("111")
    form.page.get_by_role("button", name="用我的").click()
    form.saved()
    assert bureau.value("executed.total") == "222"


def test_an_ended_session_is_taken_up_again_over_the_form(form: Form, bureau: Bureau) -> None:
    Session.objects.all().delete()
    form.input("executed.total").click()
    form.type("10934")
    form.press("Enter")
    dialog = form.page.locator("#dlg-session")
    expect(dialog).to_contain_text("登录已结束")
    picture(form.page, "edit-session")
    axe(form.page)
    dialog.get_by_label("密码").fill("wrong-password")
    dialog.get_by_role("button", name="登录并继续").click()
    expect(dialog.get_by_role("alert")).to_contain_text("登录名或密码不对")
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录并继续").click()
    expect(dialog).to_be_hidden()
    form.saved()
    assert bureau.value("executed.total") == "10934"
    assert form.here == "executed.fiscal"


def test_a_form_that_was_sent_meanwhile_keeps_the_text(form: Form, bureau: Bureau) -> None:
    Filing.objects.update(state=State.PENDING_HEAD)
    form.input("executed.total").click()
    form.type("10934")
    form.press("Enter")
    dialog = form.page.locator("#dlg-closed")
    expect(dialog).to_contain_text("本表现在不能修改")
    expect(dialog.locator("textarea")).to_have_value("10934")
    axe(form.page)
    form.page.on("dialog", lambda dialog: dialog.accept())
    form.page.goto(bureau.address)
    expect(form.page.locator("#kept textarea")).to_have_value("10934")
    axe(form.page)


def test_a_refused_text_stays_with_its_reason(form: Form, bureau: Bureau) -> None:
    form.input("executed.total").click()
    form.type("1_000")
    form.press("Enter")
    expect(form.square("executed.total")).to_have_class(re.compile(r"\bis-err\b"))
    expect(form.page.locator("#findings [data-refused]")).to_contain_text("1_000")
    expect(form.page.locator("#saved")).to_contain_text("还有 1 处没有保存")
    expect(form.input("executed.total")).to_have_value("1_000")
    picture(form.page, "edit-refused")
    axe(form.page)
    form.input("executed.total").click()
    form.type("1000")
    form.press("Enter")
    form.saved()
    expect(form.square("executed.total")).not_to_have_class(re.compile(r"\bis-err\b"))
    expect(form.page.locator("#findings [data-refused]")).to_have_count(0)
    assert bureau.value("executed.total") == "1000"


def test_a_mark_is_answered_at_its_square(enter: Enter, bureau: Bureau) -> None:
    Filing.objects.update(state=State.RETURNED, version=1)
    Mark.objects.create(
        filing=bureau.filing,
        key=bureau.key(1, "actual"),
        version=1,
        reason="与统计年报的人数不一致，请核对。",
        author=bureau.head,
        at=NOW,
        sent_at=NOW,
    )
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.press("F8")
    assert form.here == bureau.key(1, "actual")
    thread = form.page.locator("[data-thread]")
    expect(thread).to_contain_text("与统计年报的人数不一致")
    picture(form.page, "edit-mark")
    axe(form.page)
    form.press("Alt+m")
    form.type("已按年报改正。")
    thread.get_by_role("button", name="答复", exact=True).click()
    expect(form.square(bureau.key(1, "actual"))).to_have_attribute("data-mark", "answered")
    mark = Mark.objects.get()
    assert (mark.state, mark.answer_kind, mark.answer) == (Mark.State.ANSWERED, "corrected", "已按年报改正。")
    form.page.set_viewport_size({"width": 390, "height": 844})
    form.input("adjusted_budget.total").click()
    form.input(bureau.key(1, "actual")).click()
    expect(thread).to_be_in_viewport(ratio=1)
    expect(form.input(bureau.key(1, "actual"))).to_be_in_viewport()


def test_an_explanation_saves_in_the_panel(form: Form, bureau: Bureau) -> None:
    key = bureau.key(3, "actual")
    form.input(key).click()
    form.type("80%")
    form.press("Enter")
    entry = form.page.locator(".find", has_text="V08")
    entry.get_by_label("偏差原因").fill("首发系统升级。")
    entry.get_by_label("改进措施").fill("已恢复按日核对。")
    form.press("Tab")
    form.saved()
    assert bureau.value(bureau.key(3, "deviation_reason")) == "首发系统升级。"
    assert bureau.value(bureau.key(3, "corrective_measure")) == "已恢复按日核对。"
