"""The ledger of a dossier: every value that a text or a cell states, under the datum that it is a value of.

Texts come from :mod:`assessments.domain.narrative.texts`, cells from forms and budget tables.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assessments.domain.measures import Interval, Quantity
from assessments.domain.narrative.cells import Cell, cells_of
from assessments.domain.narrative.claims import Claim, Key, Spot
from assessments.domain.narrative.roles import Role
from assessments.domain.narrative.texts import Text, texts_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

if TYPE_CHECKING:
    from assessments.domain.dossier import Dossier


_LAST_YEAR = _("上年资料中的{name}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One stated value; ``text`` is the index of its text, None for a cell, whose ``cell`` says where it stands."""

    key: Key
    role: Role
    quantity: Quantity
    text: int | None = None
    claim: Claim | None = None
    cell: Cell | None = None

    @property
    def interval(self) -> Interval:
        """What the printed number can stand for."""
        return Interval.around(self.quantity)

    @property
    def spot(self) -> Spot | None:
        return self.claim.spot if self.claim else None


@dataclass(frozen=True)
class Ledger:
    """All entries, by datum, and the texts that they were read from."""

    texts: tuple[Text, ...]
    cells: tuple[Cell, ...]
    by_key: dict[Key, list[Entry]] = field(default_factory=dict)

    def nearest(self, key: Key, roles: Iterable[Role], text: int, spot: Spot) -> list[Entry]:
        """The values of ``key`` in one of ``roles`` that stand nearest to some words.

        Nearest is the same sentence, then the same paragraph, the same text, the form that holds the text, any cell,
        any other text; all values at the nearest of these, none from farther off.
        """
        wanted = frozenset(roles)
        found = [entry for entry in self.by_key.get(key, ()) if entry.role in wanted]
        if not found:
            return []
        own = self.texts[text].filing
        distances = [_distance(entry, text, spot, own) for entry in found]
        least = min(distances)
        return [entry for entry, distance in zip(found, distances, strict=True) if distance == least]

    def said(self, key: Key, roles: Iterable[Role], text: int, spot: Spot) -> list[Entry]:
        """As :meth:`nearest`, but only what the same text says."""
        return [entry for entry in self.nearest(key, roles, text, spot) if entry.text == text]

    def entries(self) -> Iterator[Entry]:
        """Every entry, cells first, then texts in reading order."""
        for entries in self.by_key.values():
            yield from entries


def _distance(entry: Entry, text: int, spot: Spot, own_filing: int | None) -> int:
    if entry.text == text and entry.spot is not None:
        if entry.spot.sentence == spot.sentence:
            return 0
        return 1 if entry.spot.paragraph == spot.paragraph else 2
    if entry.cell is not None:
        return 3 if own_filing is not None and entry.cell.filing == own_filing else 4
    return 5


def ledger_of(dossier: "Dossier") -> Ledger:
    """The ledger of ``dossier``. Pure; total on any text."""
    ledger = Ledger(texts_of(dossier), (*cells_of(dossier), *_last_year(dossier)))
    for cell in ledger.cells:
        ledger.by_key.setdefault(cell.key, []).append(Entry(cell.key, cell.role, cell.quantity, cell=cell))
    for number, text in enumerate(ledger.texts):
        for claim in text.reading.claims.values:
            entry = Entry(claim.key, claim.role, claim.quantity, text=number, claim=claim)
            ledger.by_key.setdefault(claim.key, []).append(entry)
    return ledger


_LAST_REPORT = _("上年报告中的“{words}”")


def _last_year(dossier: "Dossier") -> Iterator[Cell]:
    """What last year's papers say: its cells, and what its texts state beyond doubt."""
    if dossier.last_year is None:
        return
    for cell in cells_of(dossier.last_year):
        yield replace(cell, where="", name=Message(_LAST_YEAR, {"name": cell.name}), filing=None)
    for text in texts_of(dossier.last_year):
        for claim in text.reading.claims.values:
            if claim.certain and claim.item.known:
                name = Message(_LAST_REPORT, {"words": claim.words})
                yield Cell(claim.key, claim.role, claim.quantity, "", claim.words, name)
