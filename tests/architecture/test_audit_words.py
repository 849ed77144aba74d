"""Whatever stands in the record reads in words, not in codes."""

import re

from portal.audit.wording import subject_kinds, verbs
from tests.architecture.sources import own, text_of

VERB = re.compile(r'\bverb="(\w+)"')
SUBJECT = re.compile(r'\bsubject_kind="(\w+)"')


def _written(pattern: re.Pattern[str]) -> set[str]:
    """What services write into the record literally."""
    services = [path for path in own(".py") if path.startswith(("assessments/", "portal/", "reviews/"))]
    return {word for path in services for word in pattern.findall(text_of(path))}


def test_every_act_that_is_recorded_has_words() -> None:
    assert sorted(_written(VERB) - set(verbs())) == []


def test_every_subject_that_is_recorded_has_words() -> None:
    assert sorted(_written(SUBJECT) - set(subject_kinds())) == []
