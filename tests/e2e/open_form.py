"""The editable official table in a browser, as a person sees and drives it."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.e2e.patience import PATIENCE

#: Asked in the page: asking again and again from outside costs more than the page itself.
SAVED = """
    () => {
        const [form, mark, main] = ["#sheet-form", "#saved", "main"].map((one) => document.querySelector(one)?.dataset);
        if (!form || mark?.kind !== "saved" || (main.findings ?? "now") !== "now") return false;
        return (localStorage.getItem(`jx-draft:${form.person}:${form.filing}`) ?? "{}") === "{}";
    }
"""


class OpenForm:
    """The form that a page shows."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def wait(self) -> None:
        """Waits until the script of the form is at work."""
        expect(self.page.locator("#sheet-form")).to_have_attribute("data-ready", "yes")

    def refs(self) -> list[str]:
        """The references of the indicator rows in their order."""
        found: list[str] = self.page.locator("tr[data-ref]").evaluate_all("rows => rows.map((row) => row.dataset.ref)")
        return found

    def key(self, number: int, name: str) -> str:
        """The key of a square of the indicator row ``number``, counted from 1."""
        return f"indicators[{self.refs()[number - 1]}].{name}"

    def input(self, key: str) -> Locator:
        """The input of a square."""
        return self.page.locator(f'[name="{key}"]')

    def square(self, key: str) -> Locator:
        """The square itself."""
        return self.page.locator(f'td[data-key="{key}"]')

    def reading(self, key: str) -> Locator:
        """The line under a square."""
        return self.square(key).locator(".rd")

    def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Types into whatever has the focus."""
        self.page.keyboard.type(text)

    @property
    def here(self) -> str:
        """The key of the square in the hand."""
        found = self.page.evaluate("document.activeElement.closest('td[data-key]')?.dataset.key ?? ''")
        return str(found)

    def saved(self) -> None:
        """Waits until everything that was typed is saved, and what follows from it is drawn."""
        try:
            self.page.wait_for_function(SAVED, polling=50, timeout=PATIENCE)
        except TimeoutError:
            raise AssertionError(f"not saved: {self.kept()}") from None

    def kept(self) -> dict[str, Any]:
        """What this browser keeps of the form because it is not saved."""
        kept = self.page.locator("#sheet-form").evaluate(
            "(form) => localStorage.getItem(`jx-draft:${form.dataset.person}:${form.dataset.filing}`)"
        )
        return json.loads(kept) if kept else {}

    def keep(self, texts: dict[str, dict[str, str]]) -> None:
        """Leaves ``texts`` in this browser as an earlier visit that could not save them."""
        self.page.locator("#sheet-form").evaluate(
            "(form, texts) => localStorage.setItem(`jx-draft:${form.dataset.person}:${form.dataset.filing}`, texts)",
            json.dumps(texts),
        )

    def copy(self, kind: str = "copy") -> str:
        """What copying or, by its ``kind``, cutting puts on the clipboard."""
        copied = self.page.evaluate(
            """(kind) => {
                const clipboardData = new DataTransfer();
                const event = new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true });
                document.activeElement.dispatchEvent(event);
                return clipboardData.getData("text/plain");
            }""",
            kind,
        )
        return str(copied)

    def drag(self, first: str, last: str) -> None:
        """Drags with the mouse from one square to another."""
        self.square(first).hover()
        self.page.mouse.down()
        self.square(last).hover()
        self.page.mouse.up()

    @property
    def picked(self) -> list[str]:
        """The keys of the squares that are picked, in reading order."""
        found: list[str] = self.page.locator("td.is-picked").evaluate_all("all => all.map((cell) => cell.dataset.key)")
        return found

    def paste(self, text: str, html: str = "") -> None:
        """Pastes as from another program."""
        self.page.evaluate(
            """([text, html]) => {
                const data = new DataTransfer();
                data.setData("text/plain", text);
                if (html) data.setData("text/html", html);
                const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
                if (document.activeElement.dispatchEvent(event)) document.execCommand("insertText", false, text);
            }""",
            [text, html],
        )
