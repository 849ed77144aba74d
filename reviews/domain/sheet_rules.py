"""``SHEET_RULES``: every rule on review sheets, with what it compares and its examples."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assessments.domain.consistency import Finding, Severity
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.facts import Facts
from assessments.domain.wording import gettext_noop as _
from reviews.domain.red_lights import red_in_sheet
from reviews.domain.sheet_figures import check_pace, check_rates, check_same
from reviews.domain.sheet_words import check_words
from reviews.domain.totals import check_scores, rows_of


@dataclass(frozen=True, slots=True)
class SheetRule:
    """A rule of forms.md §5 on one sheet beside the filings of the same file."""

    id: str
    severity: Severity
    title: str
    source: str
    compares: str
    check: Callable[[Facts, Sequence[Facts]], Iterable[Finding]]
    example: Example


def _words(sheet: Facts, _filings: Sequence[Facts]) -> Iterable[Finding]:
    return check_words(sheet)


def _scores(sheet: Facts, filings: Sequence[Facts]) -> Iterable[Finding]:
    return check_scores(rows_of(sheet, red_in_sheet(sheet, filings)))


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


_FIGURES = {"adjusted_budget": "14158", "executed": "10934"}


def _beside_its_form(executed: str) -> dict[str, object]:
    name = {"project_name": "失业保险基金支出", "reporting_unit": "甲县社会保险管理局"}
    form = name | {"form": "monitoring_report", "monitoring_point": "2020年9月", "executed": {"total": executed}}
    return {"filings": [form]} | _with_row(**name, **_FIGURES)


SHEET_RULES: tuple[SheetRule, ...] = (
    SheetRule(
        "V01",
        Severity.ERROR,
        _("比率与分子、分母不符"),
        "财预〔2019〕136号",
        _("审核表每行的预算执行率与执行数 ÷ 预算数"),
        check_rates,
        Example(
            passes=Given(_("10934 ÷ 14158 = 77%，审核表 77%"), _with_row(**_FIGURES, execution_rate="77%")),
            fails=Given(_("10934 ÷ 14158 = 77%，审核表 87%"), _with_row(**_FIGURES, execution_rate="87%")),
        ),
    ),
    SheetRule(
        "V21",
        Severity.ERROR,
        _("审核表与所列的表不符"),
        "财预〔2019〕136号",
        _("审核表每行的预算数、到位数、执行数和两个比率与同一份资料里该单位的表"),
        check_same,
        Example(
            passes=Given(_("审核表执行数 10934，该单位的表也是 10934"), _beside_its_form("10934")),
            fails=Given(_("审核表执行数 10934，该单位的表是 10394"), _beside_its_form("10394")),
        ),
    ),
    SheetRule(
        "V22",
        Severity.WARNING,
        _("执行数与时间进度相差太大"),
        "财预〔2019〕136号",
        _("审核表里没有附表的行，执行率与时间进度，50%–200% 之外要说明"),
        check_pace,
        Example(
            passes=Given(_("9 月，10934 ÷ 14158 = 77.23%，是时间进度的 102.97%"), _with_row(**_FIGURES)),
            fails=Given(
                _("9 月，1280 ÷ 3488 = 36.70%，是时间进度的 48.93%"),
                _with_row(adjusted_budget="3488", executed="1280"),
            ),
        ),
    ),
    SheetRule(
        "V26",
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
        "V27",
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
