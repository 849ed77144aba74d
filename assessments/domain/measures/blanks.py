"""Signs that stand on published papers where there is no amount: a dash, a stroke, 无."""

import re

from assessments.domain.measures.spelling import bare

_NOTHING = re.compile(r"[-–—―─/\\.…*]*|无|空|不涉及")
_LONGEST = 20


def is_nothing(text: str) -> bool:
    """True if a printed square says that it holds no amount, or is blank. Never raises."""
    return len(text) <= _LONGEST and _NOTHING.fullmatch(bare(text)) is not None
