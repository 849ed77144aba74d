"""Whether a filing can be sent, and what stands in its way."""

from dataclasses import dataclass

from assessments.domain.computed import Computed
from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts
from assessments.domain.required import missing_squares
from assessments.models import Filing, Mark, Waiver
from assessments.services.examining import Examined, examine
from assessments.services.explanations_on_squares import telling_of
from assessments.services.marks import open_marks


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the rules found, by what it asks for; ``missing`` are keys of squares that must not stay blank.

    ``misread`` are errors in running words of which the unit says that the system read them wrongly: the reviewer looks
    at them. ``text_errors`` and ``text_unexplained`` are findings in the narrative that goes with the filing. What is
    waived asks for nothing.
    """

    errors: tuple[Finding, ...]
    misread: tuple[tuple[Finding, str], ...]
    unexplained: tuple[Finding, ...]
    explained: tuple[tuple[Finding, str], ...]
    notices: tuple[Finding, ...]
    text_errors: tuple[Finding, ...]
    text_unexplained: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    missing: tuple[str, ...]
    unanswered: tuple[Mark, ...]

    @property
    def ready(self) -> bool:
        """Nothing blocks: no error, no blank, no unexplained warning, no unanswered remark."""
        return not (self.must_change or self.missing or self.must_explain or self.unanswered)

    @property
    def must_change(self) -> int:
        """How many errors must be put right before it can be sent; what is blank is told apart, as while filling in."""
        return len(self.errors) + len(self.text_errors)

    @property
    def must_explain(self) -> int:
        """How many warnings still ask for an explanation."""
        return len(self.unexplained) + len(self.text_unexplained)


def readiness(
    filing: Filing, facts: Facts, examined: Examined | None = None, computed: Computed | None = None
) -> Readiness:
    """What ``examined`` (or a new examination) asks for; needs explanations and marks prefetched to cost no query."""
    examined = examined or examine(filing, facts, computed)
    telling = telling_of(filing)
    findings, in_text = examined.binding, examined.binding_in_narrative
    told = [(item, telling.of(item)) for item in _of(findings, Severity.WARNING)]
    errors = [(item, telling.of(item)) for item in _of(findings, Severity.ERROR)]
    return Readiness(
        errors=tuple(item for item, said in errors if not said.stands),
        misread=tuple((item, said.text) for item, said in errors if said.stands),
        unexplained=tuple(item for item, said in told if not said.stands),
        explained=tuple((item, said.text) for item, said in told if said.stands),
        notices=_of(findings, Severity.NOTICE),
        text_errors=tuple(item for item in _of(in_text, Severity.ERROR) if not examined.explanation_in_narrative(item)),
        text_unexplained=tuple(
            item for item in _of(in_text, Severity.WARNING) if not examined.explanation_in_narrative(item)
        ),
        waived=examined.waived,
        missing=tuple(missing_squares(facts, computed)),
        unanswered=tuple(open_marks(filing)),
    )


def _of(findings: tuple[Finding, ...], severity: Severity) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity is severity)
