"""Examples that pass or fail a rule, as small files in the exchange format: shown on the rule page, run as tests."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """``says`` in one line what stands in the file; ``file`` is the file's object, ``last_year`` the year's before."""

    says: str
    file: Mapping[str, object]
    last_year: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A file on which the rule finds nothing, and one on which it finds something."""

    passes: Given
    fails: Given
