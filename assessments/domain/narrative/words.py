"""The words that say how a figure hangs together with others: what they do, by spelling."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from assessments.domain.narrative import lexicon
from assessments.domain.narrative.dates import WORDS as PERIOD_WORDS


class Sort(StrEnum):
    """The work of a token in its sentence."""

    WORD = "word"
    FIGURE = "figure"
    PERIOD = "period"
    SUBJECT = "subject"
    SCOPE = "scope"
    ROLE = "role"
    CHANGE = "change"
    COMPARE = "compare"
    COMPLETE = "complete"
    SHARE = "share"
    RATE = "rate"
    PROPORTION = "proportion"
    OF_WHICH = "of_which"
    TOTAL = "total"
    EACH = "each"
    LINK = "link"
    OF = "of"
    AND = "and"
    FROM = "from"
    TO = "to"
    PER_HEAD = "per_head"
    LASTING = "lasting"
    EXCEED = "exceed"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"
    STOP = "stop"
    OPEN = "open"
    CLOSE = "close"
    MARK = "mark"


class Rated(StrEnum):
    """The thing that a named rate is a rate of."""

    BUDGET = "budget"
    TARGET = "target"
    ANY = "any"
    RECEIVED = "received"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """A change: its sign, the total that the word itself names (增支), and whether it names a rate (增幅)."""

    sign: int
    item: str = ""
    rate: bool = False


#: A change that may go either way.
EITHER = 0

_CHANGES: dict[ChangeWord, str] = {
    ChangeWord(1): lexicon.RISE,
    ChangeWord(-1): lexicon.FALL,
    ChangeWord(1, "in"): lexicon.MORE_INCOME,
    ChangeWord(-1, "in"): lexicon.LESS_INCOME,
    ChangeWord(1, "out"): lexicon.MORE_SPENDING,
    ChangeWord(-1, "out"): lexicon.LESS_SPENDING,
    ChangeWord(1, rate=True): lexicon.RISE_RATE,
    ChangeWord(-1, rate=True): lexicon.FALL_RATE,
    ChangeWord(EITHER, rate=True): lexicon.EITHER_RATE,
    ChangeWord(EITHER): lexicon.EITHER_CHANGE,
}
_EXCEEDING = {ChangeWord(1): lexicon.EXCEEDING, ChangeWord(-1): lexicon.FALLING_SHORT}
_RATES: dict[Rated, str] = {
    Rated.BUDGET: lexicon.BUDGET_RATES,
    Rated.TARGET: lexicon.TARGET_RATES,
    Rated.ANY: lexicon.ANY_RATES,
    Rated.RECEIVED: lexicon.RECEIVED_RATES,
    Rated.SHARE: lexicon.SHARES,
}
_FIXED: dict[Sort, str] = {
    Sort.COMPLETE: lexicon.COMPLETE,
    Sort.SHARE: lexicon.SHARE,
    Sort.EACH: lexicon.EACH,
    Sort.OF: "的",
    Sort.AND: lexicon.AND,
    Sort.FROM: lexicon.SOURCE,
    Sort.TO: lexicon.TO,
    Sort.COMPARE: lexicon.COMPARE,
    Sort.OF_WHICH: f"{lexicon.OF_WHICH} {lexicon.SPLIT_BY}",
    Sort.TOTAL: lexicon.TOTAL,
    Sort.LINK: lexicon.LINK,
    Sort.PER_HEAD: lexicon.PER_HEAD,
    Sort.LASTING: lexicon.LASTING,
    Sort.PROPORTION: lexicon.PROPORTION,
    Sort.WORD: lexicon.HARMLESS,
    Sort.COMMA: "， , ÷ / × + = - – — ~",
    Sort.SEMICOLON: "； ;",
    Sort.COLON: "： :",
    Sort.STOP: "。 ! ？ ? .",
    Sort.OPEN: "（ ( 【 [",
    Sort.CLOSE: "） ) 】 ]",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A word with what it does and, where its sort has shades, which."""

    text: str
    sort: Sort
    meaning: object = None


def _every() -> Iterator[Known]:
    yield Known("\n", Sort.STOP)
    for sort, words in _FIXED.items():
        yield from (Known(word, sort) for word in words.split())
    for role, words in lexicon.ROLES.items():
        yield from (Known(word, Sort.ROLE, role) for word in words.split())
    for sort, shades in ((Sort.CHANGE, _CHANGES), (Sort.EXCEED, _EXCEEDING), (Sort.RATE, _RATES)):
        for shade, words in shades.items():
            yield from (Known(word, sort, shade) for word in words.split())
    yield from (Known(word, Sort.PERIOD, when) for word, when in PERIOD_WORDS.items())


@cache
def by_first_character() -> dict[str, tuple[Known, ...]]:
    """Every word under its first character, the longest first; of one spelling the later sort holds."""
    spelt = {known.text: known for known in _every()}
    found: dict[str, list[Known]] = {}
    for known in spelt.values():
        found.setdefault(known.text[0], []).append(known)
    return {char: tuple(sorted(words, key=lambda known: -len(known.text))) for char, words in found.items()}
