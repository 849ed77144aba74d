"""The findings in the words of a unit's 绩效评价报告, and what the unit says to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from assessments.domain.consistency import of_text, rules_of
from assessments.domain.consistency.needs import Need, is_met
from assessments.domain.dossier import Dossier
from assessments.domain.unprintable import unprintable_in_text
from assessments.domain.workflow import WITH_THE_UNIT, State
from assessments.models import Cycle, NarrativeExplanation, NarrativeReport, Obligation
from assessments.services.answered_findings import AnsweredFinding, GrantedWaiver, WaiversByRule, answered_in_text
from assessments.services.dossiers import Place, Surroundings, surroundings_of, told_in
from portal.accounts.models import Unit

#: What a rule needs that reads running text.
_TEXT = frozenset({Need.TEXT, Need.NARRATIVE})


@dataclass(frozen=True, slots=True)
class ExaminedText:
    """The text of one unit in one cycle with what was found in it, in the order of its words.

    ``applied`` are ids of the rules that read running text, ``passed`` those of them that found nothing; ``lacking``
    names, for those that could not be applied, what they miss.
    """

    report: NarrativeReport | None
    paragraphs: tuple[str, ...] = ()
    findings: tuple[AnsweredFinding, ...] = ()
    applied: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    lacking: Mapping[str, tuple[Need, ...]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """The number of places that must be changed."""
        return sum(item.must_change for item in self.findings)

    @property
    def waived(self) -> int:
        """The number of findings that ask for nothing because they are waived, for all the papers or for some."""
        return sum(bool(item.waivers or item.partly) for item in self.findings)

    @property
    def unexplained(self) -> int:
        """The number of warnings that ask for an explanation."""
        return sum(item.must_explain for item in self.findings)

    def with_explanation(self, told: NarrativeExplanation) -> "ExaminedText":
        """The same with what the unit says now."""
        findings = (
            replace(item, explanation=told.text) if (item.rule, item.anchor) == (told.rule, told.anchor) else item
            for item in self.findings
        )
        return replace(self, findings=tuple(findings))


def examine_text(cycle: Cycle, unit: Unit) -> ExaminedText:
    """The text of one unit in one cycle, see :func:`examine_texts`."""
    return examine_texts([(cycle, unit)])[cycle.pk, unit.pk]


def examine_texts(
    places: Iterable[tuple[Cycle, Unit]], papers: Mapping[Place, Surroundings] | None = None
) -> dict[Place, ExaminedText]:
    """Checks the texts of units in cycles with all that stands beside them, in a constant number of queries.

    A rule that is waived for every form that is still with the unit asks for nothing in the text either. The units'
    regions are fetched already. ``papers`` is what stands together there, where that is known.
    """
    wanted = list(places)
    papers, owed = papers or surroundings_of({}, wanted), _owed(wanted)
    return {
        place: _examined(papers[place], owed.get(place, frozenset()))
        for place in ((cycle.pk, unit.pk) for cycle, unit in wanted)
    }


def _examined(around: Surroundings, owed: frozenset[int]) -> ExaminedText:
    report, dossier = around.narrative, around.dossier
    if not dossier.narratives:
        return ExaminedText(report)
    paragraphs = dossier.narratives[0].paragraphs
    found = (*of_text(around.checked.findings), *unprintable_in_text(paragraphs))
    findings = answered_in_text(found, paragraphs, told_in(report), *_waivers(around, owed))
    lacking = _lacking(dossier, around.rule_set)
    applied = frozenset(_rules_on_text(around.rule_set) - lacking.keys())
    passed = applied - {item.rule for item in findings}
    return ExaminedText(report, paragraphs, findings, applied, passed, lacking)


def _rules_on_text(rule_set: str) -> set[str]:
    return {rule.id for rule in rules_of(rule_set) if _TEXT & set(rule.needs)}


def _lacking(dossier: Dossier, rule_set: str) -> dict[str, tuple[Need, ...]]:
    """The rules on running text of which no part could be applied, with what the first of its parts misses."""
    missing: dict[str, list[tuple[Need, ...]]] = {}
    for rule in rules_of(rule_set):
        if _TEXT & set(rule.needs):
            missing.setdefault(rule.id, []).append(tuple(need for need in rule.needs if not is_met(need, dossier)))
    return {rule: parts[0] for rule, parts in missing.items() if all(parts)}


def _waivers(around: Surroundings, papers: frozenset[int]) -> tuple[WaiversByRule, WaiversByRule]:
    """The waivers of rules that are waived for all the papers, and of those that are for some."""
    found: dict[str, tuple[GrantedWaiver, ...]] = {}
    for paper in sorted(papers):
        for rule, waiver in around.waivers.get(paper, {}).items():
            found[rule] = (*found.get(rule, ()), waiver)
    whole = {rule: waivers for rule, waivers in found.items() if len(waivers) == len(papers)}
    return whole, {rule: waivers for rule, waivers in found.items() if rule not in whole}


def _owed(places: Iterable[tuple[Cycle, Unit]]) -> dict[Place, frozenset[int]]:
    """The obligations whose paper is still, or again, with its unit; where none is, all of them."""
    wanted = {(cycle.pk, unit.pk) for cycle, unit in places}
    cycles, units = {cycle for cycle, _unit in wanted}, {unit for _cycle, unit in wanted}
    owed = Obligation.objects.filter(cycle__in=cycles, unit__in=units)
    papers: dict[Place, dict[int, bool]] = {}
    for cycle, unit, pk, state in owed.values_list("cycle_id", "unit_id", "pk", "filing__state"):
        papers.setdefault((cycle, unit), {})[pk] = state is None or State(state) in WITH_THE_UNIT
    return {
        place: frozenset(pk for pk, own in owned.items() if own) or frozenset(owned) for place, owned in papers.items()
    }
