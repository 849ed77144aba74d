"""The papers that speak of the same county, so that their figures are figures of one thing."""

from assessments.domain.facts import Facts
from assessments.domain.measures.spelling import bare
from assessments.domain.names import county_of, same_county
from assessments.domain.narrative.scopes import HERE
from assessments.domain.papers import Papers


def region_of(facts: Facts, papers: Papers) -> str:
    """The region that a form is of, as printed."""
    return facts.value("region") or papers.head.get("region", "") or facts.value("reporting_unit")


def scope_of(region: str, papers: Papers) -> str:
    """HERE for the region that the papers are about, its name for another one; a blank region is here."""
    place, home = _place(region), _place(_home(papers))
    if not place or not home or place == home:
        return HERE
    counties = county_of(region) and county_of(_home(papers))
    return HERE if counties and same_county(place, home) else place


def _home(papers: Papers) -> str:
    """The region of the first narrative, else of the file, else of the first form."""
    named = [narrative.region for narrative in papers.narratives]
    named += [papers.head.get("region", ""), *(region_of(facts, papers) for facts in papers.filings)]
    return next((region for region in named if region.strip()), "")


def _place(region: str) -> str:
    return county_of(region) or bare(region[:60])
