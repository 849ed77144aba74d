"""An explanation in a square: words, but not 无, 无偏差 or a dash (V08, V22 and V28)."""

import re

from assessments.domain.consistency.rule import Case
from assessments.domain.measures.spelling import bare

_LONGEST = 40
_NOTHING = re.compile(
    r"[-–—―/\\.。,;、*]*|(?:暂时?)?[无没](?:有)?(?:明显|较大|重大)?(?:偏差|偏离|情况|原因|措施|问题|需?说明|此项|内容)?[。.]?"
    r"|不(?:涉及|适用|存在)(?:偏差|偏离)?[。.]?|none|n/?a",
    re.IGNORECASE,
)


def says_something(text: str) -> bool:
    """True if a square that asks for a reason or a measure holds one."""
    words = bare(text) if len(text) <= _LONGEST else text
    return bool(words.strip()) and _NOTHING.fullmatch(words) is None


def section_of(case: Case) -> str:
    """The text of section 五; blank where the edition has none, or where it says nothing."""
    text = case.facts.value(case.edition.deviation) if case.edition.deviation else ""
    return text if says_something(text) else ""
