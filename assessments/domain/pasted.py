"""Texts on deviations that were pasted from another fund (forms.md §4 and V28)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from assessments.domain.facts import Facts
from assessments.domain.funds import NAMES
from assessments.editions import edition_of

_LONGEST = 5000


def _kept(char: str) -> bool:
    """Letters and ideographs stay; digits, blanks, punctuation and signs go."""
    return unicodedata.category(char)[0] not in "NZPSC"


def _words(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text[:_LONGEST]) if _kept(char))


def _fund_names() -> re.Pattern[str]:
    spellings = {_words(name) for names in NAMES.values() for name in (names.full, names.short, *names.aliases)}
    return re.compile("|".join(re.escape(name) for name in sorted(spellings, key=lambda name: (-len(name), name))))


_FUND_NAMES = _fund_names()


def bare_words(text: str) -> str:
    """``text`` after NFKC, without digits, blanks, punctuation and fund names: what is left when it is pasted."""
    return _FUND_NAMES.sub("", _words(text))


def deviation_texts(facts: Facts) -> Iterator[tuple[str, str]]:
    """Key and words of every text that explains a deviation: section 五 and the rows' reasons and measures."""
    edition = edition_of(facts)
    if edition.deviation:
        yield edition.deviation, facts.value(edition.deviation)
    for row in facts.indicators:
        yield row.key("deviation_reason"), row.deviation_reason
        yield row.key("corrective_measure"), row.corrective_measure


def is_pasted(facts: Facts, others: Iterable[Facts]) -> bool:
    """True if a deviation's text equals one of another fund's filing of the same unit and cycle."""
    own = {bare_words(text) for _key, text in deviation_texts(facts)} - {""}
    return any(
        bare_words(text) in own for other in others if other.fund != facts.fund for _key, text in deviation_texts(other)
    )
