"""Every running text of the papers, read: narratives, and the texts that stand in the squares of forms."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.facts import Facts
from assessments.domain.ledger.regions import region_of, scope_of
from assessments.domain.narrative.items import SPENDING, Item
from assessments.domain.narrative.reading import TextReading, read_text
from assessments.domain.narrative.reading_state import Around
from assessments.domain.narrative.subjects import ALL
from assessments.domain.papers import Papers

#: Squares whose texts quote figures.
SQUARES = ("goal_expected", "goal_actual", "goal_progress", "deviation_and_measures")
#: A square that says what is to be reached, not what was.
_PLANS = frozenset({"goal_expected"})


@dataclass(frozen=True)
class Text:
    """One text of the papers; ``filing`` and ``square`` of a form's text, ``narrative`` of a report."""

    reading: TextReading
    narrative: int | None = None
    filing: int | None = None
    square: str = ""

    @property
    def is_plan(self) -> bool:
        return self.square in _PLANS


def texts_of(papers: Papers) -> tuple[Text, ...]:
    """The texts in the order of the file: forms first."""
    return (*_squares(papers), *_narratives(papers))


def _squares(papers: Papers) -> Iterator[Text]:
    for number, facts in enumerate(papers.filings):
        region = region_of(facts, papers)
        around = _around_square(facts, scope_of(region, papers))
        for square in SQUARES:
            if words := facts.value(square):
                yield Text(read_text((words,), around, region), filing=number, square=square)


def _around_square(facts: Facts, scope: str) -> Around:
    """A form's text is about its own fund and year and, as forms are, about spending."""
    months = str(facts.month) if facts.month not in (None, 12) else ""
    spending = Item(SPENDING, known=True)
    return Around(facts.fund or "", scope, scope, facts.year, months, item=spending)


def _narratives(papers: Papers) -> Iterator[Text]:
    for number, narrative in enumerate(papers.narratives):
        region = narrative.region or papers.head.get("region", "")
        scope = scope_of(region, papers)
        around = Around(narrative.fund or ALL, scope, scope, narrative.year)
        yield Text(read_text(narrative.paragraphs, around, region), narrative=number)
