"""勾稽: what must agree in a filing and between papers. One rule, one file; ``RULES`` is the register (forms.md §5)."""

from assessments.domain.consistency.engine import Checked, applied_to_form, check, check_dossier, check_form
from assessments.domain.consistency.finding import SEVERITY_NAMES, Finding, Severity, Span
from assessments.domain.consistency.register import RULES
from assessments.domain.consistency.rule import DossierRule, Rule

__all__ = [
    "RULES",
    "SEVERITY_NAMES",
    "Checked",
    "DossierRule",
    "Finding",
    "Rule",
    "Severity",
    "Span",
    "applied_to_form",
    "check",
    "check_dossier",
    "check_form",
]
