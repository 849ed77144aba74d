"""A browser in front of the portal; static files are collected as in service."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.templatetags.static import static
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    WebError,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from portal.accounts.models import User
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.e2e.patience import PATIENCE
from tests.portal.ui.collected import collected_in

HERE = Path(__file__).parent
#: The size that the screens are made for, and a browser that neither calls home nor needs a sandbox or a graphics card.
SCREEN: ViewportSize = {"width": 1366, "height": 768}
SWITCHES = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    # A page whose browser shows the portal already needs no process of its own, and none is started on suspicion.
    "--process-per-site",
    "--disable-features=SpareRendererForSitePerProcess",
]

#: Who wants more browsers at once opens them.
MOST_IDLE = 2

#: What the browser says of a request while a test has cut the connection.
CUT_OFF = ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED")

#: What is younger than Chromium 86: every test runs without it, as the office machines do that we promise to serve.
#: checkVisibility stays: the driver of the tests asks it.
YOUNGER = """
for (const [owner, names] of [
    [Array.prototype, "at findLast findLastIndex toSorted toReversed toSpliced with"],
    [String.prototype, "at isWellFormed toWellFormed"],
    [Array, "fromAsync"],
    [Object, "hasOwn groupBy"],
    [Promise, "withResolvers try"],
    [AbortSignal, "timeout any"],
    [Element.prototype, "setHTMLUnsafe getHTML moveBefore"],
    [HTMLElement.prototype, "showPopover hidePopover togglePopover"],
    [HTMLDialogElement.prototype, "requestClose"],
    [Crypto.prototype, "randomUUID"],
    [Intl, "Segmenter"],
    [window, "structuredClone scheduler navigation"],
]) for (const name of names.split(" ")) delete owner[name];
"""

Enter = Callable[[User], BrowserContext]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives a browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("e2e")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    # Playwright's loop runs in the thread of the test, which then may not ask the database without this.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("PORTAL_CHROMIUM") or "/usr/bin/chromium", args=SWITCHES
        )
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def live_server(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[LiveServer]:
    """A web server that serves pages and collected files, for all tests here."""
    with collected_in(tmp_path_factory.mktemp("static")):
        server = LiveServer("localhost", start=False)
        # The portal serves its files itself.
        server.thread.static_handler = lambda handler: handler  # type: ignore[assignment]
        server.start()
        yield server
        server.stop()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browser complained about while the test ran: faults in scripts, refused styles, missing files."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture(scope="package")
def idle(browser: Browser, live_server: LiveServer) -> Iterator[list[BrowserContext]]:
    """Browsers that no test uses, emptied of all but the portal's files."""
    contexts: list[BrowserContext] = []
    yield contexts
    for context in contexts:
        context.close()


@pytest.fixture
def enter(
    request: pytest.FixtureRequest,
    browser: Browser,
    live_server: LiveServer,
    idle: list[BrowserContext],
    complaints: list[str],
) -> Iterator[Enter]:
    """Opens a browser of its own for a person who is signed in, without going through the form."""
    contexts: list[BrowserContext] = []
    alone = request.node.get_closest_marker("own_browser") is not None

    def hear_message(message: ConsoleMessage) -> None:
        hear(message, complaints)

    def hear_error(error: WebError) -> None:
        complaints.append(str(error.error))

    def open_for(person: User | None = None) -> BrowserContext:
        context = idle.pop() if idle and not alone else open_browser(browser, live_server.url)
        contexts.append(context)
        context.on("console", hear_message)
        context.on("weberror", hear_error)
        if person:
            client = Client()
            client.force_login(person)
            cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return context

    yield open_for
    for context in contexts:
        if alone or len(idle) == MOST_IDLE:
            context.close()
            continue
        clear(context, live_server.url)
        context.remove_listener("console", hear_message)
        context.remove_listener("weberror", hear_error)
        idle.append(context)
    settle()


def open_browser(browser: Browser, address: str) -> BrowserContext:
    """A new browser at the screen of an office."""
    context = browser.new_context(base_url=address, viewport=SCREEN, locale="zh-CN", accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(YOUNGER)
    return context


def clear(context: BrowserContext, address: str) -> None:
    """Takes back what a test did to a browser; a picture stays open, which keeps the process for the next pages."""
    context.unroute_all()
    context.set_offline(False)
    context.clear_cookies()
    context.clear_permissions()
    picture = f"{address}{static('favicon.svg')}"
    parked = next((page for page in context.pages if page.url == picture), None) or context.new_page()
    for page in context.pages:
        if page != parked:
            page.close()
    if parked.url != picture:
        parked.goto(picture)
    parked.evaluate("localStorage.clear()")


def settle() -> None:
    """Waits until the server is done with what closed pages still asked: the tables cannot be emptied under it.

    Between two statements of one request a connection is idle, too, so it is looked at a few times in a row.
    """
    busy = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'"
    deadline, quiet = time.monotonic() + PATIENCE / 1000, 0
    with connection.cursor() as cursor:
        while quiet < 3 and time.monotonic() < deadline:
            cursor.execute(f"{busy} AND pid <> pg_backend_pid()")
            quiet = quiet + 1 if cursor.fetchone() == (0,) else 0
            time.sleep(0.02)


@pytest.fixture
def page(enter: Callable[[], BrowserContext]) -> Page:
    """A page of a stranger."""
    return enter().new_page()


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    """A bureau with a form in work."""
    return make_bureau()


@pytest.fixture
def form(enter: Enter, bureau: Bureau) -> Form:
    """That form, open before its clerk."""
    return Form(enter(bureau.clerk).new_page(), bureau).open()


def hear(message: ConsoleMessage, complaints: list[str]) -> None:
    """Adds what the browser says to ``complaints``, unless a test expects it: refused input, a cut connection."""
    expected = any(part in message.text for part in ("responded with a status of 4", *CUT_OFF))
    if message.type == "error" and not expected:
        complaints.append(message.text)
