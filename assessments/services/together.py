"""The papers of a unit in a cycle, checked once for whoever wants to know what was found in any of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency import Checked, check_dossier
from assessments.domain.facts import Facts
from assessments.models import Cycle, Filing
from assessments.services.dossiers import Place, Surroundings, surroundings_of
from portal.accounts.models import Unit


@dataclass(frozen=True)
class Together:
    """What stands together; ``computed`` says, by their numbers in the dossier, of which forms one wants to know."""

    around: Surroundings
    computed: Mapping[int, Computed]

    @cached_property
    def checked(self) -> Checked:
        """What the rules of the cycle say of it; those on one form are asked only of the forms in ``computed``."""
        return check_dossier(self.around.dossier, computed=self.computed, rule_set=self.around.rule_set)


def together(
    filings: Mapping[Filing, Facts],
    places: Iterable[tuple[Cycle, Unit]] = (),
    *,
    computed: Mapping[int, Computed] | None = None,
) -> dict[Place, Together]:
    """What stands together with ``filings`` and in ``places``, in a constant number of queries.

    ``computed`` is what follows from the filings, by their ids, where that is known.
    """
    known = computed or {filing.pk: compute(facts) for filing, facts in filings.items()}
    return {
        place: Together(around, {number: known[pk] for pk, number in around.numbers.items() if pk in known})
        for place, around in surroundings_of(filings, places).items()
    }
