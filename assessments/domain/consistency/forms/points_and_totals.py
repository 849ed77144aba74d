"""V27 on a scored self-assessment: points within their band, weights that add up, and of an import its own sums.

The points of a first level are the cycle's (财预〔2020〕10号: 10 for the budget's execution, 50, 30 and 10); a chosen
score lies in the band of its grade; what an import states lies within its points, and its total is their sum.
"""

from collections.abc import Iterator
from decimal import Decimal

from assessments.domain.completion import ZERO
from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Nature
from assessments.domain.measures.spelling import bare
from assessments.domain.required import NO_ROWS
from assessments.domain.rounding import half_up
from assessments.domain.scoring import band_of, points_in, printed_points
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.sheets.edition import weight_key

_TITLE = _("分值或得分不对")
_WEIGHTS = _("“{level}”各行分值合计 {found} 分，应为 {expected} 分")
_BAND = _("“{name}”的得分 {found} 不在 {low} 至 {high} 分之间")
_SUM = _("总分填的是 {found}，各项得分之和为 {expected}")
_SHORT = _("分数不对")


def _check(case: Case) -> Iterator[Finding]:
    if not case.edition.weights:
        return
    yield from _weights(case)
    yield from _bands(case)
    if case.facts.imported:
        yield from _stated(case)


def _weights(case: Case) -> Iterator[Finding]:
    for level in case.edition.levels:
        rows = [row for row in case.facts.indicators if bare(row.level1) == level]
        wanted = points_in(case.facts.value(weight_key(level)))
        weights = [points_in(row["weight"]) for row in rows]
        known = [weight for weight in weights if weight is not None]
        is_open = wanted is None or len(known) < len(rows) or not case.facts.indicators
        if is_open or sum(known, ZERO) == wanted:
            continue
        found, expected = printed_points(sum(known, ZERO)), printed_points(wanted or ZERO)
        where = rows[-1].key("weight") if rows else NO_ROWS
        say = Message(_WEIGHTS, {"level": level, "found": found, "expected": expected})
        yield finding(RULE, where, say, _SHORT, found=found, expected=expected)


def _bands(case: Case) -> Iterator[Finding]:
    for row, result in case.rows():
        score = points_in(row["score"])
        band = band_of(row.grade, row["weight"]) if row.grade and result.nature is Nature.WORDING else None
        if score is not None and band is not None and not band[0] <= score <= band[1]:
            low, high = map(printed_points, band)
            say = Message(_BAND, {"name": row.level3, "found": row["score"], "low": low, "high": high})
            yield finding(RULE, row.key("score"), say, _SHORT, found=row["score"], expected=f"{low}–{high}")


def _stated(case: Case) -> Iterator[Finding]:
    """An import may be scored by another province's rules: its points are held to their maximum and to their sum."""
    pairs = [("execution_score", weight_key("execution"), _("预算执行"))]
    pairs += [(row.key("score"), row.key("weight"), row.level3) for row in case.facts.indicators]
    scores = [points_in(case.facts.value(score)) for score, _weight, _name in pairs]
    for (where, weight, name), score in zip(pairs, scores, strict=True):
        most, found = points_in(case.facts.value(weight)), case.facts.value(where)
        if score is not None and most is not None and not 0 <= score <= most:
            values = {"name": Message(name), "found": found, "low": "0", "high": printed_points(most)}
            yield finding(RULE, where, Message(_BAND, values), _SHORT, found=found, expected=f"0–{values['high']}")
    stated, known = points_in(case.facts.value("total_score")), [score for score in scores if score is not None]
    if stated is not None and len(known) == len(scores) and not _is_printed(sum(known, ZERO), stated):
        found, expected = case.facts.value("total_score"), printed_points(sum(known, ZERO))
        say = Message(_SUM, {"found": found, "expected": expected})
        yield finding(RULE, "total_score", say, _SHORT, found=found, expected=expected)


def _is_printed(total: Decimal, stated: Decimal) -> bool:
    """True if a stated total is the sum, rounded to as many decimals as it is printed with."""
    return half_up(total, max(0, -int(stated.as_tuple().exponent))) == stated


def _file(total: str) -> dict[str, object]:
    filing = {
        "form": "self_assessment",
        "edition": "self-assessment-scored",
        "budget": {"total": "100"},
        "executed": {"total": "100"},
        "weight": {"execution": "10"},
        "execution_score": "10",
        "total_score": total,
    }
    rows = [("产出指标", "50"), ("效益指标", "30"), ("满意度指标", "10")]
    listed = [
        {"level1": level, "level3": "人数", "target": "100人", "actual": "100人", "weight": weight, "score": weight}
        for level, weight in rows
    ]
    return {"filings": [filing | {"indicators": listed}]}


RULE = Rule(
    "V27",
    Severity.ERROR,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.SCORES,),
    compares=_("自评表各级指标的分值、得分与总分"),
    example=Example(
        passes=Given(_("10 + 50 + 30 + 10 = 100，总分 100"), _file("100")),
        fails=Given(_("10 + 50 + 30 + 10 = 100，总分 98"), _file("98")),
    ),
    since=rule_sets.FOURTH,
)
