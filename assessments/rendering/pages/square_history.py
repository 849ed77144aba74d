"""The history of one square: who wrote what when, the remarks on it and their answers, the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile

from django.utils.translation import gettext as _

from assessments.models import Mark, SquareChange

#: Stored changes that are looked at; a square that was typed into more often says so.
MOST = 200
#: What one person types into a square without a longer pause is one step.
_PAUSE = timedelta(minutes=10)
#: Characters of a text that is shown whole, and of those beside what changed in a longer one.
_SHORT, _BESIDE = 80, 12


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One step: who, when, and what it was. ``words`` are a remark or its answer, else ``was`` became ``value``.

    ``kept`` is False for a text that was not taken, because somebody else had just written another.
    """

    who: str
    at: datetime
    label: str = ""
    words: str = ""
    was: str = ""
    value: str = ""
    kept: bool = True

    @property
    def shown(self) -> tuple[str, str]:
        """Both texts; of long ones what differs, with a few characters beside it."""
        return _narrowed(self.was, self.value)


def steps_of(changes: Iterable[SquareChange], marks: Iterable[Mark]) -> list[HistoryStep]:
    """The steps of a square; ``changes`` are its own and its row's, the newest first, ``marks`` the sent ones."""
    written = _together(_changed(change) for change in reversed(list(changes)))
    return sorted([*written, *_remarked(marks)], key=lambda step: step.at, reverse=True)


def _changed(change: SquareChange) -> HistoryStep:
    step = HistoryStep(str(change.actor), change.at, was=change.was, value=change.value, kept=change.kept)
    if change.key.endswith("]"):
        return replace(step, label=_("增加本行"))
    return step if step.kept else replace(step, label=_("没有采用"))


def _remarked(marks: Iterable[Mark]) -> Iterator[HistoryStep]:
    for mark in marks:
        yield HistoryStep(str(mark.author), mark.at, label=_("批注"), words=mark.reason)
        if mark.answered_at:
            yield HistoryStep(
                str(mark.answered_by), mark.answered_at, label=mark.get_answer_kind_display(), words=mark.answer
            )


def _together(steps: Iterable[HistoryStep]) -> list[HistoryStep]:
    """``steps``, the oldest first; what one person typed on and on is one, and nothing where it ended as it began."""
    joined: list[HistoryStep] = []
    for step in steps:
        if joined and _goes_on(joined[-1], step):
            joined[-1] = replace(step, was=joined[-1].was)
        else:
            joined.append(step)
    return [step for step in joined if step.label or step.was != step.value]


def _goes_on(before: HistoryStep, step: HistoryStep) -> bool:
    plain = not (before.label or step.label)
    return plain and before.who == step.who and before.value == step.was and step.at - before.at <= _PAUSE


def _narrowed(was: str, value: str) -> tuple[str, str]:
    if max(len(was), len(value)) <= _SHORT:
        return was, value
    same = _alike(was, value)
    tail = _alike(was[same:][::-1], value[same:][::-1])
    start = max(0, same - _BESIDE)
    return _cut(was, start, tail), _cut(value, start, tail)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(text: str, start: int, tail: int) -> str:
    end = len(text) - max(0, tail - _BESIDE)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
