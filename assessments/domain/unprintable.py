"""Characters that no font of the papers holds: an error where they are typed, not when the paper is made (V00).

Asked of what is still with its unit; an import was printed elsewhere.
"""

from collections.abc import Iterable, Iterator
from itertools import filterfalse

from assessments.domain.consistency import Finding, Severity, Span
from assessments.domain.facts import Facts
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of
from portal.documents.fonts.coverage import unprintable

RULE = "V00"
_TITLE = _("有打印不出的字")
_ONE = _("第 {place} 字“{sign}”（{code}）没有字形，打印不出，请换成别的写法或删去")
_SEVERAL = _("第 {place} 字“{sign}”（{code}）等 {count} 个字没有字形，打印不出，请换成别的写法或删去")
_IN_TEXT = _("“{sign}”（{code}）没有字形，打印不出，请换成别的写法或删去")
_SHORT = _("打印不出")


def unprintable_in_form(facts: Facts) -> Iterator[Finding]:
    """One finding for each square that the unit types; ``expected`` is its text without those characters."""
    if facts.imported:
        return
    for key in filterfalse(edition_of(facts).given.__contains__, facts.every_key()):
        text = facts.value(key)
        if found := unprintable(text):
            (place, sign), count = found[0], len(found)
            values = {"place": place + 1, "sign": sign, "code": _code(sign), "count": count}
            message = Message(_ONE if count == 1 else _SEVERAL, values)
            yield _finding(key, message, sign, Span(place, place + 1), _without(text, found))


def unprintable_in_text(paragraphs: Iterable[str]) -> Iterator[Finding]:
    """One finding for each place in a text; the same character is said in the same words."""
    for number, paragraph in enumerate(paragraphs):
        for place, sign in unprintable(paragraph):
            message = Message(_IN_TEXT, {"sign": sign, "code": _code(sign)})
            span = Span(place, place + 1, narrative=0, paragraph=number)
            yield _finding(f"narrative[{number}]", message, sign, span)


def _finding(where: str, message: Message, sign: str, span: Span, expected: str = "") -> Finding:
    title, short = Message(_TITLE), Message(_SHORT)
    return Finding(RULE, Severity.ERROR, where, title, message, short, found=sign, expected=expected, span=span)


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _without(text: str, found: Iterable[tuple[int, str]]) -> str:
    gone = {place for place, _sign in found}
    return "".join(sign for place, sign in enumerate(text) if place not in gone)
