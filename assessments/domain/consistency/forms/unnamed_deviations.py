"""V28: the deviation text names the largest deviation (forms.md §5).

Named means that a telling pair of characters of the indicator's name stands in the text; words that every indicator has
(人数, 率, 保险 …) do not tell. A row with its own reason is named.
"""

from collections.abc import Iterator

from assessments.domain.computed import RowResult
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.deviation_subjects import is_named
from assessments.domain.consistency.forms.deviation_words import says_something, section_of
from assessments.domain.consistency.forms.deviations import deviation_of, size_of
from assessments.domain.consistency.rule import Case, Rule, finding
from assessments.domain.facts import Indicator
from assessments.domain.measures.spelling import bare
from assessments.domain.rounding import printed_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("偏差说明没有说到最大的偏差")
_SAY = _("偏差最大的是“{name}”（目标 {target}，完成 {actual}，相差 {size}），说明里没有提到")
_SHORT = _("漏了最大偏差")


def _check(case: Case) -> Iterator[Finding]:
    key = case.edition.deviation
    text = bare(section_of(case)[:5000])
    rows = [(row, result) for row, result in case.rows() if deviation_of(case, result)]
    if not key or not text or not rows:
        return
    row, result = max(rows, key=lambda pair: size_of(case, pair[1]))
    size = size_of(case, result)
    if size and not says_something(row.deviation_reason) and not is_named(row, text):
        yield finding(
            RULE,
            key,
            Message(_SAY, _values(case, row, result)),
            _SHORT,
            found=case.facts.squares[key],
            expected=row.level3,
        )


def _values(case: Case, row: Indicator, result: RowResult) -> dict[str, object]:
    return {
        "name": row.level3,
        "target": result.target.printed(),
        "actual": result.actual.printed() or _computed_rate(case),
        "size": printed_rate(size_of(case, result), 2),
    }


def _computed_rate(case: Case) -> str:
    """What the portal fills in where an execution rate is not typed."""
    rate = case.computed.execution_rate.value
    return "" if rate is None else printed_rate(rate, 2)


def _file(text: str) -> dict[str, object]:
    rows = [
        {"level3": "参保缴费人数", "target": "2834人", "actual": "2800人"},
        {"level3": "保障退休待遇人数", "target": "1660人", "actual": "1539人"},
    ]
    filing = {"form": "monitoring_report", "monitoring_point": "2020年9月", "indicators": rows}
    return {"filings": [filing | {"deviation_and_measures": text}]}


RULE = Rule(
    "V28",
    Severity.WARNING,
    _TITLE,
    "财预〔2019〕136号",
    _check,
    compares=_("第五部分的偏差说明与偏差最大的一行指标"),
    example=Example(
        passes=Given(_("退休待遇人数少 7.29%，说明写“退休人数比预计少”"), _file("退休人数比预计少，后期精准统计。")),
        fails=Given(
            _("退休待遇人数少 7.29%，说明只写“参保缴费人数比预计少”"), _file("参保缴费人数比预计少，后期精准统计。")
        ),
    ),
)
