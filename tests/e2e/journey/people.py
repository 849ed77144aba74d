"""The people of the journey, each in front of a browser of their own, and what all of them do alike."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pymupdf
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Download, Locator, Page, Response, expect

from portal.accounts.demo import PASSWORD
from tests.e2e.conftest import SCREEN, hear
from tests.e2e.journey.cast import CYCLE
from tests.e2e.looks import axe, picture
from tests.e2e.open_form import OpenForm
from tests.e2e.patience import PATIENCE
from tests.printed import text_of

#: How often Tab may be pressed on the way to something before it counts as out of reach.
FAR = 150


@dataclass
class Person:
    """Somebody with a browser window."""

    page: Page

    def sign_in(self, username: str, password: str = PASSWORD) -> None:
        """Signs in by the form, with the keyboard alone: the name has the focus, Enter sends."""
        self.page.goto("/login/")
        expect(self.field("登录名")).to_be_focused()
        self.type(username)
        self.press("Tab")
        self.type(password)
        with self.page.expect_navigation():
            self.press("Enter")

    def sign_out(self) -> None:
        """Leaves by the menu of the person."""
        self.page.locator("summary.who").click()
        self.page.get_by_role("button", name="退出登录").click()
        self.page.wait_for_url("**/login/")

    def section(self, name: str) -> None:
        """Goes to a section of the top bar."""
        self.page.get_by_role("navigation", name="主导航").get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("link", name=name, exact=True)).to_have_attribute("aria-current", "page")

    def look(self, name: str) -> None:
        """Takes a picture; axe finds nothing, and the page is no wider than the window."""
        picture(self.page, f"journey-{name}")
        axe(self.page)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"], self.page.url

    def told(self, words: str) -> None:
        """The portal says so at the top of the page."""
        expect(self.page.locator("#messages")).to_contain_text(words)

    def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Types into whatever has the focus."""
        self.page.keyboard.type(text)

    def tab_to(self, target: Locator) -> None:
        """Presses Tab until the focus stands on ``target``."""
        expect(target).to_be_visible()
        for _ in range(FAR):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"out of reach of the keyboard: {target}")

    def enter(self, target: Locator) -> None:
        """Goes there with Tab and presses Enter."""
        self.tab_to(target)
        self.press("Enter")

    def field(self, label: str) -> Locator:
        """The field of that label, which carries a star where it must be filled in."""
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$"))

    def row(self, *words: str) -> Locator:
        """The row of a list that says all of ``words``."""
        rows = self.page.locator("tbody tr")
        for word in words:
            rows = rows.filter(has_text=word)
        return rows

    def walk_to(self, item: Locator) -> None:
        """Presses the down arrow until ``item`` of a menu has the focus."""
        for _ in range(item.page.get_by_role("menuitem").count()):
            if item.evaluate("(element) => element === document.activeElement"):
                return
            self.press("ArrowDown")
        expect(item).to_be_focused()

    def copies_from_excel(self, block: str) -> None:
        """Puts a block on the clipboard as a spreadsheet does: as text with tabs and as a table."""
        self.page.evaluate(
            """async (text) => {
                const rows = text.trimEnd().split("\\r\\n").map((row) => row.split("\\t"));
                const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
                const kinds = { "text/plain": text, "text/html": `<table>${cells.join("")}</table>` };
                const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
                await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
            }""",
            block,
        )

    def task(self, paper: str) -> Locator:
        """A paper of the journey's cycle in the list of tasks."""
        cycle = self.page.locator("section.card").filter(has=self.page.get_by_role("heading", name=CYCLE))
        return cycle.locator("tbody tr", has_text=paper)

    def form(self) -> OpenForm:
        """The form that stands open."""
        form = OpenForm(self.page)
        form.wait()
        return form

    def downloads(self, link: Locator) -> bytes:
        """What a link hands out, which a job puts there when it is done; the page is not loaded again meanwhile."""
        expect(self.page.locator(".job").or_(link).first).to_be_visible()
        self.page.evaluate("window.stays = true")
        expect(link).to_be_visible(timeout=PATIENCE)
        with self.page.expect_download() as waiting:
            link.click()
        assert self.page.evaluate("window.stays") is True, "the page was loaded again"
        return _content(waiting.value)


@dataclass
class Company:
    """Everybody who takes part; ``heard`` is what their browsers complained about."""

    browser: Browser
    address: str
    heard: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)
    _people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, username: str) -> Person:
        """The person of that login name, signed in once and for the whole journey."""
        if username not in self._people:
            person = self._people[username] = self.stranger()
            person.sign_in(username)
            person.page.wait_for_url(lambda url: "/login/" not in url)
        return self._people[username]

    def __setitem__(self, username: str, person: Person) -> None:
        """From now on ``person``, who is signed in, acts under that login name."""
        self._people[username] = person

    @cached_property
    def outsider(self) -> Person:
        """One and the same person who has no account."""
        return self.stranger()

    def stranger(self) -> Person:
        """Somebody who has not signed in."""
        context = self.browser.new_context(
            base_url=self.address, viewport=SCREEN, locale="zh-CN", permissions=["clipboard-read", "clipboard-write"]
        )
        context.set_default_timeout(PATIENCE)
        context.on("console", self._hears)
        context.on("weberror", lambda error: self.heard.append(str(error.error)))
        context.on("response", self._answered)
        self._contexts.append(context)
        return Person(context.new_page())

    def leave(self) -> None:
        """Everybody closes the browser."""
        for context in self._contexts:
            context.close()

    def _hears(self, message: ConsoleMessage) -> None:
        hear(message, self.heard)

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.heard.append(f"{response.status} {response.url}")


def printed(pdf: bytes) -> str:
    """The text of a real PDF, without blanks."""
    assert pdf.startswith(b"%PDF-")
    with pymupdf.open(stream=pdf, filetype="pdf") as paper:
        assert paper.page_count == 1
    return text_of(pdf)


def _content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()
