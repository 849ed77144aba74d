"""``RULES``: every rule, by id. A new rule is a file and a name here."""

from assessments.domain.consistency import (
    v00,
    v01,
    v01_tables,
    v04,
    v05_tables,
    v06_tables,
    v07,
    v08,
    v09,
    v14,
    v18_tables,
    v19,
    v20,
    v21,
    v22_tables,
    v23,
    v24,
)
from assessments.domain.consistency.rule import DossierRule, Rule

#: Rules on the squares of one form.
_ON_FORMS = (v00, v01, v04, v07, v08, v09, v14)
#: Rules on tables, on targets and on what stands in several papers.
_ON_DOSSIERS = (v01_tables, v05_tables, v06_tables, v18_tables, v19, v20, v21, v22_tables, v23, v24)
#: Rules on running text.
_ON_TEXTS: tuple[DossierRule, ...] = ()

RULES: tuple[Rule | DossierRule, ...] = tuple(
    sorted(
        (*(module.RULE for module in _ON_FORMS), *(module.RULE for module in _ON_DOSSIERS), *_ON_TEXTS),
        key=lambda rule: rule.id,
    )
)
