"""V25 and V26: one budget figure per fund and year; heads filled in."""

import pytest

from assessments.domain.consistency import check
from tests.dossiers import said, table
from tests.filings import monitoring, self_assessment

_HEAD = {"form": "self_assessment", "fund": "GOV_PENSION", "year": "2022", "region_code": "653130"}


def _two(other: dict[str, object]) -> list[tuple[str, str]]:
    file = {"filings": [_HEAD | {"budget": {"total": "23160"}}, _HEAD | other]}
    return [(where, expected) for _severity, where, _found, expected in said(file, "V25")]


@pytest.mark.parametrize(
    "other",
    [
        {"budget": {"total": "23160"}},
        {"budget": {"total": "2.316"}, "amount_unit": "亿元"},
        {"budget": {"total": "23600"}, "fund": "RESIDENT_PENSION"},
        {"budget": {"total": "23600"}, "year": "2021"},
        {"budget": {"total": "23600"}, "region_code": "653131"},
        {"adjusted_budget": {"total": "23600"}, "form": "monitoring_report", "monitoring_point": "2022年9月"},
        {"budget": {"total": ""}},
    ],
)
def test_the_same_figure_another_paper_and_a_label_pass(other: dict[str, object]) -> None:
    assert _two(other) == []


def test_two_budget_figures_without_a_label_are_an_error() -> None:
    assert _two({"budget": {"total": "23600"}}) == [("filings[1].budget.total", "23160")]
    assert _two({"initial_budget": {"total": "23600"}}) == [("filings[1].initial_budget.total", "23160")]


def test_a_paper_with_both_budgets_is_held_to_that_of_the_year_s_beginning() -> None:
    scored: dict[str, object] = {"edition": "self-assessment-scored", "budget": {"total": "23600"}}
    assert _two(scored | {"initial_budget": {"total": "23160"}}) == []
    assert _two(scored | {"initial_budget": {"total": "23500"}}) == [("filings[1].initial_budget.total", "23160")]
    assert _two(scored) == [("filings[1].budget.total", "23160")]


def test_the_budget_tables_are_a_paper_too() -> None:
    tables = [table(["机关事业单位基本养老保险基金支出", "23600"], columns=["项目", "2022年预算数"])]
    file = {"region_code": "653130", "tables": tables, "filings": [_HEAD | {"budget": {"total": "23160"}}]}
    assert [item[1:] for item in said(file, "V25")] == [("filings[0].budget.total", "23160", "23600")]
    assert said(file | {"region_code": "653100"}, "V25") == []


def test_an_adjusted_budget_may_change_from_month_to_month() -> None:
    def papers(*monitored: tuple[int, str]) -> list[str]:
        head = _HEAD | {"form": "monitoring_report"}
        filings = [
            head | {"monitoring_point": f"2022年{month}月", "adjusted_budget": {"total": budget}}
            for month, budget in monitored
        ]
        return [item[3] for item in said({"filings": filings}, "V25")]

    assert papers((6, "23160"), (9, "23600")) == []
    assert papers((9, "23160"), (9, "23600")) == ["23160"]


def test_a_head_that_is_printed_blank_is_an_error() -> None:
    filed = self_assessment(texts={"title": "自评表", "reporting_unit": "", "project_name": " "})
    assert [finding.where for finding in check(filed) if finding.rule == "V26"] == ["project_name", "reporting_unit"]


def test_a_head_that_the_paper_does_not_have_or_that_is_still_being_filled_is_not_missed() -> None:
    assert [finding for finding in check(monitoring(texts={})) if finding.rule == "V26"] == []
    typed = monitoring(texts={"reporting_unit": ""}, imported=False)
    assert [finding for finding in check(typed) if finding.rule == "V26"] == []


def test_forms_of_several_counties_in_one_file_are_not_held_against_each_other() -> None:
    def form(county: str, fund: str, budget: str) -> dict[str, object]:
        unit = f"某地区{county}社会保险管理局"
        text = "参保人数比预计多，已精准统计。"
        head: dict[str, object] = {"form": "self_assessment", "year": "2022", "fund": fund, "budget": {"total": budget}}
        return head | {"region": f"某地区{county}", "reporting_unit": unit, "deviation_and_measures": text}

    file = {
        "region": "某地区",
        "filings": [form("甲乙县", "GOV_PENSION", "23160"), form("丙丁县", "GOV_PENSION", "9000")],
    }
    assert [said(file, rule) for rule in ("V16", "V25", "V28")] == [[], [], []]
