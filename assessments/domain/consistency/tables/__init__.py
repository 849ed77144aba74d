"""Rules on budget tables and target tables."""

from assessments.domain.consistency.rule import DossierRule, Rule
from assessments.domain.consistency.tables import (
    balance_of_all_funds,
    balance_of_each_fund,
    differing_tables,
    leaps,
    malformed_targets,
    opening_balances,
    parts_above_whole,
    recomputed_rates,
    sums_of_funds,
    sums_of_kinds,
    target_amounts,
    unmet_targets,
    unreadable_figures,
)

RULES: tuple[Rule | DossierRule, ...] = (
    unreadable_figures.RULE,
    recomputed_rates.RULE,
    sums_of_funds.RULE,
    sums_of_kinds.RULE,
    balance_of_all_funds.RULE,
    malformed_targets.RULE,
    parts_above_whole.RULE,
    opening_balances.RULE,
    balance_of_each_fund.RULE,
    differing_tables.RULE,
    leaps.RULE,
    target_amounts.RULE,
    unmet_targets.RULE,
)
