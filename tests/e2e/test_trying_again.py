"""What is tried again ends: after a limit, with growing pauses, and with words that say what to do; the text stays."""

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form
from tests.e2e.looks import axe
from tests.factories.accounts import UnitFactory


@pytest.fixture
def page(enter: Enter, bureau: Bureau) -> Page:
    return enter(bureau.clerk).new_page()


@pytest.fixture
def saves(page: Page) -> list[str]:
    """The addresses of the saves that the page sent."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith("/squares/"):
            sent.append(request.url)

    page.on("request", note)
    return sent


def ends_of_saves(page: Page) -> list[str]:
    """The addresses of the saves that were answered or cut off: while one is under way, no clock may run out."""
    ended: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith("/squares/"):
            ended.append(request.url)

    page.on("requestfinished", note)
    page.on("requestfailed", note)
    return ended


def typed(page: Page, bureau: Bureau) -> Form:
    """The open form with one text that is on its way."""
    form = Form(page, bureau).open()
    form.input("executed.total").click()
    form.type("10934")
    return form


def test_leaving_without_a_line_asks_once_and_tries_once(page: Page, saves: list[str], bureau: Bureau) -> None:
    form = Form(page, bureau).open()
    page.context.set_offline(True)
    form.input("executed.total").click()
    form.type("10934")
    page.get_by_role("button", name="打印样式").click()
    question = page.locator("#confirm")
    expect(question).to_contain_text("现在保存不上")
    assert len(saves) <= 2
    axe(page)
    question.get_by_role("button", name="返回").click()
    page.context.set_offline(False)
    form.saved()
    assert bureau.value("executed.total") == "10934"

    page.get_by_role("button", name="打印样式").click()
    page.wait_for_url("**/documents/job/*/")


def test_who_was_moved_to_another_unit_is_told_and_signs_out(page: Page, saves: list[str], bureau: Bureau) -> None:
    form = Form(page, bureau).open()
    assert saves == []
    bureau.clerk.unit = UnitFactory.create(region=bureau.clerk.unit.region, name="巴楚县医疗保障局")
    bureau.clerk.save(update_fields=["unit"])
    form.input("executed.total").click()
    form.type("10934")
    form.press("Enter")
    closed = page.locator("#dlg-closed")
    expect(closed.locator("textarea")).to_have_value("10934")
    closed.get_by_role("button", name="留在本页").click()
    page.locator("summary.who").click()
    page.get_by_role("button", name="退出登录").click()
    expect(page.locator("#dlg-sign-out")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="保留并退出").click()
    page.wait_for_url("**/login/")
    assert len(saves) == 1
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('jx-draft')).length") == 1


@pytest.mark.parametrize(("status", "said"), [(404, "可能已不在您名下"), (403, "没有权限在这一页保存")])
def test_a_page_instead_of_an_answer_ends_the_saving(page: Page, bureau: Bureau, status: int, said: str) -> None:
    page.route("**/squares/", lambda route: route.fulfill(status=status, content_type="text/html", body="<h1>no</h1>"))
    form = typed(page, bureau)
    form.press("Enter")
    closed = page.locator("#dlg-closed")
    expect(closed).to_contain_text(said)
    expect(closed.locator("textarea")).to_have_value("10934")


@pytest.mark.own_browser
@pytest.mark.parametrize(
    ("answer", "most"),
    [({"status": 500, "content_type": "text/html", "body": "<h1>no</h1>"}, 5), (None, 20)],
    ids=["a fault of the server", "no line"],
)
def test_trying_ends_and_says_what_to_do(
    page: Page,
    saves: list[str],
    complaints: list[str],
    bureau: Bureau,
    answer: dict[str, object] | None,
    most: int,
) -> None:
    def refuse(route: Route) -> None:
        if answer:
            route.fulfill(**answer)  # type: ignore[arg-type]
        else:
            route.abort()

    page.route("**/squares/", refuse)
    ended = ends_of_saves(page)
    page.clock.install()
    form = typed(page, bureau)
    form.press("Enter")
    page.locator("a.brand").focus()
    mark = page.locator("#saved")
    for number in range(1, most + 1):
        while len(saves) < number:
            page.clock.run_for(5_000)
        while len(ended) < number:
            page.wait_for_timeout(10)
    expect(mark).to_have_attribute("data-kind", "given_up")
    page.clock.run_for(600_000)
    assert len(saves) == most
    expect(page.locator("#dlg-closed")).to_be_visible(visible=answer is not None)
    assert form.kept() == {"executed.total": {"value": "10934", "was": ""}}
    page.unroute("**/squares/")
    if answer:
        page.get_by_role("button", name="留在本页").click()
    mark.get_by_role("button", name="重试").click()
    form.saved()
    assert bureau.value("executed.total") == "10934"
    assert [words for words in complaints if "status of 500" not in words] == []
    complaints.clear()
