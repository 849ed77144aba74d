"""Lists on a telephone: none is wider than the window, what is to be done is on it, no words stand upright."""

from django.urls import reverse
from playwright.sync_api import Page

from assessments.domain.funds import Fund
from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.factories.accounts import AuditorFactory
from tests.factories.reviews import Court

WINDOW = 390
#: The right edges of the buttons in lists.
EDGES = "[...document.querySelectorAll('.tbl .end .btn')].map((button) => button.getBoundingClientRect().right)"
#: What steps, names in lists and parts of a score say in a box that holds hardly a character.
SQUEEZED = """
    [...document.querySelectorAll('.feed li > *, .tbl tbody th, .part-h h3')]
        .filter((part) => part.textContent.trim() && part.getBoundingClientRect().width < 40)
        .map((part) => part.textContent)
"""
#: Heads that do not stand over the squares of their column.
ASTRAY = """
    [...document.querySelectorAll('.tbl')].flatMap((table) => {
        const heads = [...table.querySelectorAll('thead tr:last-child > *')];
        const cells = [...(table.querySelector('tbody tr')?.children ?? [])];
        const left = (cell) => Math.round(cell.getBoundingClientRect().left);
        return heads.filter((head, i) => cells.length === heads.length && left(head) !== left(cells[i]))
            .map((head) => head.textContent);
    })
"""
#: What a person's own tasks ask of them (their third column), where the button lies over it.
COVERED = """
    [...document.querySelectorAll('td:nth-child(3) .todo span')]
        .filter((part) => {
            const button = part.closest('tr').querySelector('.end');
            return part.getBoundingClientRect().right > button.getBoundingClientRect().left;
        })
        .map((part) => part.textContent)
"""


def test_lists_fit_and_their_buttons_are_on_the_screen(enter: Enter) -> None:
    court = Court()
    court.scored()
    court.sheet()
    court.submitted(Fund.RESIDENT_PENSION)
    review = reverse("reviews:review", args=[court.in_review(Fund.RESIDENT_MEDICAL).filing_id])
    cycle = reverse("assessments:cycle", args=[court.cycle.pk])
    auditor = AuditorFactory.create(unit=court.admin.unit)
    wide = [
        address
        for person, names in (
            (court.clerk, ("assessments:tasks", "assessments:filings", "assessments:waivers")),
            (court.reviewer, ("reviews:queue", "reviews:sheets", "reviews:overview", "reviews:rules")),
            (court.admin, ("assessments:cycles", "reviews:exports", "accounts:users", "accounts:units")),
            (court.admin, ("accounts:regions", cycle)),
            (court.reviewer, (review,)),
            (auditor, ("audit:entries", "audit:check")),
        )
        for page in [_telephone(enter(person).new_page())]
        for address in _too_wide(page, names)
    ]
    assert wide == []


def _telephone(page: Page) -> Page:
    page.set_viewport_size({"width": WINDOW, "height": 844})
    return page


def _too_wide(page: Page, names: tuple[str, ...]) -> list[str]:
    """The addresses that do not fit, each with how wide they are and where their last button ends."""
    found = []
    for name in names:
        page.goto(name if name.startswith("/") else reverse(name))
        picture(page, f"phone-{name.strip('/').replace(':', '-').replace('/', '-')}")
        axe(page, rules=["scrollable-region-focusable"])
        width, edges = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(EDGES)
        found.extend([*page.evaluate(SQUEEZED), *page.evaluate(ASTRAY), *page.evaluate(COVERED)])
        if width > WINDOW or max(edges, default=0) > WINDOW:
            found.append(f"{name} {width} {max(edges, default=0):.0f}")
    return found
