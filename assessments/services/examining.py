"""The findings of its cycle's rules in a filing, held against everything that it is checked with."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from assessments.domain.computed import Computed
from assessments.domain.consistency import of_form, of_text
from assessments.domain.consistency.needs import Need, is_met
from assessments.domain.facts import Facts
from assessments.domain.unprintable import unprintable_in_form, unprintable_in_text
from assessments.domain.workflow import WITH_THE_UNIT, State
from assessments.models import Filing, NarrativeReport
from assessments.permissions import is_read_by_unit
from assessments.queries import facts_of, latest_snapshot
from assessments.services.answered_findings import Findings, answered_at_squares, answered_in_text
from assessments.services.dossiers import Place, Surroundings, place_of, surroundings_of, told_in
from assessments.services.snapshot_findings import findings_then
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Examined(Findings):
    """The findings in one filing now, and the rules applied.

    ``applied`` and ``not_applicable`` are ids of rules, ``lacking`` what the latter miss; ``asked`` the rules that the
    unit asked to be waived.
    """

    rule_set: str = ""
    applied: frozenset[str] = frozenset()
    not_applicable: frozenset[str] = frozenset()
    lacking: frozenset[Need] = frozenset()
    narrative: NarrativeReport | None = None
    asked: frozenset[str] = frozenset()


def examine(filing: Filing, facts: Facts, computed: Computed | None = None) -> Examined:
    """Checks ``facts`` of ``filing`` with its surroundings, in a constant number of queries."""
    known = {filing.pk: computed} if computed else None
    papers = surroundings_of({filing: facts}, computed=known, beside=filing.beside)
    return examine_all({filing: facts}, papers)[filing.pk]


def examine_all(
    filings: Mapping[Filing, Facts], papers: Mapping[Place, Surroundings] | None = None
) -> dict[int, Examined]:
    """The same for many filings, by their ids; papers of one unit and cycle are checked once, together.

    ``papers`` is what stands together with the filings, where that is known.
    """
    papers = papers or surroundings_of(filings)
    prefetch_related_objects(list(filings), "explanations")
    return {filing.pk: _examined(filing, facts, papers[place_of(filing)]) for filing, facts in filings.items()}


def findings_for(user: User, filing: Filing) -> Findings:
    """The findings that this person may know: for the unit today's while the paper is with it, else those submitted.

    ``filing`` is one that ``user`` may read, so that without a snapshot it is the unit's own.
    """
    is_at_home = is_read_by_unit(user, filing) and not filing.imported and State(filing.state) in WITH_THE_UNIT
    snapshot = None if is_at_home else latest_snapshot(filing)
    return findings_then(snapshot) if snapshot else examine(filing, facts_of(filing))


def _examined(filing: Filing, facts: Facts, around: Surroundings) -> Examined:
    checked, texts, place = around.checked, around.dossier.narratives, around.places[filing.pk]
    waivers = {rule: (waiver,) for rule, waiver in around.waivers.get(filing.obligation_id, {}).items()}
    paragraphs = texts[0].paragraphs if texts else ()
    at_squares = (*of_form(facts, place, checked.findings), *unprintable_in_form(facts))
    in_text = (*of_text(checked.findings), *unprintable_in_text(() if filing.imported else paragraphs))
    return Examined(
        facts=facts,
        at_squares=answered_at_squares(at_squares, filing, waivers),
        in_narrative=answered_in_text(in_text, paragraphs, told_in(around.narrative), waivers),
        has_narrative=bool(paragraphs),
        rule_set=around.rule_set,
        applied=checked.applied,
        not_applicable=checked.not_applicable,
        lacking=frozenset(need for need in Need if not is_met(need, around.dossier)),
        narrative=around.narrative,
        asked=around.asked.get(filing.obligation_id, frozenset()),
    )
