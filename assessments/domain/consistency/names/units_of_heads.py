"""V16 on heads: the unit carries its registered name, the same in every paper, and the name of its own county."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.names.own_offices import Head, KnownOffice, heads_of, known_for, known_offices
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.names import is_short_for, mentions_county, same_county
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("单位名称前后不一")
_SAY = _("单位名称是“{found}”，应为“{expected}”")
_SAY_COUNTY = _("单位名称“{found}”没有写{county}，应为“{expected}”")
_SHORT = _("名称不一")


def _check(dossier: Dossier) -> Iterator[Finding]:
    known = known_offices(dossier)
    for head in heads_of(dossier):
        yield from _judge(head, known_for(head, known))


def _judge(head: Head, known: KnownOffice | None) -> Iterator[Finding]:
    if head.county and not _is_of_county(head) and not (known and known.bears(head.office.name)):
        expected = known.office.name if known else f"{head.county}{head.office.core}"
        values = {"found": head.text, "county": head.county, "expected": expected}
        yield finding(RULE, head.where, Message(_SAY_COUNTY, values), _SHORT, found=head.text, expected=expected)
    elif known and not known.accepts(head.office.name) and head.office.core != known.office.core:
        is_short = is_short_for(head.office.core, known.office.core)
        values = {"found": head.text, "expected": known.office.name}
        yield finding(
            RULE,
            head.where,
            Message(_SAY, values),
            _SHORT,
            found=head.text,
            expected=known.office.name,
            severity=Severity.NOTICE if is_short and not known.registered else Severity.ERROR,
        )


def _is_of_county(head: Head) -> bool:
    is_same = bool(head.office.county) and same_county(head.office.county, head.county)
    return is_same or mentions_county(head.text, head.county)


def _file(unit: str) -> dict[str, object]:
    head = {"form": "self_assessment", "region": "某地区甲县"}
    return {"filings": [head | {"reporting_unit": "某地区甲县社会保险管理局"}, head | {"reporting_unit": unit}]}


RULE = DossierRule(
    "V16",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.UNITS,),
    compares=_("各表表头、报告封面的单位名称与名册，没有名册时互相比较；与所在的县"),
    example=Example(
        passes=Given(_("两张表都是“某地区甲县社会保险管理局”"), _file("甲县社会保险管理局")),
        fails=Given(_("另一张表是“某地区社会保险管理局”，没有县名"), _file("某地区社会保险管理局")),
    ),
)
