"""``SHEET_RULES``: every rule on review sheets in the exchange format, with what it compares and its examples."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessments.domain.consistency import Finding, Severity
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.facts import Facts
from assessments.domain.wording import gettext_noop as _
from reviews.domain.red_lights import red_by_row
from reviews.domain.sheet_figures import check_figures
from reviews.domain.sheet_words import check_words
from reviews.domain.totals import check_scores, rows_of

_Sheet = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SheetRule:
    """A rule on one sheet; ``ids`` are the rules of forms.md §5 that ``check`` speaks for, each with its example."""

    ids: tuple[str, ...]
    severity: Severity
    title: str
    source: str
    compares: str
    check: Callable[[_Sheet, Sequence[Facts]], Iterable[Finding]]
    example: Example


def _words(sheet: _Sheet, _filings: Sequence[Facts]) -> Iterable[Finding]:
    return check_words(sheet)


def _scores(sheet: _Sheet, filings: Sequence[Facts]) -> Iterable[Finding]:
    return check_scores(rows_of(sheet, red_by_row(sheet, filings)))


_HEAD = {"business_office": "社保科", "monitoring_point": "2020年9月", "office_head": "甲", "handler": "乙"}
_SCORES = {
    "score_budget_execution": "30",
    "score_goal_completion": "30",
    "score_deviation_response": "30",
    "score_timeliness": "10",
}


def _with_head(handler: str) -> dict[str, object]:
    return {"review_sheet": _HEAD | {"handler": handler}}


def _with_row(**squares: str) -> dict[str, object]:
    return {"review_sheet": _HEAD | {"rows": [squares]}}


SHEET_RULES: tuple[SheetRule, ...] = (
    SheetRule(
        ("V01", "V21", "V22"),
        Severity.ERROR,
        _("审核表的数不符"),
        "财预〔2019〕136号",
        _("审核表每行的执行率与执行数 ÷ 预算数，各数与所列单位的表，执行率与时间进度（50%–200% 之外要说明）"),
        check_figures,
        Example(
            passes=Given(
                _("10934 ÷ 14158 = 77%，审核表 77%"),
                _with_row(adjusted_budget="14158", executed="10934", execution_rate="77%"),
            ),
            fails=Given(
                _("10934 ÷ 14158 = 77%，审核表 87%"),
                _with_row(adjusted_budget="14158", executed="10934", execution_rate="87%"),
            ),
        ),
    ),
    SheetRule(
        ("V26",),
        Severity.ERROR,
        _("表头或表尾没有填"),
        "财预〔2019〕136号",
        _("审核表的业务处室、监控时点、处室领导、经办人是否填写（定稿时才看）"),
        _words,
        Example(
            passes=Given(_("表头、表尾四项都填了"), _with_head("乙")), fails=Given(_("经办人空白"), _with_head(""))
        ),
    ),
    SheetRule(
        ("V27",),
        Severity.ERROR,
        _("得分、总分或扣分理由不对"),
        "财预〔2019〕136号",
        _("各项得分与满分、总分与各项之和；扣分和有滞后仍给满分要有理由（需说明）"),
        _scores,
        Example(
            passes=Given(_("30 + 30 + 30 + 10 = 100，总分 100"), _with_row(**_SCORES, total_score="100")),
            fails=Given(_("30 + 30 + 30 + 10 = 100，总分 99"), _with_row(**_SCORES, total_score="99")),
        ),
    ),
)
