"""勾稽: what must agree on a form. One rule, one file; ``RULES`` is the register (forms.md §5)."""

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency import v00, v01, v04, v07, v08, v09, v14
from assessments.domain.consistency.finding import SEVERITY_NAMES, Finding, Severity
from assessments.domain.consistency.rule import Case, Rule
from assessments.domain.editions import edition_of, places_on_paper
from assessments.domain.facts import Facts

__all__ = ["RULES", "SEVERITY_NAMES", "Finding", "Rule", "Severity", "check"]

#: Every rule on squares, by id. A new rule is a file and a name here.
RULES: tuple[Rule, ...] = tuple(module.RULE for module in (v00, v01, v04, v07, v08, v09, v14))


def check(facts: Facts, computed: Computed | None = None) -> tuple[Finding, ...]:
    """Every finding on the squares of ``facts``, in the order of the paper. Pure; never raises, whatever was typed.

    On imported filings of past cycles the findings are the same; that they are advisory there is the caller's decision.
    """
    case = Case(facts, computed or compute(facts), edition_of(facts))
    place = places_on_paper(facts)
    found = [finding for rule in RULES for finding in rule.check(case)]
    return tuple(sorted(found, key=lambda finding: place(finding.where)))
