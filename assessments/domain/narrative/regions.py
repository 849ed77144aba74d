"""Which papers of a dossier speak of the same county, so that their figures are figures of one thing."""

from typing import TYPE_CHECKING

from assessments.domain.facts import Facts
from assessments.domain.measures.spelling import bare
from assessments.domain.names import county_of, same_county
from assessments.domain.narrative.scopes import HERE

if TYPE_CHECKING:
    from assessments.domain.dossier import Dossier


def region_of(facts: Facts, dossier: "Dossier") -> str:
    """The region that a form is of, as printed."""
    return facts.texts.get("region", "") or dossier.head.get("region", "") or facts.texts.get("reporting_unit", "")


def scope_of(region: str, dossier: "Dossier") -> str:
    """HERE for the region that the dossier is about, its name for another one; a blank region is here."""
    place, home = _place(region), _place(_home(dossier))
    if not place or not home or place == home:
        return HERE
    counties = county_of(region) and county_of(_home(dossier))
    return HERE if counties and same_county(place, home) else place


def _home(dossier: "Dossier") -> str:
    """The region of the first narrative, else of the file, else of the first form."""
    named = [narrative.region for narrative in dossier.narratives]
    named += [dossier.head.get("region", ""), *(region_of(facts, dossier) for facts in dossier.filings)]
    return next((region for region in named if region.strip()), "")


def _place(region: str) -> str:
    return county_of(region) or bare(region[:60])
