"""Rules on what places, offices, departments and funds are called (V16)."""

from assessments.domain.consistency.names import (
    departments_of_funds,
    doubled_names,
    names_of_funds,
    offices_in_texts,
    places_of_papers,
    units_of_heads,
)
from assessments.domain.consistency.rule import DossierRule, Rule

RULES: tuple[Rule | DossierRule, ...] = (
    departments_of_funds.RULE,
    doubled_names.RULE,
    names_of_funds.RULE,
    places_of_papers.RULE,
    offices_in_texts.RULE,
    units_of_heads.RULE,
)
