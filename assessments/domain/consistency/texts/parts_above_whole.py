"""V18 in running text: a part never exceeds its whole, nor do parts together (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_one_unit, in_text, printed_like, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, compare_sum, total
from assessments.domain.narrative.claims import Parts
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的部分大于总数")
_PART = _("文中写“{words}”，大于总数 {whole}")
_SUM = _("文中“{words}”各项之和 {arithmetic} = {expected}，大于总数 {whole}")
_SHORT = _("大于总数")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        for parts in text.reading.claims.parts:
            if not (parts.complete or parts.of_change) and not any(part.quantity.number < 0 for part in parts.parts):
                yield from _judge(dossier, number, parts)


def _judge(dossier: Dossier, text: int, parts: Parts) -> Iterator[Finding]:
    whole = parts.whole
    limit = Interval.around(whole.quantity)
    largest = max(parts.parts, key=lambda part: part.interval.low)
    room = total(part.interval for part in parts.parts)
    if largest.interval.low > limit.high:
        values = {"words": quoted(largest.words), "whole": whole.quantity.printed()}
        spot, message, expected, arithmetic = largest.spot, Message(_PART, values), "", ""
    elif room.value > limit.value and compare_sum(whole.quantity, room) is Outcome.DIFFERS:
        expected = printed_like(room, whole.quantity)
        arithmetic = " + ".join(in_one_unit(*(part.quantity for part in parts.parts)))
        values = {
            "words": quoted(whole.words),
            "arithmetic": arithmetic,
            "expected": expected,
            "whole": whole.quantity.printed(),
        }
        spot, message = whole.spot, Message(_SUM, values)
    else:
        return
    yield in_text(RULE, dossier, text, spot, message, expected=expected, arithmetic=arithmetic, short=_SHORT)


def _file(part: str) -> dict[str, object]:
    words = f"基金支出0.53亿元，其中：基础养老金支出{part}，丧葬补助金支出0.013亿元。"
    return {"narrative": {"year": "2022", "paragraphs": [words]}}


RULE = DossierRule(
    "V18",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中“其中”所列各项及其和与总数"),
    example=Example(
        passes=Given(_("支出0.53亿元，其中基础养老金0.51亿元"), _file("0.51亿元")),
        fails=Given(_("支出0.53亿元，其中基础养老金0.63亿元"), _file("0.63亿元")),
    ),
)
