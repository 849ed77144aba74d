"""V16: a name written twice over, an indicator listed twice, and a name with two characters changed round."""

import re
from collections.abc import Iterator, Mapping

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Indicator
from assessments.domain.measures.spelling import bare
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("名称写了两遍")
_TWICE_TITLE = _("同一指标列了两次")
_TURNED_TITLE = _("名称里有字写颠倒了")
_DOUBLED = _("“{found}”里的“{name}”写了两遍，应为“{expected}”")
_TWICE = _("“{found}”已经列在第 {number} 行")
_TURNED = _("“{found}”与“{other}”写法不同，疑为“{expected}”")
_SHORT = _("名称重复")
_SHORT_TURNED = _("字颠倒了")

_TWICE_OVER = re.compile(r"((?:[\u4e00-\u9fff][（(]?|[）)]){3,60}?)\1")
_NAMES = (
    "title",
    "reporting_unit",
    "project_name",
    "fund_name",
    "central_departments",
    "provincial_finance",
    "provincial_departments",
    "prefecture_finance",
    "prefecture_departments",
)
_LONGEST = 200
#: A run that is compared for changed characters has so many of them.
_RUN = 4


def _check(dossier: Dossier) -> Iterator[Finding]:
    for place, facts in dossier.forms():
        yield from _squares(place, facts.squares)
        yield from _rows(place, facts.indicators)
    for number, narrative in enumerate(dossier.narratives):
        for key, text in narrative.cover.items():
            yield from _doubled(dossier.place_of_cover(number, key), text)


def _squares(place: str, texts: Mapping[str, str]) -> Iterator[Finding]:
    for key in _NAMES:
        yield from _doubled(f"{place}.{key}", texts.get(key, ""))


def _doubled(where: str, text: str) -> Iterator[Finding]:
    found = _TWICE_OVER.search(text[:_LONGEST])
    if found:
        expected = text.replace(found[0], found[1])
        values = {"found": text.strip(), "name": found[1], "expected": expected.strip()}
        yield finding(RULE, where, Message(_DOUBLED, values), _SHORT, found=text, expected=expected)


def _rows(place: str, rows: tuple[Indicator, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    known: dict[str, str] = {}
    for number, row in enumerate(rows):
        name, where = bare(row.level3[:_LONGEST]), f"{place}.{row.key('level3')}"
        yield from _doubled(where, row.level3)
        known_at = first.setdefault((name, bare(row.target[:_LONGEST])), number)
        if name and known_at != number and row.level2 == rows[known_at].level2:
            say = Message(_TWICE, {"found": row.level3, "number": known_at + 1})
            yield finding(RULE, where, say, _SHORT, title=_TWICE_TITLE, found=row.level3, severity=Severity.WARNING)
        yield from _turned(where, row.level3, name, known)


def _turned(where: str, printed: str, name: str, known: dict[str, str]) -> Iterator[Finding]:
    """A run that an earlier name has too, with two neighbours changed round (离休退人员 for 离退休人员)."""
    for at in range(len(name) - _RUN + 1):
        run = name[at : at + _RUN]
        other = known.setdefault("".join(sorted(run)), run)
        if run != other and _is_turned(run, other):
            values = {"found": run, "other": other, "expected": printed.replace(run, other)}
            yield finding(
                RULE,
                where,
                Message(_TURNED, values),
                _SHORT_TURNED,
                title=_TURNED_TITLE,
                found=printed,
                expected=printed.replace(run, other),
                severity=Severity.WARNING,
            )
            return


def _is_turned(run: str, other: str) -> bool:
    """Whether the runs are the same but for two neighbours inside them."""
    differ = [at for at, (one, two) in enumerate(zip(run, other, strict=True)) if one != two]
    return differ == [1, 2] and run[1] == other[2] and run[2] == other[1]


def _file(department: str) -> dict[str, object]:
    return {"targets": [{"fund": "EMPLOYEE_MEDICAL", "provincial_departments": department}]}


RULE = DossierRule(
    "V16",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.HEADS,),
    compares=_("名称里有没有重复的一段，指标有没有列两次、写颠倒"),
    example=Example(
        passes=Given(_("“某自治区医疗保障局”"), _file("某自治区医疗保障局")),
        fails=Given(_("“某自治区医疗保障局医疗保障局”"), _file("某自治区医疗保障局医疗保障局")),
    ),
)
