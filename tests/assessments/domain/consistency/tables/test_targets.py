"""V23 and V24: target tables beside the budget."""

from typing import Any

import pytest

from tests.dossiers import Said, said, table

_BUDGET = {
    "职工基本医疗保险基金收入": "291228",
    "其中：保险费收入": "284477",
    "职工基本医疗保险基金支出": "260027",
    "其中：待遇支出": "256083",
    "职工基本医疗保险基金年末累计结余": "576352",
}


def _file(*, indicators: tuple[tuple[str, str], ...] = (), **squares: Any) -> dict[str, Any]:
    rows = [{"level3": name, "target": target} for name, target in indicators]
    target = {"fund": "EMPLOYEE_MEDICAL", "year": "2023", "indicators": rows} | squares
    budget = table(*([label, figure] for label, figure in _BUDGET.items()), columns=["项目", "2023年预算数"])
    return {"tables": [budget], "targets": [target]}


def _square(**squares: Any) -> list[Said]:
    return said(_file(**squares), "V23")


@pytest.mark.parametrize(
    "squares",
    [
        {"income_budget": "29.12"},
        {"expenditure_budget": "26"},
        {"expenditure_budget": "26.00"},
        {"expenditure_budget": "26.0027"},
        {"expenditure_budget": ""},
        {"expenditure_budget": "约26"},
        {"income_budget": "291228", "amount_unit": "万元"},
        {"income_budget": "99.99", "year": "2024"},
        {"income_budget": "99.99", "fund": "UNEMPLOYMENT"},
    ],
)
def test_the_budget_rounded_half_up_and_what_has_no_budget_pass(squares: dict[str, Any]) -> None:
    assert _square(**squares) == []


def test_another_amount_is_a_warning() -> None:
    assert _square(income_budget="29.21") == [("warning", "targets[0].income_budget", "29.21", "29.12")]
    assert _square(income_budget="291300", amount_unit="万元") == [
        ("warning", "targets[0].income_budget", "291300", "291228")
    ]


def _row(target: str, name: str = "医疗保险费收入", rule: str = "V23") -> list[Said]:
    return said(_file(indicators=((name, target),)), rule)


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("28.45亿元", []),
        ("28.45亿元±5%", []),
        ("28.44亿元", ["notice"]),
        ("28.44亿元±5%", ["notice"]),
        ("≥28.44亿元", ["notice"]),
        ("≥28.45亿元", []),
        ("≥20亿元", []),
        ("27亿元±5%", ["warning"]),
        ("27亿元", ["warning"]),
        ("按时收取", []),
        ("≥95%", []),
    ],
)
def test_an_indicator_repeats_the_budget_or_limits_it(target: str, severity: list[str]) -> None:
    assert [item[0] for item in _row(target)] == severity


@pytest.mark.parametrize(
    ("name", "target", "value"),
    [
        ("医疗保险待遇支出", "≤25.60亿元", "25.6083亿元"),
        ("医疗保险费收入", "≥28.45亿元", "28.4477亿元"),
        ("医疗保险费收入", "30亿元±5%", "28.4477亿元"),
        ("社会保险费收入占基金收入比重", "≥98%", "97.68%"),
        ("医疗保险待遇支出占基金支出的比例", "≥99%", "98.48%"),
        ("其他支出占基金支出比重", "≤1.5%", "1.52%"),
        ("基金静态可支付月数", "≥30个月", "26.6个月"),
        ("基金静态可支付月数", "≥30", "26.6个月"),
        ("基金累计结余", "≥60亿元", "57.6352亿元"),
    ],
)
def test_a_budget_outside_its_own_target_is_a_warning(name: str, target: str, value: str) -> None:
    assert _row(target, name, "V24") == [("warning", "targets[0].indicators[0].target", target, value)]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("医疗保险待遇支出", "≤25.61亿元"),
        ("医疗保险费收入", "28.45亿元±5%"),
        ("医疗保险费收入", "28.44亿元"),
        ("社会保险费收入占基金收入比重", "≥97%"),
        ("其他支出占基金支出比重", "≤1.6%"),
        ("基金静态可支付月数", "≥26个月"),
        ("基金静态可支付月数", "26.6个月"),
        ("政策范围内住院费用报销比例", "70%-85%"),
        ("参保人员满意度", "≥90%"),
        ("利息收入", "≥5亿元"),
        ("医疗保险待遇支出", "≥97%"),
    ],
)
def test_a_budget_within_its_target_and_targets_without_a_budget_pass(name: str, target: str) -> None:
    assert _row(target, name, "V24") == []
