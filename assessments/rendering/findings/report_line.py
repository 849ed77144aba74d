"""One line for the 绩效评价报告 that goes with a self-assessment: whether it is written, and what it asks."""

from dataclasses import dataclass

from django.urls import reverse

from assessments.models import Cycle
from assessments.services.answered_findings import Findings


@dataclass(frozen=True, slots=True)
class ReportLine:
    """``errors`` must be changed and ``warnings`` explained in the text; what is waived asks for nothing."""

    url: str
    is_written: bool
    errors: int
    warnings: int

    @property
    def is_open(self) -> bool:
        """True if it stands in the way of sending."""
        return bool(self.errors or self.warnings)

    @property
    def icon(self) -> str:
        """The icon of the most that it asks for."""
        return "err" if self.errors else "warn" if self.warnings else "ok" if self.is_written else "pen"


def report_line(cycle: Cycle, findings: Findings) -> ReportLine | None:
    """The line of the report that goes with papers of ``cycle``; None where none does."""
    if not cycle.paper.with_narrative:
        return None
    return ReportLine(
        url=reverse("assessments:narrative", args=[cycle.pk]),
        is_written=findings.has_narrative,
        errors=sum(item.must_change for item in findings.in_narrative),
        warnings=sum(item.must_explain for item in findings.in_narrative),
    )
