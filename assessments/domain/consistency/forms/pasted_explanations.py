"""V28 between forms: a deviation's text is not pasted from another fund (forms.md §4 and §5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.same_unit import region_key
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.funds import NAMES
from assessments.domain.measures.spelling import quoted
from assessments.domain.pasted import bare_words, deviation_texts
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("偏差说明与另一险种的相同")
_SAY = _("偏差说明“{found}”除数字和险种名外与“{other}”表的一样，请按本险种的情况填写")
_SHORT = _("与别表相同")
#: Shorter texts are stock phrases.
_FROM = 6
#: Who has no deviation may say so in the same words everywhere.
_DENIES = re.compile(
    "[无没未][有出现发生产]{0,4}[较重明显大]{0,2}偏[差离]|按(?:时序)?(?:进度|计划|序时)[要求全部]{0,4}完成"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One text: of which form, at which square."""

    number: int
    key: str
    text: str


def _check(dossier: Dossier) -> Iterator[Finding]:
    same: dict[tuple[object, ...], list[_Said]] = {}
    for number, facts in enumerate(dossier.filings):
        for key, text in deviation_texts(facts):
            words = bare_words(text)
            if len(words) >= _FROM and not _DENIES.search(words):
                place = (words, region_key(facts), facts.year, facts.month)
                same.setdefault(place, []).append(_Said(number, key, text))
    for texts in same.values():
        yield from _judge(dossier, texts)


def _judge(dossier: Dossier, texts: list[_Said]) -> Iterator[Finding]:
    """Each text that another fund's form has too; every form is told, whichever was written first."""
    for said in texts:
        fund = dossier.filings[said.number].fund
        other = next((each.number for each in texts if dossier.filings[each.number].fund != fund), None)
        if other is not None:
            values = {"found": quoted(said.text.strip()), "other": _name(dossier, other)}
            where = dossier.place_of_filing(said.number, said.key)
            yield finding(RULE, where, Message(_SAY, values), _SHORT, found=said.text)


def _name(dossier: Dossier, number: int) -> str:
    fund = dossier.filings[number].fund
    return NAMES[fund].full if fund else dossier.place_of_filing(number)


def _file(text: str) -> dict[str, object]:
    one = {"form": "monitoring_report", "monitoring_point": "2020年9月", "fund": "GOV_PENSION"}
    other = one | {"fund": "RESIDENT_PENSION", "deviation_and_measures": text}
    return {"filings": [one | {"deviation_and_measures": "参保缴费人数比预计多 143 人，后期精准统计。"}, other]}


RULE = DossierRule(
    "V28",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    needs=(Need.SIBLINGS,),
    compares=_("同单位同期不同险种的偏差说明（不计数字、空格、标点和险种名）"),
    example=Example(
        passes=Given(_("两个险种各写各的原因"), _file("代缴人员死亡 376 人，已核减。")),
        fails=Given(_("只换了人数，别的字一样"), _file("参保缴费人数比预计多 1482 人，后期精准统计。")),
    ),
)
