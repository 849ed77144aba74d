"""V20: per fund, closing = opening + income − expenditure (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.tables.balances import accounts, say_balance
from assessments.domain.dossier import Dossier
from assessments.domain.wording import gettext_noop as _

_TITLE = _("险种的收支与结余对不上")
_SHORT = _("结余不符")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for account in accounts(dossier):
        if account.fund:
            yield from say_balance(RULE, account, _SHORT)


def _file(closing: str) -> dict[str, object]:
    columns = ["项目", "2022年预计执行数", "2023年预算数"]
    rows = [
        ["一、城乡居民基本养老保险基金收入", "107796", "112832"],
        ["二、城乡居民基本养老保险基金支出", "64542", "71171"],
        ["三、城乡居民基本养老保险基金年末累计结余", "384149", closing],
    ]
    return {"tables": [{"no": "表七", "columns": columns, "rows": rows}]}


RULE = DossierRule(
    "V20",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.TABLES,),
    compares=_("各险种的上年末结余、收入、支出与年末结余"),
    example=Example(
        passes=Given(_("384149 + 112832 − 71171 = 425810，年末 425810"), _file("425810")),
        fails=Given(_("384149 + 112832 − 71171 = 425810，年末 431145"), _file("431145")),
    ),
)
