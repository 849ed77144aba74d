"""The kinds of work that jobs do: each declared by the room that does it, and registered in ``settings.JOB_KINDS``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import cast

from django.conf import settings
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from portal.jobs.words import JobState, Queue

#: How often work is taken up that does no harm when a worker was lost half-way.
REPEATABLE = 3


@dataclass(frozen=True, slots=True)
class JobKind:
    """One kind of work.

    ``runner`` is called with the claim, by dotted name, so that only workers load it. One run takes at most
    ``time_limit``; a job is taken up ``attempts`` times at most where workers are lost over it, 1 for work that must
    not be done twice. ``name``, ``words`` for its states, ``made`` (the word for work behind it) and ``stages`` are
    what a screen says.
    """

    name: str | Promise
    runner: str
    time_limit: timedelta
    queue: Queue = Queue.INTERACTIVE
    attempts: int = REPEATABLE
    words: Mapping[JobState, str | Promise] = field(default_factory=dict)
    made: str | Promise = ""
    stages: Mapping[str, str | Promise] = field(default_factory=dict)

    def word(self, state: str) -> str | Promise:
        """The word for a state."""
        return self.words.get(JobState(state), JobState(state).label)


def kind_called(name: str) -> JobKind:
    """The kind of work registered as ``name``; KeyError where there is none."""
    return cast(JobKind, import_string(settings.JOB_KINDS[name]))


def attempts_left() -> Q:
    """Jobs that may be taken up once more; none of a kind that is not registered here."""
    return reduce(or_, (Q(kind=name, attempts__lt=kind_called(name).attempts) for name in settings.JOB_KINDS))


def attempts_used_up() -> Q:
    """Jobs that were lost as often as their kind bears."""
    return reduce(or_, (Q(kind=name, attempts__gte=kind_called(name).attempts) for name in settings.JOB_KINDS))
