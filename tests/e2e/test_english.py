"""Every page for a person who chose English: it speaks English and is no wider than any window."""

from collections import deque
from urllib.parse import urlsplit

from django.core.management import call_command
from django.urls import resolve
from playwright.sync_api import Page, ViewportSize, expect

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.ui.navigation import SECTIONS
from tests.e2e.conftest import SCREEN, Enter
from tests.e2e.looks import picture

LINKS = """
    [...document.querySelectorAll('a[href]:not([download], [target]), [data-href]')]
        .map((node) => new URL(node.href ?? node.dataset.href, location.href).href.split('#')[0])
"""
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


def test_every_page_speaks_english_and_fits(enter: Enter) -> None:
    call_command("seed_demo")
    seen: set[str] = set()
    for role in Role:
        page = _in_english(enter, role)
        _walk(page, seen)
        if role is Role.REVIEWER:
            _take_up(page)
    assert seen >= {section.url_name for section in SECTIONS}


def _in_english(enter: Enter, role: Role) -> Page:
    """The first page of a person with ``role`` who has switched to English."""
    person = User.objects.filter(roles__contains=[role.value]).order_by("pk").first()
    assert person is not None
    page = enter(person).new_page()
    page.goto("/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    return page


def _walk(page: Page, seen: set[str]) -> None:
    """Opens one page of each route that links lead to and that nobody has ``seen``; looks at it."""
    ahead = deque([page.url, *page.evaluate(LINKS)])
    while ahead:
        address = ahead.popleft()
        name = resolve(urlsplit(address).path).view_name
        if name in seen:
            continue
        seen.add(name)
        page.goto(address)
        _look(page, name.replace(":", "-"))
        ahead.extend(page.evaluate(LINKS))


def _take_up(page: Page) -> None:
    page.goto("/reviews/")
    page.get_by_role("button", name="Take up").first.click()
    expect(page.get_by_role("button", name="Hand in scores")).to_be_visible()
    _look(page, "reviews-scoring")


def _look(page: Page, name: str) -> None:
    picture(page, f"en-{name}")
    assert [size["width"] for size in SIZES if _overflows(page, size)] == [], page.url
    assert page.evaluate(CHINESE) == [], page.url


def _overflows(page: Page, size: ViewportSize) -> bool:
    """Whether something lies beside a window of that size."""
    page.set_viewport_size(size)
    return bool(page.evaluate(WIDER))
