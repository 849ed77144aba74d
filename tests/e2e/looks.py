"""Looking at a page: accessibility and, where somebody wants to see them, pictures."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

#: Without ``preload`` axe copies style sheets into the page, which the content security policy refuses, and rightly.
OPTIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False, "selectors": False}
#: What was found comes back, not what was asked.
RUN = """
    async (options) => (await axe.run(options)).violations.flatMap(
        ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)
    )
"""
PICTURES = Path(__file__).resolve().parents[2] / "var" / "screenshots"


def axe(page: Page, *, rules: Sequence[str] = ()) -> None:
    """Asserts that axe finds nothing on the page as it stands, by all rules or by ``rules``; names what it found."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, OPTIONS | {"runOnly": list(rules)} if rules else OPTIONS)
    assert found == [], "\n".join([page.url, *found])


def picture(page: Page, name: str, *, whole: bool = False) -> None:
    """Takes a picture of the window, or of the whole page, to ``var/screenshots``, where PORTAL_PICTURES is set."""
    if os.environ.get("PORTAL_PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)
