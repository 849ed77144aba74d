"""The ledger of papers: every value that a text or a cell states, under the datum that it is a value of.

Texts come from :mod:`assessments.domain.ledger.texts`, cells from forms and budget tables.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from assessments.domain.ledger.cells import StatedCell, cells_of
from assessments.domain.ledger.texts import Text, texts_of
from assessments.domain.measures import Interval, Quantity
from assessments.domain.narrative.claims import Claim, Key, Spot
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.papers import Papers
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_LAST_YEAR = _("上年资料中的{name}")


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One stated value; ``text`` is the index of its text, None for a cell, whose ``cell`` says where it stands."""

    key: Key
    role: ClaimRole
    quantity: Quantity
    text: int | None = None
    claim: Claim | None = None
    cell: StatedCell | None = None

    @property
    def interval(self) -> Interval:
        """The values that the printed number can stand for."""
        return Interval.around(self.quantity)

    @property
    def spot(self) -> Spot | None:
        return self.claim.spot if self.claim else None


def is_last_years(cell: StatedCell) -> bool:
    """True if a cell stands in last year's papers, of which no place in the file is known."""
    return not cell.where


@dataclass(slots=True)
class Shelf:
    """The entries of one datum: cells, and what each text says of it, in reading order."""

    cells: list[LedgerEntry] = field(default_factory=list)
    said: dict[int, list[LedgerEntry]] = field(default_factory=dict)
    spots: dict[int, list[Spot]] = field(default_factory=dict)

    def put(self, entry: LedgerEntry) -> None:
        """Adds an entry; those of a text come in reading order."""
        if entry.text is None or entry.spot is None:
            self.cells.append(entry)
        else:
            self.said.setdefault(entry.text, []).append(entry)
            self.spots.setdefault(entry.text, []).append(entry.spot)

    def around(self, text: int, spot: Spot) -> list[LedgerEntry]:
        """The statements of the text on the datum near some words."""
        said = self.said.get(text, [])
        at = bisect_left(self.spots.get(text, []), spot)
        return said[max(0, at - _REACH) : at + _REACH]


#: How many statements of one datum, before and behind some words, are looked at; and how many of them are compared.
_REACH, _MOST = 40, 4


@dataclass(frozen=True)
class Ledger:
    """All entries, by datum, and the texts that they were read from."""

    texts: tuple[Text, ...]
    by_key: dict[Key, Shelf] = field(default_factory=dict)

    def put(self, entry: LedgerEntry) -> None:
        """Adds an entry."""
        self.by_key.setdefault(entry.key, Shelf()).put(entry)

    def cells(self, key: Key, roles: Iterable[ClaimRole]) -> list[LedgerEntry]:
        """The cells of ``key`` in one of ``roles``."""
        shelf, wanted = self.by_key.get(key), frozenset(roles)
        return [entry for entry in shelf.cells if entry.role in wanted] if shelf else []

    def said(self, key: Key, roles: Iterable[ClaimRole], text: int, spot: Spot) -> list[LedgerEntry]:
        """The text's own statements on ``key``: in the same sentence, else the same paragraph, else anywhere."""
        shelf, wanted = self.by_key.get(key), frozenset(roles)
        near = [entry for entry in shelf.around(text, spot) if entry.role in wanted] if shelf else []
        distances = [_distance(entry, spot) for entry in near]
        least = min(distances, default=0)
        found = [entry for entry, distance in zip(near, distances, strict=True) if distance == least]
        return sorted(found, key=lambda entry: abs(entry.spot.start - spot.start) if entry.spot else 0)[:_MOST]

    def nearest(self, key: Key, roles: Iterable[ClaimRole], text: int, spot: Spot) -> list[LedgerEntry]:
        """The values of ``key`` in one of ``roles`` that stand nearest to some words.

        Nearest is the same sentence, then the same paragraph, the same text, the form that holds the text, any cell,
        any other text; values of the nearest of these, none from farther off.
        """
        if found := self.said(key, roles, text, spot):
            return found
        cells, own = self.cells(key, roles), self.texts[text].filing
        of_form = [entry for entry in cells if entry.cell and own is not None and entry.cell.filing == own]
        return (of_form or cells or self._elsewhere(key, roles))[:_MOST]

    def _elsewhere(self, key: Key, roles: Iterable[ClaimRole]) -> list[LedgerEntry]:
        shelf, wanted = self.by_key.get(key), frozenset(roles)
        texts = shelf.said.values() if shelf else ()
        return [entry for said in texts for entry in said[:_REACH] if entry.role in wanted]


def _distance(entry: LedgerEntry, spot: Spot) -> int:
    if entry.spot is None or entry.spot.paragraph != spot.paragraph:
        return 2
    return 0 if entry.spot.sentence == spot.sentence else 1


def ledger_of(papers: Papers) -> Ledger:
    """The ledger of ``papers``. Pure; total on any text, in time linear in its length."""
    ledger = Ledger(texts_of(papers))
    for cell in (*cells_of(papers), *_last_year(papers)):
        ledger.put(LedgerEntry(cell.key, cell.role, cell.quantity, cell=cell))
    for number, text in enumerate(ledger.texts):
        for claim in text.reading.claims.values:
            ledger.put(LedgerEntry(claim.key, claim.role, claim.quantity, text=number, claim=claim))
    return ledger


_LAST_REPORT = _("上年报告中的“{words}”")


def _last_year(papers: Papers) -> Iterator[StatedCell]:
    """What last year's papers say: its cells, and what its texts state beyond doubt."""
    if papers.last_year is None:
        return
    for cell in cells_of(papers.last_year):
        yield replace(cell, where="", name=Message(_LAST_YEAR, {"name": cell.name}), filing=None)
    for text in texts_of(papers.last_year):
        for claim in text.reading.claims.values:
            if claim.certain and claim.item.known:
                name = Message(_LAST_REPORT, {"words": claim.words})
                yield StatedCell(claim.key, claim.role, claim.quantity, "", claim.words, name)
