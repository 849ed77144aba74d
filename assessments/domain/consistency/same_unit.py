"""Which papers are of one unit's region, so that their figures and texts can be held against each other."""

from assessments.domain.facts import Facts
from assessments.domain.measures.spelling import bare
from assessments.domain.names import county_of


def region_key(facts: Facts) -> str:
    """The region that a form is of: its code, else its county, else its region or unit as printed."""
    texts = facts.texts
    named = (texts.get("region", ""), texts.get("reporting_unit", ""))
    county = next((county for text in named if (county := county_of(text))), "")
    return texts.get("region_code", "").strip() or county or bare(named[0]) or bare(named[1])
