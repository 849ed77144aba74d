"""The page of a unit's seal."""
