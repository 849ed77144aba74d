"""Looking at a page: accessibility and pictures."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: Without ``preload`` axe copies style sheets into the page, which the content security policy refuses, and rightly.
OPTIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
PICTURES = Path(__file__).resolve().parents[2] / "var" / "screenshots"


def axe(page: Page, *, rules: Sequence[str] = ()) -> None:
    """Asserts that axe finds nothing on the page as it stands, by all rules or by ``rules``; names what it found."""
    options = OPTIONS | {"runOnly": list(rules)} if rules else OPTIONS
    violations = Axe().run(page, options=options).response["violations"]
    found = [f"{violation['id']}: {node['html'][:160]}" for violation in violations for node in violation["nodes"]]
    assert found == [], "\n".join([page.url, *found])


def picture(page: Page, name: str, *, whole: bool = False) -> Path:
    """Takes a picture of the window, or of the whole page, to ``var/screenshots/<name>.png``."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path, full_page=whole)
    return path
