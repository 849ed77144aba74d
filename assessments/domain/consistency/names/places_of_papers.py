"""V16 on titles and project names: they name the county whose paper it is, or the city that the county is in."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.names.own_offices import UNIT, county_of_filing, county_of_narrative
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.measures.spelling import bare
from assessments.domain.names import county_of, same_county
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("写的是别的县")
_SAY = _("“{found}”写的是{other}，本表是{county}的")
_SHORT = _("县名不符")
_SQUARES = ("title", "project_name")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, facts in enumerate(dossier.filings):
        county = county_of_filing(dossier, facts) or county_of(facts.value(UNIT))
        for key in _SQUARES:
            where, region = dossier.place_of_filing(number, key), facts.value("region")
            yield from _judge(where, facts.value(key), county, region)
    for number, narrative in enumerate(dossier.narratives):
        where = dossier.place_of_cover(number, "project_name")
        county = county_of_narrative(dossier, narrative)
        yield from _judge(where, narrative.cover.get("project_name", ""), county, narrative.region)


def _judge(where: str, text: str, county: str, region: str) -> Iterator[Finding]:
    other = county_of(text)
    if county and other and not same_county(other, county) and other not in bare(region):
        values = {"found": text.strip(), "other": other, "county": county}
        yield finding(RULE, where, Message(_SAY, values), _SHORT, found=text, expected=text.replace(other, county))


def _file(title: str) -> dict[str, object]:
    return {"filings": [{"form": "self_assessment", "region": "某地区甲乙县", "title": title}]}


RULE = DossierRule(
    "V16",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.HEADS,),
    compares=_("标题、项目名称里的县与本表的县"),
    example=Example(
        passes=Given(_("甲乙县的表，标题写甲乙县"), _file("某地区甲乙县社会保险基金支出绩效自评表")),
        fails=Given(_("甲乙县的表，标题写丙丁县"), _file("某地区丙丁县社会保险基金支出绩效自评表")),
    ),
)
