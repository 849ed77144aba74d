"""The name of a review sheet: the edition says 监控, a year's sheet is about self-assessments."""

from assessments.editions import edition_named
from assessments.models import Cycle
from assessments.sheets.headings import heading

_MONITORING, _SELF_ASSESSMENT = "绩效监控", "绩效自评"


def name_of(edition: str, cycle: Cycle) -> str:
    """The official name of a sheet of ``cycle``: 绩效监控审核表, or 绩效自评审核表 for a year."""
    return _about(cycle, edition_named(edition).name)


def title_of(edition: str, cycle: Cycle, county: str) -> str:
    """The title of a sheet of ``cycle`` for a county or the whole prefecture."""
    return _about(cycle, heading(edition_named(edition), {"county": county}).title)


def _about(cycle: Cycle, words: str) -> str:
    is_yearly = not cycle.paper.monthly
    return words.replace(_MONITORING, _SELF_ASSESSMENT) if is_yearly else words
