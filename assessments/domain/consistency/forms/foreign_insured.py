"""V17: a form speaks of the people that its fund insures (forms.md §5), in its indicators and in its goals.

Silent where the fund's own people are named beside the others, as in a comparison.
"""

import re
from collections.abc import Iterator

from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.foreign_indicators import is_said_to_be_foreign
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.funds import NAMES, Fund
from assessments.domain.measures.spelling import bare
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of

_TITLE = _("说的是别的险种的参保人")
_SAY = _("“{word}”不是{fund}的参保人（“{name}”），请核对是否抄自别的险种")
_SHORT = _("险种不符")

_RESIDENTS = re.compile(r"城乡居民|城镇居民|农村居民|居民(?:基本)?(?:医保|医疗|养老)|新农合|参保居民")
_EMPLOYEES = re.compile(r"(?:城镇|企业|参保|在职|退休|单位)职工|职工(?:基本)?(?:医保|医疗|养老)|机关事业单位|公务员")
_OWN_RESIDENTS = re.compile(r"居民|农[村民牧]|牧民")
_OWN_EMPLOYEES = re.compile(r"职工|企业|机关|事业单位|公务员|在职|用人单位|灵活就业|失业人员|工伤")
_OF_RESIDENTS = frozenset({Fund.RESIDENT_PENSION, Fund.RESIDENT_MEDICAL})
_LONGEST, _QUOTED = 2000, 20


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, facts in enumerate(dossier.filings):
        if facts.fund:
            yield from _form(dossier, number, facts, facts.fund)


def _form(dossier: Dossier, number: int, facts: Facts, fund: Fund) -> Iterator[Finding]:
    names = [(row.key("level3"), row.level3) for row in facts.indicators if not is_said_to_be_foreign(fund, row.level3)]
    goals = [(key, facts.value(key)) for key in edition_of(facts).goals]
    for key, text in (*names, *goals):
        if word := _foreign_people(fund, bare(text[:_LONGEST])):
            name = text.strip() if len(text.strip()) <= _QUOTED else f"{text.strip()[:_QUOTED]}…"
            values = {"word": word, "fund": NAMES[fund].full, "name": name}
            where = dossier.place_of_filing(number, key)
            yield finding(RULE, where, Message(_SAY, values), _SHORT, found=text)


def _foreign_people(fund: Fund, text: str) -> str:
    """The words for people whom another fund insures; blank where there are none, or the own ones beside them."""
    foreign, own = (_EMPLOYEES, _OWN_RESIDENTS) if fund in _OF_RESIDENTS else (_RESIDENTS, _OWN_EMPLOYEES)
    found = foreign.search(text)
    return found[0] if found and not own.search(text) else ""


def _file(name: str) -> dict[str, object]:
    rows = [{"level1": "产出指标", "level2": "质量指标", "level3": name, "target": "≥70%", "actual": "72%"}]
    return {"filings": [{"form": "self_assessment", "fund": "EMPLOYEE_MEDICAL", "indicators": rows}]}


RULE = DossierRule(
    "V17",
    Severity.WARNING,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.FORM,),
    compares=_("指标和年度目标里说到的参保人与本表险种"),
    example=Example(
        passes=Given(_("职工医保的表里“职工住院报销比例”"), _file("职工住院报销比例")),
        fails=Given(_("职工医保的表里“城乡居民住院报销比例”"), _file("城乡居民住院报销比例")),
    ),
    since=rule_sets.THIRD,
)
