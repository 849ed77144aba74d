"""The places of a finding's words in a report, as a browser counts them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding
from assessments.services.anchors import paragraph_of, words_of

#: Characters of the words that a chip quotes.
_QUOTED = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one paragraph: ``start`` and ``end`` count UTF-16 units, as scripts do; ``label`` is for a chip."""

    paragraph: int
    start: int
    end: int
    label: str

    @property
    def key(self) -> str:
        """The place as chips and underlined words name it."""
        return f"{self.paragraph}-{self.start}-{self.end}"


class PlacesInText:
    """Finds where words stand in one text, which is counted once, however many findings ask."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        #: Which paragraph each is to a reader, who does not count empty lines.
        self._numbers = list(accumulate(int(bool(text.strip())) for text in paragraphs))
        self._wide: dict[int, list[int]] = {}

    def of(self, finding: Finding) -> Place | None:
        """The place of ``finding``'s words, the whole paragraph where it names none; None outside of the text."""
        number = paragraph_of(finding)
        if number is None or number >= len(self._paragraphs):
            return None
        text, span = self._paragraphs[number], finding.span
        start, end = (span.start, min(span.end, len(text))) if span else (0, len(text))
        label = _("第%(number)s段 “%(words)s”") % {
            "number": self._numbers[number],
            "words": _quoted(words_of(finding, self._paragraphs)),
        }
        return Place(number, self._units(number, start), self._units(number, end), label)

    def _units(self, number: int, end: int) -> int:
        """The number of UTF-16 units that the first ``end`` characters of a paragraph have."""
        wide = self._wide.get(number)
        if wide is None:
            text = self._paragraphs[number]
            wide = self._wide[number] = [at for at, char in enumerate(text) if char > "\uffff"]
        return end + bisect_left(wide, end)


def characters(text: str) -> int:
    """The number of characters written; blanks and line breaks are none."""
    return sum(not char.isspace() for char in text)


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a paragraph, where it begins, and the places that cover it."""

    text: str
    start: int
    places: tuple[Place, ...]


def cut(text: str, places: Iterable[Place]) -> list[Cut]:
    """One paragraph in pieces, so that each place is covered by whole pieces."""
    found = [each for each in places if each.start < each.end]
    units = text.encode("utf-16-le", errors="surrogatepass")
    begun = sorted(range(len(found)), key=lambda number: found[number].start, reverse=True)
    open_places: set[int] = set()
    pieces = []
    edges = {0, len(units) // 2, *(each.start for each in found), *(each.end for each in found)}
    for start, end in pairwise(sorted(edges)):
        open_places = {number for number in open_places if found[number].end > start}
        while begun and found[begun[-1]].start == start:
            open_places.add(begun.pop())
        words = units[2 * start : 2 * end].decode("utf-16-le", errors="surrogatepass")
        pieces.append(Cut(words, start, tuple(found[number] for number in sorted(open_places))))
    return pieces


def _quoted(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"
