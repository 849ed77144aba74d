"""V00, the portal's own, on tables: every figure of a budget table and every amount of a target table can be read."""

from collections.abc import Iterator

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of

_TITLE = _("金额读不出")
_NO_TABLE = _("这里不是一张表，应有 no、columns、rows")
_SHORT, _SHORT_TABLE = _("应填金额"), _("不是表")


def _check(dossier: Dossier) -> Iterator[Finding]:
    tables = dossier.tables
    for where in tables.unread if tables else ():
        yield finding(RULE, where, Message(_NO_TABLE), _SHORT_TABLE)
    for cell in (cell for table in tables.tables for cell in table.cells()) if tables else ():
        if cell.measure.problem:
            yield finding(RULE, cell.where, cell.measure.problem, _SHORT, found=cell.text)
    for number, target in enumerate(dossier.targets):
        for key in edition_of(target).amounts:
            measure, where = amount(target, key), dossier.place_of_target(number, key)
            if measure.problem:
                yield finding(RULE, where, measure.problem, _SHORT, found=measure.raw)


def _file(figure: str) -> dict[str, object]:
    rows = [["社会保险基金支出合计", figure]]
    return {"tables": [{"no": "表三", "columns": ["项目", "2022年预计执行数"], "rows": rows}]}


RULE = DossierRule(
    "V00",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.FIGURES,),
    compares=_("预算表、目标表里的数是不是一个金额"),
    example=Example(
        passes=Given(_("支出合计 995,147"), _file("995,147")),
        fails=Given(_("支出合计“99,51,47”"), _file("99,51,47")),
    ),
)
