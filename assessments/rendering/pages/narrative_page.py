"""The page on which a report is written, and the one on which a version of it is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.models import Cycle, NarrativeReport, NarrativeVersion, Snapshot
from assessments.permissions import may_write_narrative
from assessments.rendering.findings.narrative_panel import NarrativeEntry, NarrativePanel, panel_of, panel_of_version
from assessments.rendering.findings.narrative_words import Place, characters, cut
from assessments.services.narrative_findings import examine_text
from assessments.services.narratives import why_closed
from assessments.services.snapshot_findings import findings_of_text
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a paragraph; ``look`` and ``entry`` say of which finding they are, blank where of none.

    ``keys`` name the places that begin here; chips lead to them.
    """

    text: str
    look: str = ""
    entry: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NarrativePage:
    """A text with what was found in it; ``closed`` says why it cannot be changed, blank where it can."""

    text: str
    panel: NarrativePanel
    report: NarrativeReport | None = None
    closed: str = ""
    writes: bool = False

    @property
    def revision(self) -> int:
        """The number of the last saving; 0 where nothing was saved."""
        return self.report.revision if self.report else 0

    @property
    def characters(self) -> int:
        """The number of characters written."""
        return characters(self.text)

    def paragraphs(self) -> list[list[Passage]]:
        """The text as it is read: paragraphs in pieces, with the words of findings apart."""
        marked: dict[int, dict[Place, NarrativeEntry]] = {}
        for entry in self.panel.entries:
            for place in entry.places:
                marked.setdefault(place.paragraph, {}).setdefault(place, entry)
        return [_pieces(text, marked.get(number, {})) for number, text in enumerate(self.text.split("\n"))]


def narrative_page(user: User, cycle: Cycle) -> NarrativePage:
    """The page of the person's own unit in ``cycle``, in a constant number of queries."""
    closed = why_closed(cycle=cycle, unit=user.unit)
    writes = not closed and may_write_narrative(user, user.unit)
    examined = examine_text(cycle, user.unit)
    text = examined.report.text if examined.report else ""
    return NarrativePage(text, panel_of(examined, may_explain=writes), examined.report, closed, writes)


def version_page(version: NarrativeVersion, snapshots: Iterable[Snapshot]) -> NarrativePage:
    """The page of what was sent, with the findings that ``snapshots`` keep of it."""
    kept = findings_of_text(snapshots)
    return NarrativePage(version.text, panel_of_version(kept, version.text.split("\n")))


def _pieces(text: str, marked: Mapping[Place, NarrativeEntry]) -> list[Passage]:
    """One paragraph; where findings share words the worst of them shows, which stands first in ``marked``."""
    pieces = []
    for piece in cut(text, marked):
        entry = marked[piece.places[0]] if piece.places else None
        keys = tuple(place.key for place in piece.places if place.start == piece.start)
        pieces.append(Passage(piece.text, entry.look, entry.name, keys) if entry else Passage(piece.text))
    return pieces
