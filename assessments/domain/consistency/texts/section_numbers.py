"""V29: section numbers follow each other, and year words are plausible (forms.md §5)."""

import re
from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.impossible_days import NO_DAY, SHORT_YEAR
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_text
from assessments.domain.days import missing_days
from assessments.domain.dossier import Dossier
from assessments.domain.ledger.texts import Text
from assessments.domain.narrative.claims import Spot
from assessments.domain.narrative.headings import Number, number_of
from assessments.domain.narrative.normalised import Plain
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("序号不连续或年份用词不当")
_JUMP = _("序号从“{before}”跳到“{found}”")
_FIRST = _("序号从“{found}”开始")
_PLAN = _("{year}年不是“{plan}”的{word}，“{plan}”是{first}–{last}年")
_LATER = _("报告是{year}年度的，文中却有{found}年的实绩")
_TITLE_YEAR = _("报告是{year}年度的，标题写的是{found}年")
_SHORT = _("序号跳跃")

#: The years of the five-year plans.
_PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_YEARS = 5
#: What a year of a plan is called: its first, its second, its middle, its last.
_WORDS = {
    "开局": 0,
    "起步": 0,
    "第一": 0,
    "第二": 1,
    "中期": 2,
    "第三": 2,
    "第四": 3,
    "收官": 4,
    "收尾": 4,
    "最后一": 4,
    "第五": 4,
}
_OF_PLAN = re.compile(
    rf"(?:(?P<year>20\d\d)年(?:度)?[^。；;]{{0,20}}?)?[“\"'‘]?(?P<plan>十[一二三四五]五)[”\"'’]?[^。；;，,]{{0,12}}?(?P<word>{'|'.join(_WORDS)})(?:之)?年"
)
_CIRCLED = re.compile(r"[①-⑳]")
_TITLED_YEAR = re.compile(
    r"[（(]?(?P<year>20\d\d)年度?[）)]?$|^(?:[^。，,]{0,20})(?P<early>20\d\d)年度[^。，,]{0,30}报告$"
)
_TITLES = 8


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        if text.narrative is not None:
            yield from _headings(dossier, number, text)
            yield from _title(dossier, number, text)
            yield from _later_years(dossier, number, text)
        for paragraph, plain in enumerate(text.reading.plain):
            yield from _circled(dossier, number, paragraph, plain)
            yield from _plans(dossier, number, text, paragraph, plain)
            yield from _days(dossier, number, text, paragraph, plain)


def _headings(dossier: Dossier, number: int, text: Text) -> Iterator[Finding]:
    last: dict[int, Number] = {}
    for paragraph, plain in enumerate(text.reading.plain):
        found = number_of(plain.text)
        if found is None or not found.value:
            continue
        before = last.get(found.level)
        last = {level: known for level, known in last.items() if level < found.level} | {found.level: found}
        if found.value != 1 and found.value != (before.value if before else 0) + 1:
            say = Message(
                _JUMP if before else _FIRST, {"before": before.printed if before else "", "found": found.printed}
            )
            yield in_text(RULE, dossier, number, _spot(paragraph, plain, 0, len(found.printed)), say, short=_SHORT)


def _spot(paragraph: int, plain: Plain, start: int, end: int) -> Spot:
    return Spot(paragraph, 0, *plain.span(start, end))


def _circled(dossier: Dossier, number: int, paragraph: int, plain: Plain) -> Iterator[Finding]:
    before = ""
    for mark in _CIRCLED.finditer(plain.text):
        expected = {"①", chr(ord(before) + 1)} if before else {mark[0]}
        if mark[0] not in expected:
            say = Message(_JUMP, {"before": before, "found": mark[0]})
            yield in_text(RULE, dossier, number, _spot(paragraph, plain, *mark.span()), say, short=_SHORT)
        before = mark[0]


def _plans(dossier: Dossier, number: int, text: Text, paragraph: int, plain: Plain) -> Iterator[Finding]:
    for found in _OF_PLAN.finditer(plain.text):
        year = int(found["year"]) if found["year"] else _year_of(dossier, text)
        first = _PLANS[found["plan"]]
        if year is None or year == first + _WORDS[found["word"]]:
            continue
        values = {"year": year, "plan": found["plan"], "word": f"{found['word']}{'之' if '之年' in found[0] else ''}年"}
        say = Message(_PLAN, {**values, "first": first, "last": first + _YEARS - 1})
        spot = _spot(paragraph, plain, found.start("plan"), found.end())
        expected = str(first + _WORDS[found["word"]])
        yield in_text(RULE, dossier, number, spot, say, expected=expected, short=SHORT_YEAR)


def _year_of(dossier: Dossier, text: Text) -> int | None:
    if text.narrative is not None:
        return dossier.narratives[text.narrative].year
    return dossier.filings[text.filing].year if text.filing is not None else None


def _title(dossier: Dossier, number: int, text: Text) -> Iterator[Finding]:
    year = _year_of(dossier, text)
    for paragraph, plain in enumerate(text.reading.plain[:_TITLES]):
        found = _TITLED_YEAR.search(plain.text) if len(plain.text) <= 60 and number_of(plain.text) is None else None
        stated = int(found["year"] or found["early"]) if found else year
        if found and year is not None and stated != year:
            say = Message(_TITLE_YEAR, {"year": year, "found": stated})
            spot = _spot(paragraph, plain, *found.span())
            yield in_text(RULE, dossier, number, spot, say, expected=str(year), short=SHORT_YEAR)


def _later_years(dossier: Dossier, number: int, text: Text) -> Iterator[Finding]:
    """An outcome of a year after the report's; plans for later years are no outcomes."""
    year = _year_of(dossier, text)
    for claim in text.reading.claims.values:
        later = year is not None and claim.key.year is not None and claim.key.year > year
        if later and claim.certain and claim.item.known and claim.role is ClaimRole.ACTUAL:
            say = Message(_LATER, {"year": year, "found": claim.key.year})
            yield in_text(RULE, dossier, number, claim.spot, say, expected=str(year), short=SHORT_YEAR)
            return


def _days(dossier: Dossier, number: int, text: Text, paragraph: int, plain: Plain) -> Iterator[Finding]:
    for start, end in missing_days(plain.text, _year_of(dossier, text)):
        say = Message(NO_DAY, {"found": plain.text[start:end]})
        yield in_text(RULE, dossier, number, _spot(paragraph, plain, start, end), say, short=SHORT_YEAR)


def _file(second: str) -> dict[str, object]:
    return {"narrative": {"year": "2022", "paragraphs": ["一、总体情况", f"{second}、后续工作计划"]}}


RULE = DossierRule(
    "V29",
    Severity.NOTICE,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.TEXT,),
    compares=_("章节序号是否连续，五年规划的开局、收官之年和标题的年度是否属实"),
    example=Example(
        passes=Given(_("章节为一、二"), _file("二")),
        fails=Given(_("章节从一跳到三"), _file("三")),
    ),
)
