"""``read_text``: paragraphs to claims, and what headings say for the paragraphs under them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assessments.domain.narrative.claims import Claims
from assessments.domain.narrative.headings import Headings
from assessments.domain.narrative.nameless import name_spending
from assessments.domain.narrative.plain import Plain, plain
from assessments.domain.narrative.reader import Reader, is_line
from assessments.domain.narrative.rows import Rows
from assessments.domain.narrative.scopes import Home
from assessments.domain.narrative.state import Around
from assessments.domain.narrative.subjects import Naming
from assessments.domain.narrative.tokens import tokens
from assessments.domain.narrative.walking import finish, walk


@dataclass(frozen=True)
class Reading:
    """A text as it was read: its claims, and the plain paragraphs that their places refer to."""

    paragraphs: tuple[str, ...]
    plain: tuple[Plain, ...]
    claims: Claims = field(default_factory=Claims)


def _finished(reader: Reader | None, sentence: int) -> int:
    """The number of the next sentence, after the last one of a paragraph has been ended."""
    if reader is None:
        return sentence
    finish(reader)
    return reader.sentence


def read_text(paragraphs: Sequence[str], around: Around, region: str = "") -> Reading:
    """Everything that a text claims.

    Total on any text, in time linear in its length; never raises. ``around`` is what holds where the text says
    nothing: the fund, the year, the measure of a form's square.
    """
    naming, home = Naming.of("\n".join(plain(paragraph).text for paragraph in paragraphs)), Home.of(region)
    rows = Rows()
    plains = tuple(rows.read(paragraph) or plain(paragraph) for paragraph in paragraphs)
    claims, headings, sentence = Claims(), Headings(around), 0
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
    return Reading(tuple(paragraphs), plains, claims)
