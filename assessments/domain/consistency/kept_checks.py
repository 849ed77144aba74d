"""The findings in papers that are unchanged, kept within a bound: a page that is opened again need not check again."""

import hashlib
from collections.abc import Mapping

from assessments.domain.bounded_cache import Kept
from assessments.domain.computed import Computed
from assessments.domain.consistency.engine import Checked, check_dossier
from assessments.domain.dossier import Dossier

#: Findings that a process keeps (about a thousand bytes each): those of some hundred units at work.
_MOST = 6_000
#: What the rest of a result takes, counted as findings.
_BESIDE = 4
_kept: Kept[bytes, Checked] = Kept(_MOST)


def check_once(dossier: Dossier, *, computed: Mapping[int, Computed], rule_set: str) -> Checked:
    """The findings of :func:`check_dossier`, never stale: papers of the same words have the same findings."""
    asked = (dossier, sorted(computed), rule_set)
    key = hashlib.sha256(repr(asked).encode()).digest()
    found = _kept.get(key)
    if found is None:
        found = check_dossier(dossier, computed=computed, rule_set=rule_set)
        _kept.put(key, found, weight=_BESIDE + len(found.findings))
    return found
