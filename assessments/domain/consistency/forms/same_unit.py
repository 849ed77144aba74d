"""Papers of one unit's region, so that their figures and texts can be held against each other."""

from assessments.domain.facts import Facts
from assessments.domain.measures.spelling import bare
from assessments.domain.names import county_of, same_county


def region_key(facts: Facts) -> str:
    """The region that a form is of: its code, else its county, else its region or unit as printed."""
    return _code(facts) or _name(facts)


def may_be_of_one_region(one: Facts, other: Facts) -> bool:
    """True if two forms can be of one region: by their codes where both have one, else by name; unknown ones may be."""
    if _code(one) and _code(other):
        return _code(one) == _code(other)
    names = _name(one), _name(other)
    return "" in names or names[0] == names[1] or (all(map(county_of, names)) and same_county(*names))


def _code(facts: Facts) -> str:
    return facts.value("region_code").strip()


def _name(facts: Facts) -> str:
    named = (facts.value("region"), facts.value("reporting_unit"))
    county = next((county for text in named if (county := county_of(text))), "")
    return county or bare(named[0]) or bare(named[1])
