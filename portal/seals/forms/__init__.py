"""The fields typed and chosen on the page of a unit's seal."""
