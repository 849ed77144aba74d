"""Judgements: reviews with their four scores, the sheets that collect them, and what is exported."""

from reviews.models.export import Export
from reviews.models.review import Review, Score
from reviews.models.review_sheet import ReviewSheet, ReviewSheetRow, ReviewSheetSnapshot

__all__ = ["Export", "Review", "ReviewSheet", "ReviewSheetRow", "ReviewSheetSnapshot", "Score"]
