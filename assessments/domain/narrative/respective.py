"""分别: names first, then their figures: 收入、支出、结余分别为 A、B、C; 分别增长 a% 和 b%."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from assessments.domain.narrative.claims import Claim
from assessments.domain.narrative.dates import When
from assessments.domain.narrative.frame import Frame
from assessments.domain.narrative.items import item_of
from assessments.domain.narrative.words import Sort

if TYPE_CHECKING:
    from assessments.domain.narrative.paragraph_reader import Reader

_FEWEST = 2


class Named(NamedTuple):
    """The owner, item and time of one figure; blank where the words before 分别 say it for all."""

    subject: str = ""
    phrase: str = ""
    when: When | None = None


@dataclass(slots=True)
class Each:
    """The names that wait for their figures, and the words that hold for each of them."""

    frame: Frame
    waiting: list[Claim | Named]

    @classmethod
    def of(cls, reader: "Reader") -> "Each":
        """From the words before 分别; nothing waits where names and figures are not equally many."""
        frame, count = reader.frame, _figures_ahead(reader)
        phrases = _phrases_before(frame)
        subjects = [subject for subject in frame.subjects if subject]
        waiting: list[Claim | Named] = []
        if len(phrases) == count and len(subjects) <= 1:
            waiting = [Named(phrase=phrase) for phrase in phrases]
        elif len(subjects) == count and len(phrases) <= 1:
            reader.each_subjects = subjects
            waiting = [Named(subject, phrases[0] if phrases else "") for subject in subjects]
        elif not subjects and len(phrases) == 1 and len(reader.each_subjects) == count:
            waiting = [Named(subject, phrases[0]) for subject in reader.each_subjects]
        elif len(frame.whens) == count and len(phrases) == 1 and len(subjects) <= 1:
            waiting = [Named(phrase=phrases[0], when=when) for when in frame.whens]
        elif not phrases and not subjects and len(reader.subjects) == count:
            waiting = [Named(subject) for subject in reader.subjects]
        elif not phrases and not subjects:
            carried = reader.carried.claim if reader.carried else None
            before = [claim for claim in reader.in_sentence() if claim is not carried]
            waiting = list(before[-count:]) if len(before) >= count else []
        return cls(frame, waiting if count >= _FEWEST else [])

    def following(self, frame: Frame) -> "Each | None":
        """This, while figure follows figure with nothing but 、 or 和 between."""
        return self if frame.is_bare else None

    def next(self, reader: "Reader") -> bool:
        """Sets the reader's frame to the next name with the words that hold for all; False where none waits."""
        if not self.waiting:
            return False
        named = self.waiting.pop(0)
        frame = replace(self.frame, each=False, phrases=[], joined=[], pieces=[], subjects=[])
        if isinstance(named, Named):
            frame.subjects = [named.subject] if named.subject else list(self.frame.subjects[:1])
            frame.pieces = [named.phrase] if named.phrase else []
            frame.whens = [named.when] if named.when else list(self.frame.whens)
        else:
            reader.state.focus = named
            reader.state.item = named.item
            reader.state.scope, reader.state.subject, _item, reader.state.year, reader.state.months = named.key
        reader.frame = frame
        return True


def _phrases_before(frame: Frame) -> list[str]:
    """The names that 、 joined right before 分别."""
    names = list(frame.joined) + (["".join(frame.pieces)] if frame.pieces else [])
    return [name for name in names if item_of(name)]


def _figures_ahead(reader: "Reader") -> int:
    """How many figures follow each other with nothing but 、 or 和 between, the one at hand included."""
    count, index = 1, reader.index + 1
    tokens = reader.tokens
    while index + 1 < len(tokens) and tokens[index].sort in _JOINTS and tokens[index + 1].sort is Sort.FIGURE:
        count, index = count + 1, index + 2
    return count


_JOINTS = frozenset({Sort.AND, Sort.COMMA})
