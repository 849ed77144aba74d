"""What is typed into a plain form or a dialog is kept, for its own person, until it is saved or given up."""

import re

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Filing, Mark, Obligation, Waiver
from assessments.services.marks import add_mark
from portal.accounts.models import User
from reviews.models import ReviewSheet
from reviews.services.review_sheets import compose, send_for_signature, sign
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import PASSWORD, Form, make_bureau
from tests.e2e.looks import axe, picture
from tests.factories.accounts import UserFactory
from tests.factories.assessments import NOW, make_obligation
from tests.factories.reviews import Court
from tests.factories.waivers import WHY, make_faulty

BACK = "上次没有保存的内容已恢复"


@pytest.fixture
def court(transactional_db: None) -> Court:
    return Court()


def open_at(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def kept(page: Page) -> list[str]:
    """The places of which this browser keeps something."""
    found: list[str] = page.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('jx-draft:')).map((key) => key.split(':', 3).pop())"
    )
    return found


def become(context: BrowserContext, enter: Enter, person: User, page: Page) -> None:
    """Another person signs in to the same browser."""
    cookies = enter(person).cookies()
    base = str(page.evaluate("location.origin"))
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": c["value"], "url": base} for c in cookies if c["name"] == name])


def test_a_waiver_s_reason_is_there_after_a_reload_for_its_own_person_until_it_is_sent(
    enter: Enter, court: Court
) -> None:
    obligation = make_obligation(court.cycle, court.bureau)
    make_faulty(obligation, court.clerk)
    context = enter(court.clerk)
    address = reverse("assessments:waiver_ask", args=[obligation.pk])
    page = open_at(context, address)
    reason, bar = page.get_by_label("申请理由"), page.get_by_text(BACK)
    expect(bar).to_have_count(0)
    page.get_by_label("规则").select_option("V07")
    reason.fill(WHY)
    page.reload()
    expect(bar).to_be_visible()
    expect(reason).to_have_value(WHY)
    expect(page.get_by_label("规则")).to_have_value("V07")
    picture(page, "kept-waiver")
    axe(page)

    become(context, enter, court.head, page)
    page.reload()
    expect(reason).to_have_value("")
    become(context, enter, court.clerk, page)
    page.reload()
    expect(reason).to_have_value(WHY)
    page.get_by_role("button", name="不要了").click()
    expect(reason).to_have_value("")
    page.reload()
    expect(reason).to_have_value("")

    page.get_by_label("规则").select_option("V07")
    reason.fill(WHY)
    page.get_by_role("button", name="申请豁免").click()
    page.wait_for_url(f"**{reverse('assessments:waivers')}")
    assert Waiver.objects.get().asked_reason == WHY
    page.goto(address)
    expect(reason).to_have_value("")
    assert kept(page) == []


def test_the_ticks_of_a_cycle_outlast_a_session(enter: Enter, court: Court) -> None:
    context = enter(court.admin)
    page = open_at(context, reverse("assessments:cycle", args=[court.cycle.pk]))
    box = page.locator(f"input[name=owed][value='{court.bureau.pk}:{Fund.GOV_PENSION.value}']")
    box.check(force=True)
    kept = context.cookies()
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="保存勾选").click()
    page.wait_for_url(re.compile("/login/"))
    context.add_cookies(kept)  # type: ignore[arg-type]
    page.goto(reverse("assessments:cycle", args=[court.cycle.pk]))
    expect(page.get_by_text(BACK)).to_be_visible()
    expect(box).to_be_checked()
    page.get_by_role("button", name="保存勾选").click()
    expect(page.get_by_text("已保存，共 1 张表。")).to_be_visible()
    expect(page.get_by_text(BACK)).to_have_count(0)
    assert Obligation.objects.count() == 1


def test_what_another_has_changed_since_is_not_written_over_but_offered(enter: Enter, court: Court) -> None:
    court.scored()
    sheet: ReviewSheet = compose(cycle=court.cycle, region=court.county, actor=court.reviewer, at=NOW)
    page = open_at(enter(court.reviewer), reverse("reviews:sheet", args=[sheet.pk]))
    office, monitored = page.get_by_label("业务处室"), page.get_by_label("监控时点")
    office.fill("社保一科")
    monitored.fill("9月底")
    ReviewSheet.objects.update(business_office="甲科")
    page.get_by_role("button", name="保存表头").click()
    expect(page.get_by_role("alert")).to_contain_text("刚改为“甲科”")
    expect(office).to_have_value("社保一科")
    page.get_by_role("button", name="English").click()
    page.wait_for_url(f"**{reverse('reviews:sheet', args=[sheet.pk])}")
    page.get_by_role("button", name="中文").click()
    aside = page.locator(".kept-bar", has_text="社保一科")
    expect(aside).to_contain_text("业务处室")
    expect(office).to_have_value("甲科")
    expect(monitored).to_have_value("9月底")
    picture(page, "kept-aside")
    axe(page)
    page.reload()
    aside.get_by_role("button", name="放入").click()
    expect(office).to_have_value("社保一科")
    expect(aside).to_have_count(0)
    page.get_by_role("button", name="保存表头").click()
    expect(page.get_by_text("已保存表头。")).to_be_visible()
    assert (ReviewSheet.objects.get().business_office, kept(page)) == ("社保一科", [])


def test_a_new_mark_lands_on_its_own_square_after_a_reload(enter: Enter, court: Court) -> None:
    filing = court.in_review().filing
    page = open_at(enter(court.reviewer), reverse("reviews:review", args=[filing.pk]))
    expect(page.locator("html.scripted")).to_be_attached()
    words = page.get_by_label("要改什么、为什么")
    for key in ("executed.total", "goal_expected"):
        page.locator(f"[data-key='{key}']").click()
        page.keyboard.press("Alt+m")
        words.fill(f"请核对 {key}")
        page.keyboard.press("Escape")
    page.reload()
    expect(page.locator("html.scripted")).to_be_attached()
    page.locator("[data-key='executed.total']").click()
    expect(words).to_have_value("请核对 executed.total")
    page.get_by_role("button", name="加批注").click()
    expect(page.locator("[data-thread='executed.total'].pop")).to_contain_text("请核对 executed.total")
    page.locator("[data-key='goal_expected']").click()
    expect(words).to_have_value("请核对 goal_expected")
    assert Mark.objects.values_list("key", "reason").get() == ("executed.total", "请核对 executed.total")


def test_a_dialog_of_a_reviewer_asks_before_it_forgets(enter: Enter, court: Court) -> None:
    filing = court.in_review().filing
    mark = add_mark(filing=filing, key="executed.total", reason="请核对。", author=court.reviewer, at=NOW)
    page = open_at(enter(court.reviewer), reverse("reviews:review", args=[filing.pk]))
    dialog, question = page.locator("#return"), page.locator("#confirm")
    reason = dialog.get_by_label("总的意见")
    opener = page.locator("[data-opens=return]")
    opener.click()
    reason.fill("执行数请与国库核对。")
    page.keyboard.press("Escape")
    expect(question).to_contain_text("写的话还没有保存，要放弃吗？")
    page.keyboard.press("Escape")
    expect(reason).to_have_value("执行数请与国库核对。")

    page.reload()
    expect(page.locator("html.scripted")).to_be_attached()
    opener.click()
    expect(dialog.get_by_text(BACK)).to_be_visible()
    expect(reason).to_have_value("执行数请与国库核对。")
    picture(page, "kept-dialog")
    axe(page)
    page.keyboard.press("Escape")
    question.get_by_role("button", name="放弃").click()
    expect(dialog).to_be_hidden()
    assert kept(page) == []

    page.locator("[data-key='executed.total']").click()
    thread = page.locator(".thread.pop")
    thread.locator("summary", has_text="修改批注").click()
    thread.get_by_label("批注", exact=True).fill("请与国库核对执行数。")
    page.reload()
    expect(page.locator("html.scripted")).to_be_attached()
    page.locator("[data-key='executed.total']").click()
    expect(thread.get_by_text(BACK)).to_be_visible()
    expect(thread.get_by_label("批注", exact=True)).to_have_value("请与国库核对执行数。")
    picture(page, "kept-mark")
    axe(page)
    thread.get_by_role("button", name="保存批注").click()
    expect(thread.locator(f"#mark-{mark.pk}")).to_contain_text("请与国库核对执行数。")
    assert kept(page) == []
    opener.click()
    expect(reason).to_have_value("")


def test_a_sheet_is_refused_with_the_words_that_were_written(enter: Enter, court: Court) -> None:
    court.scored()
    sheet = send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    page = open_at(enter(court.office_head), reverse("reviews:sheet", args=[sheet.pk]))
    refusal = page.locator("#refuse").get_by_label("理由")
    page.locator("[data-opens=refuse]").first.click()
    refusal.fill("预算执行得分请复核。")
    page.locator("#refuse").get_by_role("checkbox").first.check()
    page.reload()
    page.locator("[data-opens=refuse]").first.click()
    expect(page.locator("#refuse").get_by_role("checkbox").first).to_be_checked()
    expect(refusal).to_have_value("预算执行得分请复核。")
    page.locator("#refuse").get_by_role("button", name="退回编制人").click()
    expect(page.get_by_text("已退回编制人。")).to_be_visible()
    assert (ReviewSheet.objects.get().refusal, kept(page)) == ("预算执行得分请复核。", [])


def test_a_reason_for_doing_it_again_outlasts_a_wrong_password_which_is_not_kept(enter: Enter, court: Court) -> None:
    court.admin.set_password(PASSWORD)
    court.admin.save()
    filing = court.scored()
    sign(sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW)
    page = open_at(enter(court.admin), reverse("reviews:review", args=[filing.pk]))
    dialog = page.locator("#reopen")
    page.get_by_label("更多操作").click()
    page.locator("[data-opens=reopen]").click()
    dialog.get_by_label("理由").fill("县里补充了材料。")
    dialog.get_by_label("密码").fill("wrong")
    dialog.get_by_role("button", name="重新办理").click()
    expect(dialog.get_by_label("密码")).to_have_value("")
    expect(dialog.get_by_label("理由")).to_have_value("县里补充了材料。")
    assert "wrong" not in str(page.evaluate("JSON.stringify(localStorage)"))
    page.goto(reverse("reviews:review", args=[filing.pk]))
    page.get_by_label("更多操作").click()
    page.locator("[data-opens=reopen]").click()
    expect(dialog.get_by_label("理由")).to_have_value("县里补充了材料。")
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="重新办理").click()
    expect(dialog).to_have_count(0)
    assert kept(page) == []


def test_a_new_person_that_was_refused_is_there_again_until_it_is_saved(enter: Enter, court: Court) -> None:
    UserFactory.create(username="bachu-clerk")
    page = open_at(enter(court.admin), reverse("accounts:user_new"))
    page.get_by_label("登录名").fill("bachu-clerk")
    page.get_by_label("姓名").fill("阿依古丽")
    page.get_by_label("填报员").check()
    page.locator("#main button.pri").click()
    expect(page.get_by_text("已有人用").first).to_be_visible()
    page.goto(reverse("accounts:user_new"))
    expect(page.get_by_text(BACK)).to_be_visible()
    expect(page.get_by_label("姓名")).to_have_value("阿依古丽")
    expect(page.get_by_label("填报员")).to_be_checked()
    page.set_viewport_size({"width": 390, "height": 844})
    picture(page, "kept-narrow")
    axe(page)
    page.get_by_label("登录名").fill("bachu-clerk-2")
    page.get_by_label("单位").first.select_option(str(court.bureau.pk))
    page.locator("#main button.pri").click()
    expect(page.get_by_text("阿依古丽").first).to_be_visible()
    page.goto(reverse("accounts:users"))
    assert (User.objects.filter(username="bachu-clerk-2").count(), kept(page)) == (1, [])


def test_a_clerk_s_answer_and_the_settings_of_a_row_outlast_a_reload(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau()
    key = bureau.key(1, "actual")
    Filing.objects.update(state=State.RETURNED, version=1)
    Mark.objects.create(
        filing=bureau.filing, key=key, version=1, reason="请核对。", author=bureau.head, at=NOW, sent_at=NOW
    )
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    answer, settings = form.page.get_by_label("答复的话"), form.page.locator("#dlg-row")
    form.input(key).click()
    form.page.get_by_label("说明情况").check()
    answer.fill("按年报数填报，附说明。")
    form.open()
    form.input(key).click()
    expect(answer).to_have_value("按年报数填报，附说明。")
    expect(form.page.get_by_label("说明情况")).to_be_checked()
    picture(form.page, "kept-answer")
    axe(form.page)
    form.press("Escape", "Shift+F10")
    form.page.get_by_role("menuitem", name="行设置").click()
    settings.get_by_label("偏差原因").fill("参保人数减少。")
    form.open()
    form.input(key).click()
    expect(answer).to_have_value("按年报数填报，附说明。")
    form.page.get_by_role("button", name="答复", exact=True).click()
    expect(form.square(key)).to_have_attribute("data-mark", "answered")
    form.press("Shift+F10")
    form.page.get_by_role("menuitem", name="行设置").click()
    expect(settings.get_by_text(BACK)).to_be_visible()
    expect(settings.get_by_label("偏差原因")).to_have_value("参保人数减少。")
    picture(form.page, "kept-row")
    axe(form.page)
    settings.get_by_role("button", name="保存行设置").click()
    form.saved()
    assert (bureau.value(bureau.key(1, "deviation_reason")), kept(form.page)) == ("参保人数减少。", [])
    assert Mark.objects.values_list("answer_kind", "answer").get() == ("explained", "按年报数填报，附说明。")


def test_what_was_begun_of_a_form_that_was_sent_meanwhile_can_be_copied(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau()
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.input(bureau.key(1, "actual")).click()
    form.press("Shift+F10")
    form.page.get_by_role("menuitem", name="行设置").click()
    form.page.locator("#dlg-row").get_by_label("偏差原因").fill("参保人数减少。")
    Filing.objects.update(state=State.PENDING_HEAD)
    form.page.reload()
    expect(form.page.locator("#kept textarea")).to_have_value("参保人数减少。")
    form.page.get_by_role("button", name="清除这些内容").click()
    assert kept(form.page) == []


def test_a_password_is_not_kept(enter: Enter, court: Court) -> None:
    page = open_at(enter(court.head), reverse("seals:seal"))
    for field in page.locator("form[action$='/upload/'] input[type=password]").all():
        field.fill("Secret-2026")
    expect(page.locator("form[action$='/upload/'] input[type=password]").first).to_have_value("Secret-2026")
    assert page.evaluate("JSON.stringify(localStorage)") == "{}"
