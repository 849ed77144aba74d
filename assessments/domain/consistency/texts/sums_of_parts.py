"""V05 in running text: a complete list of parts adds up to its whole (forms.md §5).

Complete is a list that names 其他, that 总额 or 合计 closes, or that is so by definition: who works and who is retired,
the two medical funds. A sum of n rounded parts has n half-units of room.
"""

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

_TITLE = _("文中各项之和不等于总数")
_SAY = _("文中写“{words}”，各项之和 {arithmetic} = {expected}")
_SHORT = _("合计不符")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        for parts in text.reading.claims.parts:
            if parts.complete:
                yield from _judge(dossier, number, parts)


def _judge(dossier: Dossier, text: int, parts: Parts) -> Iterator[Finding]:
    whole = parts.whole
    room = total(Interval.around(part.quantity) for part in parts.parts)
    outcome = compare_sum(whole.quantity, room)
    if outcome is Outcome.PASS:
        return
    expected = printed_like(room, whole.quantity)
    arithmetic = " + ".join(in_one_unit(*(part.quantity for part in parts.parts)))
    values = {"words": quoted(whole.words), "arithmetic": arithmetic, "expected": expected}
    yield in_text(
        RULE,
        dossier,
        text,
        whole.spot,
        Message(_SAY, values),
        expected=expected,
        severity=RULE.severity_of(outcome),
        arithmetic=arithmetic,
        short=_SHORT,
    )


def _file(whole: str) -> dict[str, object]:
    words = f"基金支出{whole}，其中待遇支出11162万元，转移支出22万元，其他支出9万元。"
    return {"narrative": {"year": "2020", "paragraphs": [words]}}


RULE = DossierRule(
    "V05",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中列全了的各项（列有“其他”或以总额、合计收尾）之和与总数"),
    example=Example(
        passes=Given(_("支出11193万元，其中待遇11162万元、转移22万元、其他9万元"), _file("11193万元")),
        fails=Given(_("支出11216万元，其中待遇11162万元、转移22万元、其他9万元"), _file("11216万元")),
    ),
)
