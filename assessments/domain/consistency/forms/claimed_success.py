"""V10 on squares: where an indicator is outside its band, the goal text may not claim 达到预期目标 (forms.md §5)."""

import re
from collections.abc import Iterator

from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity, Span
from assessments.domain.consistency.forms.deviations import Deviation, deviation_of
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Indicator, Nature
from assessments.domain.rounding import printed_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("没有达到目标，却写达到预期目标")
_SAY = _("文中写“{claim}”，“{name}”目标 {target}，实际 {actual}")
_SHORT = _("与指标不符")

_CLAIM = re.compile(
    r"(?:达到|达成|实现|完成)了?(?:年度|全年|年初|本年度?)?(?:的|各项|所有|全部)?(?:预期|预定|既定|绩效|设定)的?(?:绩效|工作|年度)?"
    r"(?:目标|指标|任务)|(?:全面|圆满|超额|如期|全部)(?:完成|实现|达成)了?[^。；;，,]{0,12}?(?:目标|指标|任务)"
    r"|(?:目标|指标|任务)值?已?(?:均|都|全部|圆满)已?(?:圆满|顺利|如期|按期|按时)?(?:完成|达标|达成|实现|达到)(?!率|\d)"
)
_DENIAL = re.compile(
    r"(?:其余|其[他它]|大?部分|多数|除|未能?|没有?|尚未|无法|不能|难以|确保|力争|争取|努力|保证|为了?|基本|大致)[^。；;，,]{0,4}$"
)
_LONGEST = 5000


def claims_success(text: str) -> re.Match[str] | None:
    """The place where ``text`` says that the goals were reached; None where it denies it, hopes for it, or 基本."""
    return next(
        (claim for claim in _CLAIM.finditer(text[:_LONGEST]) if not _DENIAL.search(text[: claim.start()])), None
    )


def _check(case: Case) -> Iterator[Finding]:
    missed = next(((row, result) for row, result in case.rows() if _is_outside(case, result)), None)
    if missed is None:
        return
    for key in case.edition.goals[1:]:
        text = case.facts.value(key)
        if claim := claims_success(text):
            yield _say(key, text, claim, *missed)


def _is_outside(case: Case, result: RowResult) -> bool:
    return deviation_of(case, result) in (Deviation.MISSED, Deviation.ABOVE)


def _say(key: str, text: str, claim: re.Match[str], row: Indicator, result: RowResult) -> Finding:
    is_rate = result.nature is Nature.BUDGET_RATE and result.value is not None
    actual = printed_rate(result.value, 2) if is_rate and result.value is not None else result.actual.printed()
    values = {"claim": claim[0], "name": row.level3, "target": result.target.printed(), "actual": actual}
    span = Span(claim.start(), claim.end())
    return finding(RULE, key, Message(_SAY, values), _SHORT, found=claim[0], expected=actual, span=span)


def _file(executed: str) -> dict[str, object]:
    filing = {
        "form": "self_assessment",
        "budget": {"total": "5490"},
        "executed": {"total": executed},
        "goal_actual": "按期足额发放养老金待遇，达到了预期目标。",
        "indicators": [{"level3": "支出预算执行率", "target": "≥95%", "actual": ""}],
    }
    return {"filings": [filing]}


RULE = Rule(
    "V10",
    Severity.WARNING,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    compares=_("目标完成情况里“达到预期目标”一类的话与各指标是否在目标之内"),
    example=Example(
        passes=Given(_("执行率 5317 ÷ 5490 = 96.85%，目标 ≥95%，写“达到了预期目标”"), _file("5317")),
        fails=Given(_("执行率 5000 ÷ 5490 = 91.07%，目标 ≥95%，写“达到了预期目标”"), _file("5000")),
    ),
)
