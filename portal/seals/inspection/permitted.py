"""The additions that a sealed paper may have: the other seal in the field that waits for it, and what proves it."""

from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)

_RULES = (DocInfoRule(), XrefStreamRule(), ObjectStreamRule(), DSSCompareRule(), MetadataUpdateRule())
#: Stricter than the library's own: no new field, no filling in of anything but a seal.
PERMITTED = StandardDiffPolicy(
    global_rules=[CatalogModificationRule(), *(rule.as_qualified(ModificationLevel.LTA_UPDATES) for rule in _RULES)],
    form_rule=FormUpdatingRule(field_rules=[SigFieldModificationRule()]),
)
