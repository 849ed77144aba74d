"""V16 in running text: the own office is called by its registered name (社会保险管理局, not 社会保险中心).

Offices of other counties, of the prefecture and of other branches are left alone, and so is the centre that a medical
bureau has. A name that only leaves words out (社保局) is a notice, unless a register says what the short names are. One
finding for each name and text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity, Span
from assessments.domain.consistency.names.own_offices import (
    UNIT,
    KnownOffice,
    Offices,
    announced_unit,
    county_of_filing,
    county_of_narrative,
    group_of,
    known_offices,
)
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.names import Branch, county_of, is_short_for, mentions_in, own_start
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of

_TITLE = _("单位名称前后不一")
_SAY = _("文中称“{found}”，表头的名称是“{expected}”")
_SAY_REGISTERED = _("文中称“{found}”，名册上的名称是“{expected}”")
_SHORT = _("名称不一")


@dataclass(frozen=True, slots=True)
class _Text:
    where: str
    text: str
    group: str
    narrative: int | None = None
    paragraph: int | None = None

    @property
    def paper(self) -> object:
        """What a name is reported once in: a whole narrative, or one square of a form."""
        return self.where if self.narrative is None else self.narrative


def _check(dossier: Dossier) -> Iterator[Finding]:
    known = known_offices(dossier)
    seen: set[tuple[object, str]] = set()
    for text in _texts(dossier, known) if known else ():
        for mention in mentions_in(text.text):
            name = known.get((text.group, mention.branch))
            start = own_start(text.text, mention, name.office) if name else None
            if name is None or start is None or mention.core == name.office.core or (text.paper, mention.core) in seen:
                continue
            if found := _judge(text, start, mention.end, mention.core, name):
                seen.add((text.paper, mention.core))
                yield found


def _texts(dossier: Dossier, known: Offices) -> Iterator[_Text]:
    for number, facts in enumerate(dossier.filings):
        edition, group = edition_of(facts), _group_of_filing(dossier, facts)
        for key in (*edition.goals, *((edition.deviation,) if edition.deviation else ())):
            yield _Text(dossier.place_of_filing(number, key), facts.value(key), group)
    for number, narrative in enumerate(dossier.narratives):
        group = group_of(county_of_narrative(dossier, narrative)) or _only_group(known)
        for index, paragraph in enumerate(narrative.paragraphs):
            if not announced_unit(paragraph):
                yield _Text(dossier.place_of_paragraph(number, index), paragraph, group, number, index)


def _group_of_filing(dossier: Dossier, facts: Facts) -> str:
    return group_of(county_of_filing(dossier, facts) or county_of(facts.value(UNIT)))


def _only_group(known: Offices) -> str:
    groups = {group for group, _branch in known}
    return groups.pop() if len(groups) == 1 else ""


def _judge(text: _Text, start: int, end: int, core: str, known: KnownOffice) -> Finding | None:
    said = text.text[start:end]
    is_its_centre = known.office.branch is Branch.MEDICAL and core[-1] != known.office.core[-1]
    if known.accepts(said) or known.accepts(core) or is_its_centre:
        return None
    is_short = is_short_for(core, known.office.core) and not known.registered
    values = {"found": said, "expected": known.office.name}
    return finding(
        RULE,
        text.where,
        Message(_SAY_REGISTERED if known.registered else _SAY, values),
        _SHORT,
        found=said,
        expected=known.office.name,
        severity=Severity.NOTICE if is_short else Severity.ERROR,
        span=Span(start, end, text.narrative, text.paragraph),
    )


def _file(name: str) -> dict[str, object]:
    filing = {"form": "monitoring_report", "reporting_unit": "甲县社会保险管理局"}
    return {"filings": [filing | {"goal_progress": f"1-9月{name}按时足额发放各项社会保险待遇。"}]}


RULE = DossierRule(
    "V16",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.UNITS, Need.TEXT),
    compares=_("文字里对本单位的称呼与表头或名册上的名称（上级和别县的单位不看）"),
    example=Example(
        passes=Given(_("表头“甲县社会保险管理局”，文中“甲县社会保险管理局”"), _file("甲县社会保险管理局")),
        fails=Given(_("表头“甲县社会保险管理局”，文中“甲县社会保险中心”"), _file("甲县社会保险中心")),
    ),
)
