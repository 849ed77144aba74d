"""Sentences that the domain says, kept apart from the language they are shown in.

The domain knows no translation machinery: it builds a :class:`Message` from a Chinese template and its figures, and the
screens translate the template before they fill it in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


def gettext_noop(text: str) -> str:
    """Marks a template for the message catalogue and returns it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence as template and figures; ``str()`` gives the Chinese."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)
