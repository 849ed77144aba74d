"""Judgements: reviews with their four scores, and the sheets that collect them."""

from reviews.models.review import Review, Score
from reviews.models.review_sheet import ReviewSheet, ReviewSheetRow, ReviewSheetSnapshot

__all__ = ["Review", "ReviewSheet", "ReviewSheetRow", "ReviewSheetSnapshot", "Score"]
