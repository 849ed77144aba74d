"""Every page that a person can reach by links, in Chinese and in English.

In Chinese each is looked at: accessible in light and dark, no wider than the window or the paper. To who chose English
each speaks English, and is no wider than any window. Both walk through the demo's data, which is made once.
"""

from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core.management import call_command
from django.urls import resolve
from playwright.sync_api import Page, ViewportSize, expect

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.ui.navigation import SECTIONS
from tests.e2e.conftest import SCREEN, Enter
from tests.e2e.looks import axe, picture

#: Links that lead to a page: not into this page, not to a file to be kept or opened.
LINKS = """
    [...document.querySelectorAll('a[href]:not([download], [target]), [data-href]')]
        .map((node) => new URL(node.href ?? node.dataset.href, location.href).href.split('#')[0])
"""

#: A4 upright without the margins of a browser, and the tables that would lose columns on it.
ON_PAPER: ViewportSize = {"width": 718, "height": 1047}
CUT_OFF = (
    "[...document.querySelectorAll('.sheet, .tbl')].filter((table) => table.getBoundingClientRect().right > 718).length"
)

#: The one that the next page is opened in comes last; a form's frame does not scroll, it cuts off.
SIZES: list[ViewportSize] = [{"width": 390, "height": 844}, {"width": 1093, "height": 614}, SCREEN]
FRAMES = "[document.documentElement, ...document.querySelectorAll('.work')]"
WIDER = f"{FRAMES}.some((box) => box.scrollWidth > box.clientWidth)"

#: What the portal itself says; funds, units, papers and what people wrote are Chinese on every screen.
SAID = "nav a, .btn, .seg a, .tag, dt, legend, label, caption, .dlg-h h2, .side-h h2, .card-h h2, .empty, .foot .keys"
CHINESE = f"""
    [...document.querySelectorAll('{SAID}')]
        .filter((node) => !node.closest('.paper, .tick'))
        .map((node) => node.textContent.trim())
        .filter((text) => /[\\u3400-\\u9fff]/.test(text))
"""


def test_every_page_is_accessible_speaks_the_language_of_its_reader_and_fits(enter: Enter) -> None:
    call_command("seed_demo")
    seen: set[str] = set()
    seen_in_english: set[str] = set()
    for role in Role:
        person = User.objects.filter(roles__contains=[role.value]).order_by("pk").first()
        assert person is not None
        page = enter(person).new_page()
        _walk(page, seen, _look)
        _choose_english(page)
        _walk(page, seen_in_english, _read)
        if role is Role.REVIEWER:
            _take_up(page)
    wanted = {section.url_name for section in SECTIONS}
    assert (wanted - seen, wanted - seen_in_english) == (set(), set())


def _walk(page: Page, seen: set[str], look: Callable[[Page, str], None]) -> None:
    """Opens one page of each route that links lead to from the first page and that nobody has ``seen``; looks at it."""
    page.goto("/")
    ahead = deque([page.url, *page.evaluate(LINKS)])
    while ahead:
        address = ahead.popleft()
        name = resolve(urlsplit(address).path).view_name
        if name in seen:
            continue
        seen.add(name)
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        look(page, name.replace(":", "-"))
        ahead.extend(page.evaluate(LINKS))


def _look(page: Page, name: str) -> None:
    picture(page, name)
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, rules=["color-contrast"])
    page.emulate_media(color_scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"], page.url
    page.set_viewport_size(ON_PAPER)
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == 0, page.url
    page.emulate_media(media="screen")
    page.set_viewport_size(SCREEN)


def _choose_english(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def _read(page: Page, name: str) -> None:
    picture(page, f"en-{name}")
    assert [size["width"] for size in SIZES if _overflows(page, size)] == [], page.url
    assert page.evaluate(CHINESE) == [], page.url


def _overflows(page: Page, size: ViewportSize) -> bool:
    """Whether something lies beside a window of that size."""
    page.set_viewport_size(size)
    return bool(page.evaluate(WIDER))


def _take_up(page: Page) -> None:
    page.goto("/reviews/")
    page.get_by_role("button", name="Take up").first.click()
    expect(page.get_by_role("button", name="Hand in scores")).to_be_visible()
    _read(page, "reviews-scoring")
