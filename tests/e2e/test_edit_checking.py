"""What is typed is saved first and checked then: meanwhile nothing older looks like today's."""

import pytest
from playwright.sync_api import APIResponse, Locator, Page, Route, expect

from assessments.services.squares import Change, save_squares
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.e2e.looks import axe
from tests.factories.assessments import NOW

FINDINGS = "**/findings/"


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    return make_bureau()


@pytest.fixture
def page(enter: Enter, bureau: Bureau) -> Page:
    return enter(bureau.clerk).new_page()


class Held:
    """The server's answers to what follows from the squares, kept back until they are let go."""

    def __init__(self, page: Page) -> None:
        self.page, self.answers, self.asked = page, list[tuple[Route, APIResponse]](), 0
        page.route(FINDINGS, self._keep)

    def _keep(self, route: Route) -> None:
        self.asked += 1
        if self.asked == 1:
            self.answers.append((route, route.fetch()))
        else:
            route.continue_()

    def wait(self) -> None:
        """Waits until there is one."""
        while not self.answers:
            self.page.wait_for_timeout(50)

    def let_go(self) -> None:
        """Gives the page what the server said then."""
        self.wait()
        route, response = self.answers.pop()
        route.fulfill(response=response)


def state(page: Page) -> Locator:
    """What carries whether the findings are ``now``, ``checking`` or ``stale``."""
    return page.locator("main")


def looks_old(page: Page) -> bool:
    """Whether the counts and the lights stand without their colour."""
    looks = [page.locator(part).first for part in (".count .err-c", "table.sheet .light")]
    return all(part.evaluate("(part) => getComputedStyle(part).filter") == "grayscale(1)" for part in looks)


def save(bureau: Bureau, key: str, text: str) -> None:
    """A colleague saves a square on another page."""
    save_squares(filing_id=bureau.filing.pk, changes=[Change(key, text, "")], actor=bureau.colleague, at=NOW)


def write(form: Form, key: str, text: str) -> None:
    form.input(key).click()
    form.type(text)
    form.press("Enter")


def test_it_is_said_to_be_saved_before_it_is_checked(page: Page, bureau: Bureau) -> None:
    held = Held(page)
    form = Form(page, bureau).open()
    said = page.locator(".older > :visible")
    expect(said).to_have_count(0)
    write(form, "executed.total", "10934")
    expect(state(page)).to_have_attribute("data-findings", "checking")
    expect(said).to_have_text(["正在检查…"])
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    assert (bureau.value("executed.total"), form.kept(), looks_old(page)) == ("10934", {}, True)
    expect(page.get_by_text("正在检查…")).to_be_visible()
    held.let_go()
    expect(state(page)).to_have_attribute("data-findings", "now")
    expect(form.reading("executed.total")).to_contain_text("1.0934 亿元")
    assert looks_old(page) is False


def test_findings_that_do_not_come_are_said_to_be_old_and_fetched_again(page: Page, bureau: Bureau) -> None:
    form = Form(page, bureau).open()
    page.route(FINDINGS, lambda route: route.abort())
    write(form, "executed.total", "10934")
    expect(state(page)).to_have_attribute("data-findings", "stale")
    expect(page.locator("#saved")).to_contain_text("已自动保存")
    expect(page.locator("#findings .older")).to_contain_text("未更新")
    assert looks_old(page)
    axe(page)
    again = page.locator("[data-check-again]")
    expect(again).to_be_visible()
    page.unroute(FINDINGS)
    again.dispatch_event("click")  # the page tries again by itself as well, and the button may be gone already
    expect(state(page)).to_have_attribute("data-findings", "now")
    expect(form.reading("executed.total")).to_contain_text("1.0934 亿元")
    page.route(FINDINGS, lambda route: route.abort())
    write(form, "executed.total", "99")
    expect(state(page)).to_have_attribute("data-findings", "stale")
    expect(form.reading("executed.total")).to_have_text("")


def test_an_answer_to_an_older_question_is_never_drawn(page: Page, bureau: Bureau) -> None:
    held = Held(page)
    form = Form(page, bureau).open()
    write(form, "executed.total", "10934")
    held.wait()
    write(form, "executed.total", "99")
    expect(form.reading("executed.total")).to_have_text("")
    while form.kept():
        page.wait_for_timeout(50)
    held.let_go()
    expect(form.reading("executed.total")).to_contain_text("99 万元")
    form.saved()
    expect(form.input("executed.total")).to_have_value("99")
    assert (bureau.value("executed.total"), held.asked) == ("99", 2)


def test_what_comes_is_drawn_around_the_hand_and_what_is_open(page: Page, bureau: Bureau) -> None:
    save(bureau, "adjusted_budget.total", "14158")
    held = Held(page)
    form = Form(page, bureau).open()
    light, menu = page.locator(f'tr[data-ref="{bureau.ref(2)}"] .light'), page.locator("#row-menu")
    write(form, "executed.total", "10934")
    held.wait()
    form.input(bureau.key(2, "target")).click()
    form.press("Shift+F10")
    expect(light).to_have_count(0)
    held.let_go()
    expect(light).to_have_count(1)
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    form.press("Escape", "F2", "Home")
    hand = page.evaluate_handle("document.activeElement")
    form.type("1")
    form.saved()
    expect(form.reading(bureau.key(2, "target"))).not_to_have_text("")
    assert form.here == bureau.key(2, "target")
    caret = "(hand) => hand === document.activeElement && [hand.selectionStart, hand.selectionEnd]"
    assert hand.evaluate(caret) == [1, 1]


def test_what_a_refused_text_hides_is_shown_when_it_is_taken_back(page: Page, bureau: Bureau) -> None:
    form = Form(page, bureau).open()
    write(form, "executed.total", "1_000")
    expect(form.reading("executed.total")).to_contain_text("1_000")
    save(bureau, "executed.total", "222")
    write(form, "adjusted_budget.total", "14158")
    expect(form.reading("adjusted_budget.total")).to_have_text("1.4158 亿元")
    expect(form.input("executed.total")).to_have_value("1_000")
    form.input("executed.total").fill("")
    write(form, "received.total", "10934")
    form.saved()
    expect(form.input("executed.total")).to_have_value("222")


@pytest.mark.parametrize("end", ["comes late", "never comes"])
def test_an_act_that_tells_how_everything_stands_ends_the_checking(page: Page, bureau: Bureau, end: str) -> None:
    acts, asked = list[tuple[Route, APIResponse]](), list[Route]()

    def told_first(route: Route) -> None:
        while not acts:
            page.wait_for_timeout(20)
        act, answer = acts[0]
        act.fulfill(response=answer)
        asked.append(route)

    page.route("**/rows/", lambda route: acts.append((route, route.fetch())))
    form = Form(page, bureau).open()
    page.route(FINDINGS, told_first)
    actual = form.key(1, "actual")
    form.input(actual).click()
    form.type("1539人")
    form.press("Alt+Insert")
    while not asked:
        page.wait_for_timeout(50)
    expect(page.locator("tr[data-ref]")).to_have_count(4)
    expect(state(page)).to_have_attribute("data-findings", "now")
    page.wait_for_timeout(400)  # longer than a question may take before it is said that it does
    asked[0].fulfill(response=asked[0].fetch()) if end == "comes late" else asked[0].abort()
    page.wait_for_timeout(100)
    expect(state(page)).to_have_attribute("data-findings", "now")
    expect(form.reading(actual)).not_to_have_text("")
