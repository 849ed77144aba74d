"""Where in a report the words of a finding stand, as a browser counts them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

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


def place_of(finding: Finding, paragraphs: Sequence[str]) -> Place | None:
    """Where the words of ``finding`` stand, the whole paragraph where it names none; None outside of the text."""
    number = paragraph_of(finding)
    if number is None or number >= len(paragraphs):
        return None
    text, span = paragraphs[number], finding.span
    start, end = (span.start, span.end) if span else (0, len(text))
    label = _("第%(number)s段 “%(words)s”") % {
        "number": _number_as_read(paragraphs, number),
        "words": _quoted(words_of(finding, paragraphs)),
    }
    return Place(number, utf16(text[:start]), utf16(text[:end]), label)


def utf16(text: str) -> int:
    """How many UTF-16 units ``text`` has."""
    return len(text) + sum(char > "\uffff" for char in text)


def characters(text: str) -> int:
    """How many characters were written; blanks and line breaks are none."""
    return sum(not char.isspace() for char in text)


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a paragraph, where it begins, and the places that cover it."""

    text: str
    start: int
    places: tuple[Place, ...]


def cut(text: str, places: Iterable[Place]) -> list[Cut]:
    """One paragraph in pieces, so that each place is covered by whole pieces."""
    found = list(places)
    units = text.encode("utf-16-le", errors="surrogatepass")
    edges = sorted({0, len(units) // 2, *(each.start for each in found), *(each.end for each in found)})
    return [
        Cut(
            units[2 * start : 2 * end].decode("utf-16-le", errors="surrogatepass"),
            start,
            tuple(each for each in found if each.start <= start and end <= each.end),
        )
        for start, end in pairwise(edges)
    ]


def _number_as_read(paragraphs: Sequence[str], number: int) -> int:
    """Which paragraph it is to a reader, who does not count empty lines."""
    return sum(bool(text.strip()) for text in paragraphs[: number + 1])


def _quoted(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"
