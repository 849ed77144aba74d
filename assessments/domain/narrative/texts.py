"""Every running text of a dossier, read: narratives, and the texts that stand in the squares of forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessments.domain.facts import Facts
from assessments.domain.narrative.items import SPENDING, Item
from assessments.domain.narrative.reading import Reading, read_text
from assessments.domain.narrative.state import Around
from assessments.domain.narrative.subjects import ALL

if TYPE_CHECKING:
    from assessments.domain.dossier import Dossier, Narrative

#: Squares whose texts quote figures.
SQUARES = ("goal_expected", "goal_actual", "goal_progress", "deviation_and_measures")
#: A square that says what is to be reached, not what was.
_PLANS = frozenset({"goal_expected"})


@dataclass(frozen=True)
class Text:
    """One text of a dossier; ``filing`` and ``square`` of a form's text, ``narrative`` of a report."""

    reading: Reading
    narrative: int | None = None
    filing: int | None = None
    square: str = ""

    @property
    def is_plan(self) -> bool:
        return self.square in _PLANS


def texts_of(dossier: "Dossier") -> tuple[Text, ...]:
    """The texts in the order of the file: forms first."""
    return (*_squares(dossier), *_narratives(dossier))


def _squares(dossier: "Dossier") -> Iterator[Text]:
    for number, facts in enumerate(dossier.filings):
        region = facts.texts.get("region", "") or dossier.head.get("region", "")
        for square in SQUARES:
            if words := facts.texts.get(square, ""):
                yield Text(read_text((words,), around_square(facts), region), filing=number, square=square)


def around_square(facts: Facts) -> Around:
    """A form's text is about its own fund and year and, as forms are, about spending."""
    months = str(facts.month) if facts.month not in (None, 12) else ""
    return Around(facts.fund or "", year=facts.year, months=months, item=Item(SPENDING, known=True))


def _narratives(dossier: "Dossier") -> Iterator[Text]:
    for number, narrative in enumerate(dossier.narratives):
        region = narrative.region or dossier.head.get("region", "")
        yield Text(read_text(narrative.paragraphs, _around(narrative), region), narrative=number)


def _around(narrative: "Narrative") -> Around:
    return Around(narrative.fund or ALL, year=narrative.year)
