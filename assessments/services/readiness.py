"""The readiness of a filing to be sent, and what stands in its way."""

from dataclasses import dataclass

from assessments.domain.computed import Computed
from assessments.domain.consistency import Severity
from assessments.domain.required import missing_squares
from assessments.models import Filing, Mark
from assessments.services.answered_findings import AnsweredFinding, Findings
from assessments.services.marks import open_marks


@dataclass(frozen=True, slots=True)
class Readiness:
    """The findings by what they ask for; ``missing`` are keys of squares that must not stay blank."""

    findings: Findings
    missing: tuple[str, ...]
    unanswered: tuple[Mark, ...]

    @property
    def ready(self) -> bool:
        """Nothing blocks: no error, no blank, no unexplained warning, no unanswered remark."""
        return not (self.must_change or self.missing or self.must_explain or self.unanswered)

    @property
    def errors(self) -> tuple[AnsweredFinding, ...]:
        """Those at squares that must be changed."""
        return tuple(item for item in self.findings.at_squares if item.must_change)

    @property
    def unexplained(self) -> tuple[AnsweredFinding, ...]:
        """The warnings at squares that must be explained."""
        return tuple(item for item in self.findings.at_squares if item.must_explain)

    @property
    def explained(self) -> tuple[AnsweredFinding, ...]:
        """The warnings at squares to which the unit's words stand."""
        return tuple(
            item for item in self.findings.binding if item.finding.severity is Severity.WARNING and item.stands
        )

    @property
    def asks_in_text(self) -> bool:
        """Something in the narrative must be changed or explained."""
        return any(item.is_open for item in self.findings.in_narrative)

    @property
    def must_change(self) -> int:
        """The number of errors to put right before it can be sent; what is blank is told apart, as while filling in."""
        return sum(item.must_change for item in self.findings.all)

    @property
    def must_explain(self) -> int:
        """The number of warnings that still ask for an explanation."""
        return sum(item.must_explain for item in self.findings.all)


def readiness(filing: Filing, findings: Findings, computed: Computed | None = None) -> Readiness:
    """The demands of ``findings`` in ``filing``; its marks are prefetched to cost no query."""
    return Readiness(findings, tuple(missing_squares(findings.facts, computed)), tuple(open_marks(filing)))
