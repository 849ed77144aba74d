"""A bureau with two clerks and a report, and its page as a person sees and drives it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.models import Cycle, NarrativeReport
from assessments.services.narratives import Stored, save_narrative
from portal.accounts.models import User
from tests.e2e.patience import PATIENCE
from tests.factories.accounts import ClerkFactory, CountyFactory, HeadFactory, PrefectureFactory, UnitFactory
from tests.factories.assessments import NOW, make_cycle, make_obligation

PUBLISHED = Path(__file__).resolve().parents[2] / "assessments/demo/filings/heshuo-2020-report.json"
PASSWORD = "correct-horse-battery"


@dataclass(frozen=True)
class Bureau:
    """The people of one bureau that owes two self-assessments, and the cycle of their report."""

    clerk: User
    colleague: User
    head: User
    cycle: Cycle

    @property
    def address(self) -> str:
        """Where the report is written."""
        return f"/cycles/{self.cycle.pk}/narrative/"

    @property
    def text(self) -> str:
        """What the database holds."""
        report = NarrativeReport.objects.filter(cycle=self.cycle).first()
        return report.text if report else ""

    def write(self, text: str, *, by: User | None = None) -> None:
        """Saves ``text`` as the clerk, or as somebody else who has just read what stands there."""
        report = NarrativeReport.objects.filter(cycle=self.cycle).first()
        saved = save_narrative(
            cycle=self.cycle,
            unit=self.clerk.unit,
            text=text,
            revision=report.revision if report else 0,
            actor=by or self.clerk,
            at=NOW,
        )
        assert isinstance(saved, Stored)


def published() -> str:
    """The published report of 和硕县."""
    paragraphs: list[str] = json.loads(PUBLISHED.read_text(encoding="utf-8"))["narrative"]["paragraphs"]
    return "\n".join(paragraphs)


def make_bureau() -> Bureau:
    """和硕县社会保险中心 in the year of its published report."""
    prefecture = PrefectureFactory.create()
    county = CountyFactory.create(parent=prefecture, name="和硕县")
    unit = UnitFactory.create(region=county, name="和硕县社会保险中心")
    cycle = make_cycle(prefecture, kind=Form.SELF_ASSESSMENT, year=2020)
    for fund in (Fund.GOV_PENSION, Fund.RESIDENT_PENSION):
        make_obligation(cycle, unit, fund)
    return Bureau(
        clerk=ClerkFactory.create(unit=unit, password=PASSWORD),
        colleague=ClerkFactory.create(unit=unit),
        head=HeadFactory.create(unit=unit),
        cycle=cycle,
    )


class ReportPage:
    """The report of a bureau in a browser."""

    def __init__(self, page: Page, bureau: Bureau) -> None:
        self.page, self.bureau = page, bureau

    def open(self) -> "ReportPage":
        """Opens the report and waits until its script is at work."""
        self.page.goto(self.bureau.address)
        expect(self.page.locator("#narrative-form")).to_have_attribute("data-ready", "yes")
        return self

    @property
    def area(self) -> Locator:
        """The text."""
        return self.page.locator("#narrative-text")

    def entry(self, rule: str) -> Locator:
        """The first entry of a rule in the panel."""
        return self.page.locator(".find", has=self.page.locator("code", has_text=rule)).first

    def underlined(self, look: str) -> list[str]:
        """The words that are underlined in one way, in the order of the text."""
        return self.page.locator(f".under .w.{look}").all_text_contents()

    def chosen(self) -> str:
        """The words that are selected in the text."""
        return str(self.area.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd)"))

    def caret(self, words: str, *, after: int = 1) -> None:
        """Puts the caret into ``words``, ``after`` characters behind their beginning."""
        self.area.evaluate(
            "(area, [words, after]) => { area.focus(); const at = area.value.indexOf(words) + after;"
            " area.setSelectionRange(at, at); }",
            [words, after],
        )

    def put(self, text: str, *, most: int) -> None:
        """Puts the first ``most`` characters of ``text`` in, all at once, as pasting does."""
        self.area.evaluate(
            "(area, text) => { area.focus(); area.setRangeText(text, 0, area.value.length, 'end');"
            " area.dispatchEvent(new Event('input', { bubbles: true })); }",
            text[:most],
        )

    def saved(self) -> None:
        """Waits until everything that was typed is saved, and said to be."""
        for _ in range(PATIENCE // 100):
            is_stored = self.bureau.text == self.area.input_value()
            if is_stored and not self.kept() and self.page.locator("#saved").get_attribute("data-kind") == "saved":
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"not saved: {self.kept()}")

    def kept(self) -> dict[str, Any]:
        """What this browser keeps of the report because it is not saved."""
        kept = self.page.locator("#narrative-form").evaluate(
            "(form) => localStorage.getItem(`jx-draft:${form.dataset.person}:${form.dataset.filing}`)"
        )
        return json.loads(kept) if kept else {}

    def keep(self, text: str, was: int) -> None:
        """Leaves ``text`` in this browser as an earlier visit that could not save it."""
        self.page.locator("#narrative-form").evaluate(
            "(form, kept) => localStorage.setItem(`jx-draft:${form.dataset.person}:${form.dataset.filing}`, kept)",
            json.dumps({"text": {"value": text, "was": str(was)}}),
        )
