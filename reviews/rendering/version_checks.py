"""The findings of a submitted version, and what papers received later say against it."""

from dataclasses import dataclass

from django.urls import reverse

from assessments.domain.facts import Facts
from assessments.models import NarrativeVersion
from assessments.rendering.findings.finding_view import FindingView
from assessments.rendering.findings.narrative_words import PlacesInText, characters
from assessments.services.answered_findings import AnsweredFinding, GrantedWaiver
from reviews.rendering.findings import Listing, Places
from reviews.services.cross_checks import found_since
from reviews.services.evidence import Evidence, under


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
    idle: tuple[GrantedWaiver, ...]

    @property
    def items(self) -> tuple[FindingView, ...]:
        """Everything that is listed, the paper's first."""
        return self.paper.items + (self.narrative.listing.items if self.narrative else ())

    @property
    def open(self) -> int:
        """The number of findings that are neither explained, waived nor notices."""
        return sum(item.answered.is_open for item in self.items)


def version_checks(evidence: Evidence) -> VersionChecks:
    """The checks of one version, in a constant number of queries."""
    snapshot, facts, sent = evidence.snapshot, evidence.facts, evidence.snapshot.narrative
    since = found_since(snapshot, facts, evidence.beside, evidence.findings)
    new = (under(evidence.waivers, AnsweredFinding(finding, since=True)) for finding in since)
    found, places = (*evidence.findings, *new), _places(facts, sent)
    advisory = snapshot.filing.imported
    in_text = tuple(places.listed(item) for item in found if item.in_narrative)
    at_squares = tuple(places.listed(item) for item in found if not item.in_narrative)
    said = {item.rule for item in found}
    return VersionChecks(
        rule_set=snapshot.rule_set,
        paper=Listing(at_squares, advisory),
        narrative=_card(sent, places.url, Listing(in_text, advisory)) if sent else None,
        idle=tuple(waiver for waiver in evidence.waivers if waiver.rule not in said),
    )


def _places(facts: Facts, sent: NarrativeVersion | None) -> Places:
    text = PlacesInText(sent.text.split("\n") if sent else ())
    return Places(facts, text, reverse("assessments:narrative_version", args=[sent.pk]) if sent else "")


def _card(sent: NarrativeVersion, url: str, listing: Listing) -> NarrativeCard:
    return NarrativeCard(sent, characters(sent.text), url, listing)
