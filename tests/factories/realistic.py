"""A clerk as there are thousands: five self-assessments of 17 rows, last year's five, and a narrative for each year."""

from itertools import cycle as over_again
from itertools import islice
from typing import Any

from assessments.domain.exchange import to_payload
from assessments.domain.facts import Facts, Indicator
from assessments.models import Cycle, Filing, NarrativeReport, Obligation
from assessments.queries import facts_of
from assessments.services.filings import start
from assessments.services.rows import add_rows
from assessments.services.snapshots import take_snapshot
from assessments.services.squares import Change, save_squares
from portal.accounts.models import User
from tests.factories.assessments import NOW, loaded
from tests.filings import BACHU, parcel

ROWS = 17
#: Characters of the narrative.
LENGTH = 3500
_SQUARES = ("goal_expected", "goal_actual")


def published() -> Facts:
    """The form whose words and figures every form of the clerk repeats."""
    return parcel(BACHU).filings[0]


def payload() -> dict[str, Any]:
    """What a version of such a form holds."""
    return to_payload(published())


def narrative(length: int = LENGTH) -> str:
    """A published narrative, over again until it is long enough."""
    (report,) = parcel(BACHU).dossier.narratives
    text = "\n".join(report.paragraphs) + "\n"
    return (text * (length // len(text) + 1))[:length]


def fill(obligation: Obligation, clerk: User) -> Filing:
    """A draft as long as people's are."""
    filing, facts = start(obligation=obligation, actor=clerk, at=NOW), published()
    rows = [_values(row) for row in islice(over_again(facts.indicators), ROWS)]
    add_rows(filing=filing, after=None, actor=clerk, at=NOW, values=rows)
    known = {text.key: text.raw for text in filing.squares.all()}
    wanted = {**facts.squares, **{key: facts.squares[key] for key in _SQUARES}}
    changes = [Change(key, value, known.get(key, "")) for key, value in wanted.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=clerk, at=NOW)
    return loaded(filing)


def _values(row: Indicator) -> dict[str, str]:
    names = ("level1", "level2", "level3", "target", "actual")
    return {name: getattr(row, name) for name in names}


def fill_all(cycle: Cycle, clerk: User) -> list[Filing]:
    """Drafts of all that the clerk's bureau owes in the cycle, with the narrative that goes with them."""
    NarrativeReport.objects.create(cycle=cycle, unit=clerk.unit, text=narrative(), saved_at=NOW, saved_by=clerk)
    owed = Obligation.objects.filter(cycle=cycle, unit=clerk.unit).select_related("cycle", "unit__region")
    return [fill(obligation, clerk) for obligation in owed]


def submit_all(filings: list[Filing]) -> None:
    """Freezes a first version of each, as a submission does."""
    for filing in filings:
        take_snapshot(filing=filing, facts=facts_of(filing), version=1, actor=None, at=NOW)
