"""Names of places and offices as they stand on paper (V16)."""

from assessments.domain.names.offices import Branch, Mention, Office, is_short_for, mentions_in, office_of, own_start
from assessments.domain.names.places import county_of, mentions_county, same_county

__all__ = [
    "Branch",
    "Mention",
    "Office",
    "county_of",
    "is_short_for",
    "mentions_county",
    "mentions_in",
    "office_of",
    "own_start",
    "same_county",
]
