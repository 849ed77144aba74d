"""What the rules said of a submitted version, and what papers received later say against it."""

from dataclasses import dataclass

from django.urls import reverse

from assessments.domain.facts import Facts
from assessments.models import NarrativeVersion
from assessments.rendering.findings.narrative_words import PlacesInText, characters
from assessments.services.frozen import Frozen
from reviews.rendering.findings import Found, Listing, Places, Waiver, waivers_in_words
from reviews.services.cross_checks import found_since
from reviews.services.evidence import Evidence


@dataclass(frozen=True, slots=True)
class NarrativeCard:
    """The 绩效评价报告 that went with the version; ``length`` in characters without blanks."""

    version: NarrativeVersion
    length: int
    url: str
    listing: Listing


@dataclass(frozen=True, slots=True)
class VersionChecks:
    """The findings that a version keeps, by the rules of ``rule_set``; nothing of them is computed anew.

    ``idle`` are waivers that count for the version although their rules found nothing in it.
    """

    rule_set: str
    paper: Listing
    narrative: NarrativeCard | None
    idle: tuple[Waiver, ...]

    @property
    def items(self) -> tuple[Found, ...]:
        """Everything that is listed, the paper's first."""
        return self.paper.items + (self.narrative.listing.items if self.narrative else ())

    @property
    def open(self) -> int:
        """How many findings are neither explained, waived nor notices."""
        return sum(item.open for item in self.items)


def version_checks(evidence: Evidence) -> VersionChecks:
    """The checks of one version, in a constant number of queries."""
    snapshot, facts, frozen = evidence.snapshot, evidence.facts, evidence.frozen
    waivers, sent = waivers_in_words(evidence.waivers), snapshot.narrative
    places = _places(facts, sent)
    found = [(item, places.listed(item, waivers)) for item in frozen]
    new = [Frozen(finding) for finding in found_since(snapshot, facts, evidence.beside, frozen)]
    found += [(item, places.listed(item, waivers, since=True)) for item in new]
    advisory = snapshot.filing.imported
    in_text = tuple(shown for item, shown in found if item.in_narrative)
    said = {item.finding.rule for item, _shown in found}
    return VersionChecks(
        rule_set=snapshot.rule_set,
        paper=Listing(tuple(shown for item, shown in found if not item.in_narrative), advisory),
        narrative=_card(sent, places.url, Listing(in_text, advisory)) if sent else None,
        idle=tuple(waiver for rule, waiver in waivers.items() if rule not in said),
    )


def _places(facts: Facts, sent: NarrativeVersion | None) -> Places:
    text = PlacesInText(sent.text.split("\n") if sent else ())
    return Places(facts, text, reverse("assessments:narrative_version", args=[sent.pk]) if sent else "")


def _card(sent: NarrativeVersion, url: str, listing: Listing) -> NarrativeCard:
    return NarrativeCard(sent, characters(sent.text), url, listing)
