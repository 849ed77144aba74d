"""A dossier: the papers that are checked against each other, and what they state (forms.md §5)."""

from dataclasses import dataclass
from functools import cached_property

from assessments.domain.ledger.entries import Ledger, ledger_of
from assessments.domain.papers import Papers


@dataclass(frozen=True)
class Dossier(Papers):
    """The papers that are checked together, with the ledger of what they state."""

    @cached_property
    def ledger(self) -> Ledger:
        """Every value that texts and cells state, by datum; read once for all rules on running text."""
        return ledger_of(self)
