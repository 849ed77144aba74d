"""A bureau with two clerks and a form."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from assessments.domain.facts import Form as FormKind
from assessments.models import Filing
from assessments.queries import facts_of
from assessments.services.rows import add_rows
from assessments.services.squares import Change, save_squares
from portal.accounts.models import User
from tests.e2e.open_form import OpenForm
from tests.factories.accounts import ClerkFactory, CountyFactory, HeadFactory, PrefectureFactory, UnitFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft, make_obligation

FILED = Path(__file__).resolve().parents[2] / "assessments/demo/filings/tashkurgan-2020-09-monitoring.json"
PASSWORD = "correct-horse-battery"


@dataclass(frozen=True)
class Bureau:
    """The people of one bureau and the form that they fill in."""

    clerk: User
    colleague: User
    head: User
    filing: Filing

    @property
    def address(self) -> str:
        """Where the form is filled in."""
        return f"/filings/{self.filing.pk}/edit/"

    def ref(self, number: int) -> str:
        """The reference of the indicator row ``number``, counted from 1."""
        return str(self.filing.list_rows.order_by("position")[number - 1].pk)

    def key(self, number: int, name: str) -> str:
        """The key of a square of the indicator row ``number``."""
        return f"indicators[{self.ref(number)}].{name}"

    def names(self) -> list[str]:
        """The indicators' names in the order of the table."""
        return list(self.filing.list_rows.order_by("position").values_list("squares__level3", flat=True))

    def value(self, key: str) -> str:
        """What the database holds in a square."""
        return facts_of(loaded(self.filing)).value(key)


def make_bureau(*, rows: int = 3, kind: FormKind = FormKind.MONITORING_REPORT, **cycle: Any) -> Bureau:
    """A county's bureau that owes one form, begun with ``rows`` indicators."""
    prefecture = PrefectureFactory.create()
    unit = UnitFactory.create(region=CountyFactory.create(parent=prefecture))
    clerk = ClerkFactory.create(unit=unit, password=PASSWORD)
    obligation = make_obligation(make_cycle(prefecture, kind=kind, **cycle), unit)
    return Bureau(
        clerk=clerk,
        colleague=ClerkFactory.create(unit=unit),
        head=HeadFactory.create(unit=unit),
        filing=make_draft(obligation, clerk, rows=rows),
    )


def fill_as_filed(bureau: Bureau) -> None:
    """Fills the form as the published one was filled, mistakes included."""
    filed: dict[str, Any] = json.loads(FILED.read_text(encoding="utf-8"))["filings"][0]
    rows = [{name: text for name, text in row.items() if name != "completion_rate"} for row in filed["indicators"]]
    add_rows(filing=bureau.filing, after=None, actor=bureau.clerk, at=NOW, values=rows)
    amounts = ("adjusted_budget", "received", "executed")
    wanted = {f"{column}.{line}": text for column in amounts for line, text in filed[column].items()}
    wanted |= {name: filed[name] for name in ("goal_expected", "goal_progress", "deviation_and_measures")}
    changes = [Change(key, text, "") for key, text in wanted.items()]
    save_squares(filing_id=bureau.filing.pk, changes=changes, actor=bureau.clerk, at=NOW)


class Form(OpenForm):
    """The form of a bureau in a browser."""

    def __init__(self, page: Page, bureau: Bureau) -> None:
        super().__init__(page)
        self.bureau = bureau

    def open(self) -> "Form":
        """Opens the form and waits until its script is at work."""
        self.page.goto(self.bureau.address)
        self.wait()
        return self
