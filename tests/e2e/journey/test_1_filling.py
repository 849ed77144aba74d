"""A clerk is let in, begins the form, fills it by keyboard, and puts right what the rules find (steps 3 and 4)."""

from playwright.sync_api import expect

from tests.e2e.journey.cast import ADMIN, BUREAU, CLERK, FUND, MONTH, NEW_PASSWORD, NEWCOMER, TODAY
from tests.e2e.journey.people import Company

BUDGET, RECEIVED, EXECUTED = 12000, 1000 * MONTH + 20, 1000 * MONTH
#: Copied from Excel: level 1, level 2, name over two columns, target, actual.
BLOCK = (
    "产出指标\t数量指标\t参保人数\t\t31250人\t31700人\r\n"
    "\t\t基金支出预算执行率\t\t95%-105%\t\r\n"
    "\t质量指标\t待遇按时支付率\t\t≥95%\t≥95%\r\n"
    "\t数量指标\t定点机构抽查次数\t\t50次\t50、6.17\r\n"
    "满意度指标\t满意度指标\t参保人员满意度\t\t≥95%\t92%\r\n"
)


def test_an_admin_makes_an_account_whose_owner_must_change_the_password(company: Company) -> None:
    admin = company[ADMIN]
    admin.section("用户")
    admin.look("users")
    admin.page.get_by_role("link", name="新建用户").click()
    admin.field("登录名").fill(NEWCOMER)
    admin.field("姓名").fill("马晓梅")
    admin.field("单位").select_option(label=BUREAU)
    admin.field("填报员").check()
    admin.look("user-new")
    admin.page.get_by_role("button", name="新建用户").click()
    first = admin.page.locator("[data-first-password]").inner_text()
    admin.look("first-password")

    newcomer = company.stranger()
    newcomer.sign_in(NEWCOMER, first)
    newcomer.page.wait_for_url("**/password/")
    newcomer.page.goto("/tasks/")
    expect(newcomer.page.get_by_role("heading", name="修改密码")).to_be_visible()
    newcomer.look("password")
    for label, text in (("现在的密码", first), ("新密码", NEW_PASSWORD), ("再输一次新密码", NEW_PASSWORD)):
        newcomer.field(label).fill(text)
    newcomer.press("Enter")
    newcomer.told("密码已修改。")
    expect(newcomer.page.get_by_role("heading", name="我的任务")).to_be_visible()
    company[NEWCOMER] = newcomer


def test_a_clerk_sees_what_is_owed_and_begins(company: Company) -> None:
    clerk = company[CLERK]
    task = clerk.task(FUND)
    expect(task).to_contain_text("未开始")
    expect(clerk.page.locator(".cycle").first).to_contain_text("前报送，北京时间")
    expect(clerk.page.locator(".cycle").first).to_contain_text("天")
    clerk.look("tasks")
    clerk.enter(task.get_by_role("button", name="开始填报"))
    form = clerk.form()
    expect(clerk.page.locator(".sheet-t")).to_have_text("巴楚县社保基金支出绩效监控情况表")
    expect(form.square("reporting_unit")).to_contain_text(BUREAU)
    expect(clerk.page.locator(".bar")).to_contain_text("填报中")
    clerk.look("form-empty")


def test_the_table_is_filled_by_keyboard(company: Company) -> None:
    clerk = company[CLERK]
    form = clerk.form()
    clerk.tab_to(form.input("project_period"))
    form.type(f"{TODAY.year}年")
    form.press("Tab")
    for amount in (BUDGET, RECEIVED, EXECUTED):
        form.type(str(amount))
        form.press("Tab")
    assert form.here == "adjusted_budget.fiscal"
    form.type("7000")
    form.press("Enter")
    assert form.here == "adjusted_budget.other"
    form.type("6000")
    form.press("Tab", "Tab", "Tab")
    assert form.here == "goal_expected"
    form.type("确保参保人员按时足额享受医疗保险待遇。")
    form.press("Tab")
    form.type(f"1-{MONTH}月按时足额支付医疗保险待遇。")
    form.press("Tab")
    form.saved()
    expect(clerk.page.locator("#saved")).to_contain_text("已自动保存")
    expect(form.square("execution_rate").locator(".v")).to_contain_text(f"{EXECUTED / BUDGET:.2%}")
    expect(form.reading("execution_rate")).to_have_text(f"{EXECUTED} ÷ {BUDGET}")
    expect(form.reading("adjusted_budget.total")).to_have_text("合计不符")
    expect(form.reading("adjusted_budget.fiscal")).to_have_text("7,000 万元")


def test_a_block_from_excel_brings_its_rows_along(company: Company) -> None:
    clerk = company[CLERK]
    form = clerk.form()
    clerk.enter(clerk.page.get_by_role("button", name="添加指标行"))
    expect(clerk.page.locator("tr[data-ref]")).to_have_count(1)
    assert form.here == form.key(1, "level3")
    form.press("ArrowLeft", "ArrowLeft")
    assert form.here == form.key(1, "level1")
    clerk.copies_from_excel(BLOCK)
    form.press("Control+v")
    dialog = clerk.page.locator("#dlg-paste")
    clerk.look("form-paste")
    clerk.enter(dialog.get_by_role("button", name="粘贴，并增加 4 行"))
    expect(clerk.page.locator("tr[data-ref]")).to_have_count(5)
    form.saved()
    expect(form.input(form.key(4, "actual"))).to_have_value("50、6.17")
    expect(form.reading(form.key(3, "target"))).to_have_text("不低于 95%")
    expect(form.square(form.key(1, "completion_rate")).locator(".v")).to_contain_text("101.44%")
    expect(form.square(form.key(2, "actual"))).to_contain_class("is-calc")


def test_rows_are_added_named_moved_and_removed(company: Company) -> None:
    clerk = company[CLERK]
    form, rows = clerk.form(), clerk.page.locator("tr[data-ref]")
    clerk.tab_to(form.input(form.key(5, "actual")))
    form.press("Alt+Insert")
    expect(rows).to_have_count(6)
    for text in ("参保人员上访率", "≤0.1%", "0.02%"):
        form.type(text)
        form.press("Tab")
    form.press("Shift+Tab", "Alt+Insert")
    expect(rows).to_have_count(7)
    form.type("多余的指标")
    form.press("Alt+Delete")
    expect(rows).to_have_count(6)
    expect(clerk.page.locator("#undo-row")).to_contain_text("已删除第 7 行")
    assert form.here == form.key(6, "level3")
    form.press("Shift+F10", "ArrowDown", "ArrowDown")
    expect(clerk.page.get_by_role("menuitem", name="上移")).to_be_focused()
    clerk.look("form-row-menu")
    form.press("Enter")
    expect(rows.nth(4).get_by_label("三级指标")).to_have_value("参保人员上访率")
    form.press("Shift+F10")
    clerk.walk_to(clerk.page.get_by_role("menuitem", name="行设置"))
    form.press("Enter")
    dialog = clerk.page.locator("#dlg-row")
    expect(dialog.get_by_label("一级指标")).to_be_focused()
    expect(dialog).to_contain_text("参保人员上访率")
    form.type("效益指标")
    form.press("Tab")
    form.type("社会效益指标")
    clerk.look("form-row-settings")
    clerk.enter(dialog.get_by_role("button", name="保存行设置"))
    expect(form.square(form.key(5, "level2"))).to_have_text("社会效益指标")
    form.saved()


def test_two_clerks_on_one_square_see_both_values(company: Company) -> None:
    clerk, newcomer = company[CLERK], company[NEWCOMER]
    form = clerk.form()
    newcomer.section("我的任务")
    newcomer.enter(newcomer.task(FUND).get_by_role("link", name="继续填报"))
    other = newcomer.form()
    newcomer.tab_to(other.input("received.fiscal"))
    clerk.tab_to(form.input("received.fiscal"))
    form.type("1")
    form.press("Enter")
    form.saved()
    other.type("2")
    other.press("Enter")
    dialog = newcomer.page.locator("#dlg-conflict")
    expect(dialog).to_contain_text("古丽米热·图尔迪")
    expect(dialog.locator("[data-slot=mine]")).to_have_text("2")
    expect(dialog.locator("[data-slot=theirs]")).to_have_text("1")
    newcomer.look("form-conflict")
    newcomer.enter(dialog.get_by_role("button", name="用我的"))
    other.saved()
    clerk.page.reload()
    form = clerk.form()
    expect(form.input("received.fiscal")).to_have_value("2")
    clerk.tab_to(form.input("received.fiscal"))
    form.press("Delete")
    form.saved()


def test_findings_stand_at_their_squares_and_block_sending(company: Company) -> None:
    clerk = company[CLERK]
    form, panel = clerk.form(), clerk.page.locator("#findings")
    for number, name, tone, words in (
        (3, "actual", "err", "应填实际数值"),
        (4, "actual", "warn", "应填一个数"),
        (6, "actual", "err", "偏差未说明"),
    ):
        expect(form.square(form.key(number, name))).to_contain_class(f"is-{tone}")
        expect(form.reading(form.key(number, name))).to_have_text(words)
    expect(form.square("adjusted_budget.total")).to_contain_class("is-err")
    expect(panel.locator(".count")).to_contain_text("须改 3 处")
    expect(panel.locator(".count")).to_contain_text("需说明 1 项")
    rules = [entry.locator("code").inner_text() for entry in panel.locator(".find:has(code)").all()]
    assert rules == ["V04", "V07", "V08", "V07"]
    clerk.look("form-findings")
    clerk.enter(clerk.page.get_by_role("button", name="检查并送审"))
    clerk.page.wait_for_url("**/check/")
    clerk.look("check-refused")
    clerk.enter(clerk.page.get_by_role("button", name="送审"))
    expect(clerk.page.locator("#messages .err")).to_be_visible()
    expect(clerk.page.locator(".bar")).to_contain_text("填报中")


def test_errors_are_corrected_and_a_warning_is_explained(company: Company) -> None:
    clerk = company[CLERK]
    clerk.enter(clerk.page.locator(".bar .back"))
    form, panel = clerk.form(), clerk.page.locator("#findings")
    form.press("F8")
    assert form.here == "adjusted_budget.total"
    form.press("ArrowDown", "ArrowDown")
    assert form.here == "adjusted_budget.other"
    form.type("5000")
    form.press("F8")
    assert form.here == form.key(3, "actual")
    form.type("98.6%")
    form.press("Enter")
    form.saved()
    entry = panel.locator(".find", has_text="一格里写了两个数")
    clerk.tab_to(entry.get_by_label("说明理由"))
    form.type("两次专项抽查分别统计，口径不同。")
    entry = panel.locator(".find", has_text="V08")
    clerk.tab_to(entry.get_by_label("偏差原因"))
    form.type("异地结算系统升级期间等候较久。")
    form.press("Tab")
    form.type("已增设窗口并延长服务时间。")
    form.press("Tab")
    form.saved()
    expect(panel.locator(".count")).to_contain_text("须改 0 处")
    expect(panel.locator(".count")).to_contain_text("需说明 0 项")
    expect(form.square(form.key(4, "actual"))).to_contain_class("told")
    clerk.look("form-ready")
