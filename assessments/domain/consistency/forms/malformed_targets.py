"""V09: a target is well formed, low ≤ high, and its direction fits its meaning (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, DossierRule, Rule, finding
from assessments.domain.directions import less_is_better, more_is_better
from assessments.domain.facts import Indicator, Nature
from assessments.domain.measures import Kind, Measure
from assessments.domain.measures.spelling import quoted
from assessments.domain.natures import NUMERIC_NATURES
from assessments.domain.usability import is_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_RULE_TITLE = _("目标的写法或方向不对")
_SPELLING_TITLE = _("目标值写法读不通")
_DIRECTION_TITLE = _("目标的方向与指标的意思相反")
_NO_RATE_TITLE = _("支出预算执行率的目标应为百分比")
_WORDS_TITLE = _("所选的指标性质要求目标是数值")
_DIRECTION = _("“{name}”越{wish}越好，目标“{found}”的方向相反，应为 {expected}")
_NO_RATE = _("“{found}”不是百分比，请填百分比，例如 95%–105%")
_WORDS = _("“{found}”是文字，请填数值，或把指标性质改为文字类")
_MORE, _LESS = _("高"), _("低")

_SHORT = _("目标读不通")
_SHORT_DIRECTION = _("方向不对")
_SHORT_RATE = _("应填百分比")
_SHORT_VALUE = _("应填数值")

_UPWARD, _DOWNWARD = frozenset({Kind.AT_LEAST, Kind.MORE_THAN}), frozenset({Kind.AT_MOST, Kind.LESS_THAN})


def _check(case: Case) -> Iterator[Finding]:
    for row, result in case.rows():
        where, target = row.key("target"), result.target
        found = judge_spelling(RULE, where, row, target) or _sort(row, result)
        if found := found or judge_direction(RULE, where, row, target):
            yield found


def judge_spelling(rule: Rule | DossierRule, where: str, row: Indicator, target: Measure) -> Finding | None:
    """The finding on the spelling of a target at ``where``."""
    if target.problem is None:
        return None
    expected = target.printed() if target.malformed and target.is_numeric else ""
    return finding(rule, where, target.problem, _SHORT, title=_SPELLING_TITLE, found=row.target, expected=expected)


def _sort(row: Indicator, result: RowResult) -> Finding | None:
    target, values = result.target, {"found": quoted(row.target.strip())}
    if result.nature in NUMERIC_NATURES and target.kind in (Kind.WORDING, Kind.DEADLINE):
        return finding(
            RULE, row.key("target"), Message(_WORDS, values), _SHORT_VALUE, title=_WORDS_TITLE, found=row.target
        )
    if result.nature is Nature.BUDGET_RATE and target.is_numeric and not is_rate(target):
        return finding(
            RULE, row.key("target"), Message(_NO_RATE, values), _SHORT_RATE, title=_NO_RATE_TITLE, found=row.target
        )
    return None


def judge_direction(rule: Rule | DossierRule, where: str, row: Indicator, target: Measure) -> Finding | None:
    """The finding on a target at ``where`` that points against the meaning of its indicator."""
    name = row.level3
    return say_direction(rule, where, row, target, grows=more_is_better(name), shrinks=less_is_better(name))


def say_direction(
    rule: Rule | DossierRule, where: str, row: Indicator, target: Measure, *, grows: bool, shrinks: bool
) -> Finding | None:
    """The finding about a target that points against an indicator of which more, or less, is better."""
    kind, name = target.kind, row.level3
    down = kind in _DOWNWARD and grows
    up = kind in _UPWARD and shrinks
    if not (down or up):
        return None
    expected = f"{'≥' if down else '≤'}{target.quantities[0].printed()}"
    values = {
        "name": name,
        "wish": Message(_MORE if down else _LESS),
        "found": quoted(row.target.strip()),
        "expected": expected,
    }
    return finding(
        rule,
        where,
        Message(_DIRECTION, values),
        _SHORT_DIRECTION,
        title=_DIRECTION_TITLE,
        found=row.target,
        expected=expected,
    )


def _file(target: str) -> dict[str, object]:
    rows = [{"level3": "收入预算执行率", "target": target, "actual": "96.4%"}]
    return {"filings": [{"form": "self_assessment", "indicators": rows}]}


RULE = Rule(
    "V09",
    Severity.ERROR,
    _RULE_TITLE,
    "财预〔2020〕10号",
    _check,
    compares=_("目标值的写法、上下限、方向与指标的意思"),
    example=Example(
        passes=Given(_("目标 95%–105%"), _file("95%–105%")),
        fails=Given(_("目标写成 105%≤≥95%"), _file("105%≤≥95%")),
    ),
)
