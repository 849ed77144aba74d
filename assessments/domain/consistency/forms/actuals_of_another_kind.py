"""V07: on a row of a numeric nature the actual is a value, in the target's unit (forms.md §5).

A comparison is no actual, two values are a warning, a bare 0 fits any unit. Words beside a blank target may be right,
unless the row was chosen to be numeric. A budget rate's actual is judged on imports only: on the portal it is computed,
never typed.
"""

from collections.abc import Iterator
from dataclasses import replace

from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Indicator, Nature
from assessments.domain.measures import LIMITS, Kind, Quantity
from assessments.domain.measures.spelling import quoted
from assessments.domain.natures import NUMERIC_NATURES
from assessments.domain.rounding import printed_rate
from assessments.domain.units import PERCENT, TO_ONE, unit_of
from assessments.domain.usability import fits, is_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_RULE_TITLE = _("完成值不是与目标同单位的实际数值")

_LIMIT_TITLE = _("完成值应是实际数值，不是范围")
_LIMIT = _("“{found}”是目标的写法，请填实际完成的数，例如 {example}")
_WORDS_TITLE = _("完成值读不出数值")
_WORDS = _("“{found}”读不出数值，请填实际完成的数，例如 {example}")
_BESIDE = _("“{found}”里除了数还有文字，请只填实际完成的数，例如 {example}")
_RATE_TITLE = _("目标是百分比，完成值不是百分比")
_RATE = _("目标是 {target}，“{found}”不是百分比，请填百分比，例如 {example}")
_COMPUTED_RATE = _("目标是 {target}，“{found}”不是百分比，按预算执行情况应为 {expected}")
_UNIT_TITLE = _("完成值与目标的单位不同")
_UNIT = _("目标是 {target}，完成值“{found}”的单位不同，请用同一单位，例如 {example}")
_TWO_TITLE = _("一格里写了两个数")
_TWO = _("“{found}”有 {count} 个数，不能与目标比较，请拆成几行或说明")

_SHORT_VALUE = _("应填实际数值")
_SHORT_RATE = _("应填百分比")
_SHORT_UNIT = _("单位不一致")
_SHORT_TWO = _("应填一个数")

_WORDLIKE = frozenset({Kind.WORDING, Kind.UNREADABLE, Kind.DEADLINE})


def _check(case: Case) -> Iterator[Finding]:
    for row, result in case.rows():
        if result.nature not in NUMERIC_NATURES or _is_computed(case, result):
            continue
        if found := _judge(case, row, result):
            yield found


def _is_computed(case: Case, result: RowResult) -> bool:
    return result.nature is Nature.BUDGET_RATE and not case.facts.imported


def _judge(case: Case, row: Indicator, result: RowResult) -> Finding | None:
    target, actual, where = result.target, result.actual, row.key("actual")
    expected = _expected(case, result)
    values = {
        "found": quoted(row.actual.strip()),
        "target": target.printed(),
        "example": expected or _example(result),
        "expected": expected,
        "count": len(actual.quantities),
    }
    if actual.kind is Kind.MULTIPLE:
        return _say(where, row, (_TWO_TITLE, _TWO, _SHORT_TWO), values, severity=Severity.WARNING)
    if actual.kind is Kind.VALUE and target.kind is Kind.MULTIPLE:
        values |= {"found": quoted(row.target.strip()), "count": len(target.quantities)}
        return finding(
            RULE,
            row.key("target"),
            Message(_TWO, values),
            _SHORT_TWO,
            title=_TWO_TITLE,
            found=row.target,
            severity=Severity.WARNING,
        )
    if actual.kind in LIMITS:
        return _say(where, row, (_LIMIT_TITLE, _LIMIT, _SHORT_VALUE), values)
    if number := _number_among_words(result):
        return _say(where, row, (_WORDS_TITLE, _BESIDE, _SHORT_VALUE), values | {"example": expected or number})
    if actual.kind in _WORDLIKE and (row.nature or target.kind is not Kind.BLANK):
        return _say(where, row, (_WORDS_TITLE, _WORDS, _SHORT_VALUE), values)
    if actual.kind is not Kind.VALUE or not target.is_numeric or fits(target, actual):
        return None
    if not is_rate(target):
        return _say(where, row, (_UNIT_TITLE, _UNIT, _SHORT_UNIT), values)
    return _say(where, row, (_RATE_TITLE, _COMPUTED_RATE if expected else _RATE, _SHORT_RATE), values)


def _say(
    where: str,
    row: Indicator,
    words: tuple[str, str, str],
    values: dict[str, object],
    *,
    severity: Severity | None = None,
) -> Finding:
    title, say, short = words
    expected = str(values["expected"])
    return finding(
        RULE, where, Message(say, values), short, title=title, found=row.actual, expected=expected, severity=severity
    )


def _expected(case: Case, result: RowResult) -> str:
    """A budget rate's computed value; blank for every other row, whose actual nobody else knows."""
    rate = case.computed.execution_rate.value
    return printed_rate(rate, 2) if result.nature is Nature.BUDGET_RATE and rate is not None else ""


def _number_among_words(result: RowResult) -> str:
    """The one number that words hold (``99.9%，按时发放``) where it fits the target; blank otherwise."""
    actual, wanted = result.actual, result.target.quantities[:1]
    if actual.kind is not Kind.WORDING or len(actual.quantities) != 1 or not wanted:
        return ""
    (number,) = actual.quantities
    return number.printed() if number.unit and number.fits(wanted[0]) else ""


def _example(result: RowResult) -> str:
    unit, typed = result.target.unit, result.actual.quantity
    if unit and unit.dimension != PERCENT and typed and typed.unit is None:
        return _with_unit(typed, result.target.quantities[0])
    if unit is None:
        return "96.4"
    if unit.dimension == TO_ONE:
        return f"1.8{unit.symbol}"
    return "96.4%" if unit.dimension == PERCENT else f"1234{unit.symbol}"


def _with_unit(typed: Quantity, wanted: Quantity) -> str:
    """``typed`` in the target's unit, or without its 万 where that comes nearer: 125000 beside 12.5万人 is 125000人."""
    units = [unit for unit in (wanted.unit, unit_of(wanted.dimension)) if unit]
    size = wanted.value.adjusted()
    near = min(units, key=lambda unit: abs(replace(typed, unit=unit).value.adjusted() - size))
    return replace(typed, unit=near).printed()


def _file(actual: str) -> dict[str, object]:
    rows = [{"level3": "参保人员满意度", "target": "≥95%", "actual": actual}]
    return {"filings": [{"form": "self_assessment", "indicators": rows}]}


RULE = Rule(
    "V07",
    Severity.ERROR,
    _RULE_TITLE,
    "财预〔2020〕10号",
    _check,
    compares=_("数值类指标的完成值是不是一个数、单位与目标是否相同"),
    example=Example(
        passes=Given(_("目标 ≥95%，完成 96.4%"), _file("96.4%")),
        fails=Given(_("目标 ≥95%，完成也写 ≥95%"), _file("≥95%")),
    ),
)
