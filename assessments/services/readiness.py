"""Whether a filing can be sent, and what stands in its way."""

from dataclasses import dataclass

from assessments.domain.consistency import Finding, Severity, check
from assessments.domain.facts import Facts
from assessments.domain.required import missing_squares
from assessments.models import Filing, Mark
from assessments.services.marks import open_marks


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the rules found, by what it asks for; ``missing`` are keys of squares that must not stay blank."""

    errors: tuple[Finding, ...]
    unexplained: tuple[Finding, ...]
    explained: tuple[tuple[Finding, str], ...]
    notices: tuple[Finding, ...]
    missing: tuple[str, ...]
    unanswered: tuple[Mark, ...]

    @property
    def ready(self) -> bool:
        """Nothing blocks: no error, no blank, no unexplained warning, no unanswered remark."""
        return not (self.errors or self.unexplained or self.missing or self.unanswered)

    @property
    def must_change(self) -> int:
        """How many places must be changed before it can be sent."""
        return len(self.errors) + len(self.missing)


def readiness(filing: Filing, facts: Facts) -> Readiness:
    """Checks ``facts`` of ``filing``; needs its explanations and marks prefetched to cost no query."""
    explained = {(item.rule, item.key): item.text for item in filing.explanations.all()}
    findings = check(facts)
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    return Readiness(
        errors=tuple(finding for finding in findings if finding.severity is Severity.ERROR),
        unexplained=tuple(item for item in warnings if (item.rule, item.where) not in explained),
        explained=tuple(
            (item, explained[item.rule, item.where]) for item in warnings if (item.rule, item.where) in explained
        ),
        notices=tuple(finding for finding in findings if finding.severity is Severity.NOTICE),
        missing=tuple(missing_squares(facts)),
        unanswered=tuple(open_marks(filing)),
    )
