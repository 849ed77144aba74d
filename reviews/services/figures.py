"""The figures of a signed review sheet that its public page shows: the total of every row."""

from collections.abc import Sequence

from portal.documents.papers.comparison_figures import Figure
from portal.text.door import clean_all
from reviews.models import ReviewSheetSnapshot


def figures_of(subject_id: str, digest: str) -> Sequence[Figure]:
    """The unit of each row and its total, as they are printed."""
    if not subject_id.isdecimal():
        return ()
    frozen = ReviewSheetSnapshot.objects.filter(sheet_id=int(subject_id), digest=digest).first()
    rows = clean_all(frozen.payload)["rows"] if frozen else ()
    return tuple(Figure(f"{row['reporting_unit']}　{row['project_name']}　总分", row["total_score"]) for row in rows)
