"""Every page that a person can reach by links: accessible in light and dark, no wider than the window or the paper."""

from collections import deque
from urllib.parse import urlsplit

from django.core.management import call_command
from django.urls import resolve
from playwright.sync_api import Page, ViewportSize

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.ui.navigation import SECTIONS
from tests.e2e.conftest import SCREEN, Enter
from tests.e2e.looks import axe, picture

#: Links that lead to a page: not into this page, not to a file to be kept or opened.
LINKS = "[...document.querySelectorAll('a[href]:not([download], [target])')].map((link) => link.href.split('#')[0])"

#: A4 upright without the margins of a browser, and the tables that would lose columns on it.
ON_PAPER: ViewportSize = {"width": 718, "height": 1047}
CUT_OFF = (
    "[...document.querySelectorAll('.sheet, .tbl')].filter((table) => table.getBoundingClientRect().right > 718).length"
)


def test_every_page_is_accessible_and_fits(enter: Enter) -> None:
    call_command("seed_demo")
    seen: set[str] = set()
    for role in Role:
        person = User.objects.filter(roles__contains=[role.value]).order_by("pk").first()
        assert person is not None
        _walk(enter(person).new_page(), seen)
    assert seen >= {section.url_name for section in SECTIONS}


def _walk(page: Page, seen: set[str]) -> None:
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
        _look(page, name.replace(":", "-"))
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
