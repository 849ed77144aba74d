"""What the rules of its cycle say of a filing, held against everything that it is checked with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessments.domain.computed import Computed
from assessments.domain.consistency import Finding, of_filing, of_text
from assessments.domain.consistency.needs import Need, is_met
from assessments.domain.facts import Facts
from assessments.domain.unprintable import unprintable_in_form, unprintable_in_text
from assessments.models import Filing, NarrativeReport, Waiver
from assessments.services.anchors import anchor_of
from assessments.services.dossiers import Place, place_of, told_in
from assessments.services.together import Together, together


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in one filing: at its squares (keyed by square), and in the narrative that goes with it.

    ``applied`` and ``not_applicable`` are ids of rules, ``lacking`` what the latter miss; ``waivers`` those in force
    for this filing, by rule, ``asked`` the rules that the unit asked to be waived. ``told_in_narrative`` is what it
    explained in the narrative, by rule and anchor.
    """

    findings: tuple[Finding, ...]
    in_narrative: tuple[Finding, ...]
    applied: frozenset[str]
    not_applicable: frozenset[str]
    rule_set: str
    waivers: Mapping[str, Waiver]
    narrative: NarrativeReport | None
    paragraphs: tuple[str, ...] = ()
    lacking: frozenset[Need] = frozenset()
    asked: frozenset[str] = frozenset()
    told_in_narrative: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def binding(self) -> tuple[Finding, ...]:
        """The findings at squares whose rule is not waived."""
        return tuple(item for item in self.findings if item.rule not in self.waivers)

    @property
    def waived(self) -> tuple[tuple[Finding, Waiver], ...]:
        """The findings, at squares and in the narrative, whose rule is waived, each with its waiver."""
        both = (*self.findings, *self.in_narrative)
        return tuple((item, self.waivers[item.rule]) for item in both if item.rule in self.waivers)

    @property
    def binding_in_narrative(self) -> tuple[Finding, ...]:
        """The findings in the narrative whose rule is not waived for this filing."""
        return tuple(item for item in self.in_narrative if item.rule not in self.waivers)

    @property
    def passed(self) -> int:
        """How many rules were applied and found nothing at this filing's squares."""
        return len(self.applied - {item.rule for item in self.findings})

    def explanation_in_narrative(self, finding: Finding) -> str:
        """What the unit says to a finding in the narrative; blank where nothing."""
        return self.told_in_narrative.get((finding.rule, anchor_of(finding, self.paragraphs)), "")


def examine(filing: Filing, facts: Facts, computed: Computed | None = None) -> Examined:
    """Checks ``facts`` of ``filing`` with its surroundings, in a constant number of queries."""
    known = {filing.pk: computed} if computed else None
    return examine_all({filing: facts}, together({filing: facts}, computed=known))[filing.pk]


def examine_all(filings: Mapping[Filing, Facts], papers: Mapping[Place, Together] | None = None) -> dict[int, Examined]:
    """The same for many filings, by their ids; papers of one unit and cycle are checked once, together.

    ``papers`` is what stands together with the filings, where that is known.
    """
    papers = papers or together(filings)
    return {filing.pk: _examined(filing, papers[place_of(filing)]) for filing in filings}


def _examined(filing: Filing, papers: Together) -> Examined:
    around, checked = papers.around, papers.checked
    texts, number = around.dossier.narratives, around.numbers[filing.pk]
    own_text = texts[0].paragraphs if texts and not filing.imported else ()
    unprintable = unprintable_in_form(around.dossier.filings[number])
    return Examined(
        findings=(*of_filing(around.dossier, number, checked.findings), *unprintable),
        in_narrative=(*of_text(checked.findings), *unprintable_in_text(own_text)),
        applied=checked.applied,
        not_applicable=checked.not_applicable,
        rule_set=around.rule_set,
        waivers=around.waivers.get(filing.obligation_id, {}),
        narrative=around.narrative,
        paragraphs=texts[0].paragraphs if texts else (),
        lacking=frozenset(need for need in Need if not is_met(need, around.dossier)),
        asked=around.asked.get(filing.obligation_id, frozenset()),
        told_in_narrative=told_in(around.narrative),
    )
