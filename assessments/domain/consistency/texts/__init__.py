"""Rules on running text."""

from assessments.domain.consistency.rule import DossierRule, Rule
from assessments.domain.consistency.texts import (
    balances,
    claimed_success,
    differing_budgets,
    differing_figures,
    differing_rates,
    execution_rates,
    growth,
    malformed_targets,
    missed_targets,
    opening_balances,
    parts_above_whole,
    section_numbers,
    shares,
    sums_of_funds,
    sums_of_parts,
)

RULES: tuple[Rule | DossierRule, ...] = (
    execution_rates.RULE,
    growth.RULE,
    shares.RULE,
    differing_figures.RULE,
    differing_rates.RULE,
    sums_of_parts.RULE,
    sums_of_funds.RULE,
    balances.RULE,
    missed_targets.RULE,
    malformed_targets.RULE,
    claimed_success.RULE,
    parts_above_whole.RULE,
    opening_balances.RULE,
    differing_budgets.RULE,
    section_numbers.RULE,
)
