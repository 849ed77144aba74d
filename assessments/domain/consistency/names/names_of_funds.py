"""V16: the fund carries a registered name or an alias, and title and project name name the fund of the paper."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.funds import NAMES, Fund, funds_named_in
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("险种名称不符")
_UNKNOWN_TITLE = _("险种名称认不出")
_SAY = _("“{found}”写的是{other}，本表是{expected}")
_UNKNOWN = _("“{found}”不是七个险种的名称或别名")
_SHORT = _("险种不符")
_SHORT_UNKNOWN = _("认不出险种")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for place, facts in dossier.forms():
        for key in ("title", "project_name", "fund_name"):
            yield from _judge(f"{place}.{key}", facts.value(key), facts.fund)
        named = ((key, facts.value(key).strip()) for key in ("fund", "fund_name"))
        if facts.fund is None and (stated := next(((key, text) for key, text in named if text), None)):
            key, text = stated
            yield _unknown(f"{place}.{key}", text)


def _judge(where: str, text: str, fund: Fund | None) -> Iterator[Finding]:
    named = funds_named_in(text[:200])
    if fund is None or len(named) != 1 or fund in named:
        return
    values = {
        "found": text.strip(),
        "other": "、".join(NAMES[other].full for other in named),
        "expected": NAMES[fund].full,
    }
    yield finding(RULE, where, Message(_SAY, values), _SHORT, found=text, expected=NAMES[fund].full)


def _unknown(where: str, stated: str) -> Finding:
    say = Message(_UNKNOWN, {"found": stated})
    return finding(RULE, where, say, _SHORT_UNKNOWN, title=_UNKNOWN_TITLE, found=stated)


def _file(project: str) -> dict[str, object]:
    return {"filings": [{"form": "self_assessment", "fund": "GOV_PENSION", "project_name": project}]}


RULE = DossierRule(
    "V16",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.HEADS,),
    compares=_("标题、项目名称、险种名称与本表的险种（全称、简称和“（改革）”都算）"),
    example=Example(
        passes=Given(_("机关养老的表，项目名称是机关养老"), _file("机关事业单位养老保险(改革)基金支出")),
        fails=Given(_("机关养老的表，项目名称是居民养老"), _file("城乡居民养老保险基金支出")),
    ),
)
