"""V16: the department that is named runs the fund: 医保局 the medical funds, 人社局 and 社保 the others."""

import re
from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.names.own_offices import UNIT
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.funds import NAMES, Fund
from assessments.domain.measures.spelling import bare
from assessments.domain.names import Branch, Office, office_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("所列部门不管这个险种")
_SAY = _("{fund}不由“{found}”管理，应为“{expected}”")
_SHORT = _("部门不符")

_MEDICAL = frozenset({Fund.EMPLOYEE_MEDICAL, Fund.RESIDENT_MEDICAL})
#: Medical funds went to offices of their own in the reform of 2018.
_SINCE = 2019
_SQUARES = ("central_departments", "provincial_departments", "prefecture_departments")
_BETWEEN = re.compile(r"[、,，;；\s]+")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, facts in enumerate(dossier.filings):
        where, unit = dossier.place_of_filing(number, UNIT), facts.value(UNIT)
        yield from _judge(where, unit, facts.fund, facts.year, unit)
    for number, target in enumerate(dossier.targets):
        for key in _SQUARES:
            where, text = dossier.place_of_target(number, key), target.value(key)
            for name in _BETWEEN.split(text[:400]):
                yield from _judge(where, name, target.fund, target.year, text)


def _judge(where: str, name: str, fund: Fund | None, year: int | None, found: str) -> Iterator[Finding]:
    office = office_of(name)
    if office is None or fund is None or (year or _SINCE) < _SINCE:
        return
    if (office.branch is Branch.MEDICAL) == (fund in _MEDICAL):
        return
    expected = _right(office, fund)
    values = {"fund": NAMES[fund].full, "found": bare(name), "expected": expected}
    yield finding(RULE, where, Message(_SAY, values), _SHORT, found=found, expected=expected)


def _right(office: Office, fund: Fund) -> str:
    """The office of the same place that runs the fund."""
    right = "医疗保障局" if fund in _MEDICAL else "人力资源和社会保障局"
    return office.name.replace(office.core, right) if office.core else right


def _file(department: str) -> dict[str, object]:
    return {"targets": [{"fund": "EMPLOYEE_MEDICAL", "year": "2023", "prefecture_departments": department}]}


RULE = DossierRule(
    "V16",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.HEADS,),
    compares=_("填报单位、目标表的主管部门与险种：医保归医疗保障部门，其余归人社、社保"),
    example=Example(
        passes=Given(_("职工医保的主管部门是“某地区医疗保障局”"), _file("某地区医疗保障局、国家税务总局某地区税务局")),
        fails=Given(_("职工医保的主管部门是“某地区人力资源和社会保障局”"), _file("某地区人力资源和社会保障局")),
    ),
)
