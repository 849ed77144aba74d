"""``read_text``: paragraphs to claims, and what headings say for the paragraphs under them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.domain.bounded_cache import Kept
from assessments.domain.narrative.claims import Claims
from assessments.domain.narrative.gathered import Gathered
from assessments.domain.narrative.headings import Headings
from assessments.domain.narrative.normalised import Plain, plain
from assessments.domain.narrative.paragraph_reader import Reader, is_line
from assessments.domain.narrative.paragraph_walk import finish, walk
from assessments.domain.narrative.pasted_tables import PastedRows
from assessments.domain.narrative.reading_state import Around
from assessments.domain.narrative.scopes import Home
from assessments.domain.narrative.subjects import Naming
from assessments.domain.narrative.tokens import tokens
from assessments.domain.narrative.unnamed_budgets import name_spending


@dataclass(frozen=True, slots=True)
class TextReading:
    """A text as it was read: its claims, and the plain paragraphs that their places refer to."""

    paragraphs: tuple[str, ...]
    plain: tuple[Plain, ...]
    claims: Claims


#: Characters of texts whose readings a process keeps (about 40 bytes each): those of some hundred units at work.
_MOST = 2_000_000
#: What a reading takes beside its text, counted as characters.
_BESIDE = 100
_kept: Kept[tuple[tuple[str, ...], Around, str], TextReading] = Kept(_MOST)


def _finished(reader: Reader | None, sentence: int) -> int:
    """The number of the next sentence, after the last one of a paragraph has been ended."""
    if reader is None:
        return sentence
    finish(reader)
    return reader.sentence


def read_text(paragraphs: Sequence[str], around: Around, region: str = "") -> TextReading:
    """Everything that a text claims.

    Total on any text, in time linear in its length; never raises. ``around`` is what holds where the text says
    nothing: the fund, the year, the measure of a form's square. Of an unchanged text the reading is kept.
    """
    asked = (tuple(paragraphs), around, region)
    found = _kept.get(asked)
    if found is None:
        found = _read(*asked)
        _kept.put(asked, found, weight=_BESIDE + sum(map(len, paragraphs)))
    return found


def _read(paragraphs: tuple[str, ...], around: Around, region: str) -> TextReading:
    running, rows = [plain(paragraph) for paragraph in paragraphs], PastedRows()
    naming, home = Naming.of("\n".join(each.text for each in running)), Home.of(region)
    plains = tuple(rows.read(each.paragraph) or each for each in running)
    claims, headings, sentence = Gathered(), Headings(around), 0
    reader: Reader | None = None
    for number, paragraph in enumerate(plains):
        pieces = tokens(paragraph.text, naming, home)
        around = headings.around(paragraph.text, pieces)
        if reader is not None and reader.is_line and is_line(pieces):
            reader.go_on(number, paragraph, pieces)
        else:
            sentence = _finished(reader, sentence)
            reader = Reader.of(number, paragraph, pieces, around, claims, sentence)
        walk(reader)
    _finished(reader, sentence)
    name_spending(claims)
    return TextReading(paragraphs, plains, claims.claims())
