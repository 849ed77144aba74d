"""V17: an indicator fits its fund and its category (forms.md §5), on forms and on target tables.

Silent where words of the own fund stand beside the foreign ones. Words that belong to civil servants (离退休) in a form
about residents are asked about once per form.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Indicator
from assessments.domain.funds import NAMES, Fund, funds_named_in
from assessments.domain.measures import Kind, Measure, read
from assessments.domain.measures.spelling import bare
from assessments.domain.units import MONEY
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("指标与险种或类别不符")
_OF_FUND = _("“{name}”说的不是{fund}，请核对是否抄自别的险种")
_ABROAD = _("{fund}的参保人没有“{word}”（“{name}”），请核对是否抄自别的险种")
_OF_CATEGORY = _("“{name}”放在“{found}”下，应放在“{expected}”下")
_SHORT_FUND = _("险种不符")
_SHORT_CATEGORY = _("类别不符")

_PENSION, _MEDICAL, _INJURY, _JOBLESS = "pension", "medical", "injury", "jobless"
_BRANCHES: dict[Fund, str] = {
    Fund.EMPLOYEE_PENSION: _PENSION,
    Fund.RESIDENT_PENSION: _PENSION,
    Fund.GOV_PENSION: _PENSION,
    Fund.EMPLOYEE_MEDICAL: _MEDICAL,
    Fund.RESIDENT_MEDICAL: _MEDICAL,
    Fund.WORK_INJURY: _INJURY,
    Fund.UNEMPLOYMENT: _JOBLESS,
}
_WORDS: dict[str, re.Pattern[str]] = {
    _PENSION: re.compile(r"养老|职业年金|退休人员(?:安享|养老|满意|上访)|退休待遇|退休金"),
    _MEDICAL: re.compile(r"医疗|医保|住院|门诊|报销|大病|生育|药品"),
    _INJURY: re.compile(r"工伤|劳动能力鉴定"),
    _JOBLESS: re.compile(r"失业|稳岗|再就业"),
}
_ABROAD_WORDS: dict[Fund, re.Pattern[str]] = {
    Fund.RESIDENT_PENSION: re.compile(r"离退休|离休|职业年金"),
    Fund.GOV_PENSION: re.compile(r"代缴|缴费补贴|城乡居民|重度残疾"),
    Fund.EMPLOYEE_PENSION: re.compile(r"代缴|缴费补贴|城乡居民|重度残疾"),
}

_QUANTITY, _SATISFACTION, _TIMELINESS = "数量指标", "满意度指标", "时效指标"
_NO_COUNTS = re.compile(r"质量|时效|满意")
_HEADS = re.compile(r"(?:人数|人次|户数)$")
_LEVELS: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:数量|质量|时效|成本)"), re.compile(r"效益|满意"), "产出指标"),
    (re.compile(r"^(?:社会|经济|生态|可持续)"), re.compile(r"产出|完成|满意"), "效益指标"),
    (re.compile(r"满意"), re.compile(r"产出|完成|效益"), _SATISFACTION),
)


def _check(dossier: Dossier) -> Iterator[Finding]:
    for place, facts in dossier.forms():
        yield from _rows(facts.fund, facts.indicators, place)


def is_said_to_be_foreign(fund: Fund, name: str) -> bool:
    """True if the rule on names speaks of this one already."""
    abroad = _ABROAD_WORDS.get(fund)
    return _is_foreign(fund, name) or bool(abroad and abroad.search(bare(name[:80])))


def _rows(fund: Fund | None, rows: Iterable[Indicator], place: str) -> Iterator[Finding]:
    abroad = False
    for row in rows:
        if fund and _is_foreign(fund, row.level3):
            values = {"name": row.level3, "fund": NAMES[fund].full}
            where = f"{place}.{row.key('level3')}"
            yield finding(RULE, where, Message(_OF_FUND, values), _SHORT_FUND, found=row.level3)
        elif not abroad and fund in _ABROAD_WORDS and (word := _ABROAD_WORDS[fund].search(bare(row.level3[:80]))):
            abroad = True
            values = {"name": row.level3, "fund": NAMES[fund].full, "word": word[0]}
            where = f"{place}.{row.key('level3')}"
            yield finding(RULE, where, Message(_ABROAD, values), _SHORT_FUND, found=row.level3)
        yield from _category(row, place)


@lru_cache(maxsize=4096)
def _is_foreign(fund: Fund, name: str) -> bool:
    """Whether a name speaks of another fund or branch, and not of the own one too."""
    plain, own = bare(name[:80]), _BRANCHES[fund]
    named = funds_named_in(plain)
    if fund in named or any(_BRANCHES[other] == own for other in named):
        return fund not in named
    return not _WORDS[own].search(plain) and any(words.search(plain) for words in _WORDS.values())


def _category(row: Indicator, place: str) -> Iterator[Finding]:
    name, level2, level1 = bare(row.level3[:80]), bare(row.level2[:40]), bare(row.level1[:40])
    if expected := _right_level2(name, level2, level1, read(row.target)):
        yield _misplaced(row, place, "level2", row.level2, expected)
        return
    for second, wrong, expected in _LEVELS:
        if second.search(level2) and wrong.search(level1) and not second.search(level1):
            yield _misplaced(row, place, "level1", row.level1, expected)


def _right_level2(name: str, level2: str, level1: str, target: Measure) -> str:
    """The category that a row belongs to where it plainly stands in another; blank otherwise."""
    if not level2:
        return ""
    if "满意度" in name and "满意" not in level2 + level1:
        return _SATISFACTION
    if level2.startswith("数量") and target.kind is Kind.DEADLINE:
        return _TIMELINESS
    if _NO_COUNTS.search(level2) and _is_count(name, target):
        return _QUANTITY
    return ""


def _is_count(name: str, target: Measure) -> bool:
    """Whether a target counts people, cases or money; without a unit the name must say so."""
    first = target.quantities[0] if target.is_numeric and target.quantities else None
    if first is None or first.number < 1:
        return False
    if first.unit is None:
        return _HEADS.search(name) is not None
    return first.unit.counted or first.dimension == MONEY


def _misplaced(row: Indicator, place: str, key: str, found: str, expected: str) -> Finding:
    values = {"name": row.level3, "found": found, "expected": expected}
    where = f"{place}.{row.key(key)}"
    return finding(RULE, where, Message(_OF_CATEGORY, values), _SHORT_CATEGORY, found=found, expected=expected)


def _file(name: str) -> dict[str, object]:
    rows = [{"level1": "产出指标", "level2": "质量指标", "level3": name, "target": "≥95%", "actual": "96%"}]
    return {"filings": [{"form": "self_assessment", "fund": "GOV_PENSION", "indicators": rows}]}


RULE = DossierRule(
    "V17",
    Severity.WARNING,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.INDICATORS,),
    compares=_("三级指标的名称、目标与本表险种、一级和二级指标"),
    example=Example(
        passes=Given(_("机关养老的表里“养老金发放准确率”"), _file("养老金发放准确率")),
        fails=Given(_("机关养老的表里“住院费用报销及时率”"), _file("住院费用报销及时率")),
    ),
)
