"""``RULES``: every rule, by id. A new rule is a file and a name here."""

from assessments.domain.consistency import (
    v00,
    v01,
    v01_tables,
    v03,
    v04,
    v05_tables,
    v06_tables,
    v07,
    v08,
    v09,
    v10,
    v11,
    v12,
    v13,
    v14,
    v15,
    v16_departments,
    v16_doubled,
    v16_funds,
    v16_places,
    v16_texts,
    v16_units,
    v17,
    v18_tables,
    v19,
    v20,
    v21,
    v22,
    v22_tables,
    v23,
    v24,
    v25,
    v26,
    v28,
    v28_pasted,
)
from assessments.domain.consistency.rule import DossierRule, Rule

#: Rules on the squares of one form.
_ON_FORMS = (v00, v01, v03, v04, v07, v08, v09, v10, v11, v12, v13, v14, v15, v22, v26, v28)
#: Rules on tables, on targets and on what stands in several papers.
_ON_DOSSIERS = (
    v01_tables,
    v05_tables,
    v06_tables,
    v18_tables,
    v19,
    v20,
    v21,
    v22_tables,
    v23,
    v24,
    v25,
    v17,
    v28_pasted,
    v16_departments,
    v16_doubled,
    v16_funds,
    v16_places,
    v16_texts,
    v16_units,
)
#: Rules on running text.
_ON_TEXTS: tuple[DossierRule, ...] = ()

RULES: tuple[Rule | DossierRule, ...] = tuple(
    sorted(
        (*(module.RULE for module in _ON_FORMS), *(module.RULE for module in _ON_DOSSIERS), *_ON_TEXTS),
        key=lambda rule: rule.id,
    )
)
