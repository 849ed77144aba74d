"""Rows behind the papers: what is owed, what is claimed, what was remarked and what was frozen."""

from assessments.models.cycle import Cycle
from assessments.models.explanation import Explanation
from assessments.models.filing import Filing
from assessments.models.history import Move, SquareChange
from assessments.models.mark import Mark
from assessments.models.narrative import NarrativeExplanation, NarrativeReport, NarrativeVersion
from assessments.models.obligation import Extension, Obligation
from assessments.models.snapshot import Snapshot
from assessments.models.squares import ListRow, PlainSquare
from assessments.models.waiver import Waiver

__all__ = [
    "Cycle",
    "Explanation",
    "Extension",
    "Filing",
    "ListRow",
    "Mark",
    "Move",
    "NarrativeExplanation",
    "NarrativeReport",
    "NarrativeVersion",
    "Obligation",
    "PlainSquare",
    "Snapshot",
    "SquareChange",
    "Waiver",
]
