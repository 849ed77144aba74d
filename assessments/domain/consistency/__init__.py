"""勾稽: what must agree in a filing and between papers. One rule, one file; ``RULES`` is the register (forms.md §5)."""

from assessments.domain.consistency.engine import (
    Checked,
    check,
    check_dossier,
    check_form,
    of_form,
    of_text,
    rules_of,
)
from assessments.domain.consistency.finding import SEVERITY_NAMES, Finding, Severity, Span
from assessments.domain.consistency.kept_checks import check_once
from assessments.domain.consistency.register import RULES
from assessments.domain.consistency.rule import DossierRule, Rule
from assessments.domain.consistency.rule_sets import NEWEST, RULE_SETS

__all__ = [
    "NEWEST",
    "RULES",
    "RULE_SETS",
    "SEVERITY_NAMES",
    "Checked",
    "DossierRule",
    "Finding",
    "Rule",
    "Severity",
    "Span",
    "check",
    "check_dossier",
    "check_form",
    "check_once",
    "of_form",
    "of_text",
    "rules_of",
]
