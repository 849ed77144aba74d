"""``RULES``: every rule, by id. A new rule is a file and a name in the list of its room."""

from assessments.domain.consistency import forms, names, tables, texts
from assessments.domain.consistency.rule import DossierRule, Rule

RULES: tuple[Rule | DossierRule, ...] = tuple(
    sorted(
        (*tables.RULES, *forms.RULES, *names.RULES, *texts.RULES),
        key=lambda rule: (rule.id, isinstance(rule, DossierRule)),
    )
)
