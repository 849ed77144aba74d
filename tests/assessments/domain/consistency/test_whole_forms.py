"""Whole forms: one that agrees raises no error, and whatever breaks it is found by the rule that is meant for it."""

import copy
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.consistency import Severity, check_dossier
from assessments.domain.rounding import printed_rate
from tests.dossiers import dossier

_FUNDS = {
    "GOV_PENSION": ("机关事业单位养老保险(改革)基金支出", "社会保险管理局", "离退休人员"),
    "RESIDENT_PENSION": ("城乡居民养老保险基金支出", "社会保险管理局", "领取待遇人员"),
    "EMPLOYEE_MEDICAL": ("职工基本医疗保险(含生育)基金支出", "医疗保障局", "参保职工"),
    "RESIDENT_MEDICAL": ("城乡居民基本医疗保险基金支出", "医疗保障局", "参保居民"),
    "UNEMPLOYMENT": ("失业保险基金支出", "社会保险中心", "领金人员"),
}
_COUNTIES = ("某地区甲乙县", "某州丙丁市", "某地区某某塔吉克自治县")


def _quotient(upper: int, lower: int, places: int = 0) -> str:
    return printed_rate(Decimal(upper) / Decimal(lower), places)


def _form(seed: int) -> dict[str, Any]:
    """A 监控情况表 of September that agrees with itself, in words and figures that depend on ``seed``."""
    random = Random(seed)
    fund, (project, office, people) = random.choice(list(_FUNDS.items()))
    region = random.choice(_COUNTIES)
    county = region.removeprefix("某地区").removeprefix("某州")
    budget = random.randint(5000, 90000)
    executed = int(budget * random.uniform(0.73, 0.78))
    target = random.randint(1000, 90000)
    actual = int(target * random.uniform(1.01, 1.2))
    rows = [
        ("数量指标", "参保缴费人数", f"{target}人", f"{actual}人", _quotient(actual, target)),
        ("数量指标", "支出预算执行率", "95%–105%", _quotient(executed, budget, 2), "100%"),
        ("质量指标", "待遇发放准确率", "≥95%", "98.6%", "100%"),
        ("质量指标", "待遇发放时效", "每月25日前", "每月20日前", "100%"),
        ("满意度指标", f"{people}满意度", "≥90%", "93%", "100%"),
    ]
    rates = [Decimal(row[-1].removesuffix("%")) for row in rows]
    return {
        "form": "monitoring_report",
        "edition": "monitoring-2020",
        "title": f"{county}社保基金支出绩效监控情况表",
        "region": region,
        "fund": fund,
        "reporting_unit": f"{random.choice((region, county))}{office}",
        "project_name": f"{county}{project}",
        "project_period": "2021.01.01-2021.12.31",
        "monitoring_point": random.choice(("2021年9月", "2021年1-9月", "2021.09")),
        "adjusted_budget": {"total": str(budget), "fiscal": str(budget - 1000), "other": "1000"},
        "received": {"total": str(int(budget * 0.8)), "fiscal": "", "other": ""},
        "executed": {"total": str(executed), "fiscal": "", "other": ""},
        "execution_rate": _quotient(executed, budget),
        "goal_expected": "确保待遇按时足额发放。",
        "goal_progress": f"1-9月{county}{office}严格执行政策，按时足额发放待遇。",
        "overall_completion_rate": printed_rate(sum(rates, Decimal(0)) / len(rates) / 100, 0),
        "indicators": [
            {
                "level1": "满意度指标" if level2 == "满意度指标" else "产出指标",
                "level2": level2,
                "level3": name,
                "target": target,
                "actual": actual,
                "completion_rate": rate,
            }
            for level2, name, target, actual, rate in rows
        ],
        "deviation_and_measures": "",
    }


def _found(form: dict[str, Any], *milder: Severity) -> set[str]:
    severities = {Severity.ERROR, *milder}
    findings = check_dossier(dossier({"filings": [form]})).findings
    return {finding.rule for finding in findings if finding.severity in severities}


@given(st.integers(min_value=0, max_value=100_000))
def test_a_form_that_agrees_raises_no_error_and_no_warning(seed: int) -> None:
    assert _found(_form(seed), Severity.WARNING) == set()


def _row(number: int, **squares: str) -> Callable[[dict[str, Any]], None]:
    return lambda form: form["indicators"][number].update(squares)


def _square(**squares: Any) -> Callable[[dict[str, Any]], None]:
    return lambda form: form.update(squares)


def _half(form: dict[str, Any]) -> None:
    row = form["indicators"][0]
    target = int(row["target"].removesuffix("人"))
    row["actual"], row["completion_rate"] = f"{target // 2}人", _quotient(target // 2, target)


def _half_with(**squares: str) -> Callable[[dict[str, Any]], None]:
    def change(form: dict[str, Any]) -> None:
        _half(form)
        form.update(squares)

    return change


def _same(form: dict[str, Any]) -> None:
    form["indicators"][0] |= {"actual": form["indicators"][0]["target"], "completion_rate": "100%"}


def _back_calculated(form: dict[str, Any]) -> None:
    target = int(form["indicators"][0]["target"].removesuffix("人"))
    form["indicators"][0] |= {"actual": f"{(target * 9 + 6) // 12}人", "completion_rate": ""}


def _other_fund(form: dict[str, Any]) -> None:
    form["project_name"] = _FUNDS["UNEMPLOYMENT" if form["fund"] != "UNEMPLOYMENT" else "GOV_PENSION"][0]


def _other_branch(form: dict[str, Any]) -> None:
    form["indicators"][2]["level3"] = "失业金发放准确率" if form["fund"] != "UNEMPLOYMENT" else "住院报销准确率"


def _other_department(form: dict[str, Any]) -> None:
    medical = "医疗" in form["reporting_unit"]
    form["reporting_unit"] = form["region"] + ("社会保险管理局" if medical else "医疗保障局")


def _more_than_received(form: dict[str, Any]) -> None:
    form["received"]["total"] = str(int(form["executed"]["total"]) - 500)


def _without_county(form: dict[str, Any]) -> None:
    form["reporting_unit"] = form["reporting_unit"].replace(form["region"][3:], "").replace(form["region"][2:], "")
    form["reporting_unit"] = f"某地区{form['reporting_unit'].removeprefix('某地区').removeprefix('某州')}"


def _slow(form: dict[str, Any]) -> None:
    form["executed"] = {"total": str(int(form["adjusted_budget"]["total"]) // 4)}


_BREAKS: dict[str, tuple[str, Callable[[dict[str, Any]], None]]] = {
    "执行率": ("V01", _square(execution_rate="91%")),
    "完成率": ("V01", _row(0, completion_rate="91%")),
    "执行率指标": ("V03", _row(1, actual="91.35%")),
    "执行率指标填金额": ("V03", _row(1, actual="10934")),
    "其中": ("V04", lambda form: form["adjusted_budget"].update(other="1300")),
    "完成值写成目标": ("V07", _row(2, actual="≥95%")),
    "完成值单位": ("V07", _row(0, actual="13147万元")),
    "未完成": ("V08", _half),
    "未完成比率": ("V08", _row(2, actual="91%")),
    "目标写法": ("V09", _row(1, target="105%≤≥95%")),
    "目标方向": ("V09", _row(4, target="≤90%")),
    "未完成却写达到": ("V10", _half_with(goal_progress="完成了预期目标。")),
    "与目标相同": ("V11", _same),
    "推算": ("V12", _back_calculated),
    "时间进度": ("V13", _row(2, completion_rate="75%")),
    "总体完成率": ("V14", _square(overall_completion_rate="81%")),
    "执行大于到位": ("V15", _more_than_received),
    "到位等于执行": ("V15", lambda form: form.update(received=form["executed"])),
    "单位缺县": ("V16", _without_county),
    "别的险种": ("V16", _other_fund),
    "别的部门": ("V16", _other_department),
    "别的县": ("V16", _square(title="戊己县社保基金支出绩效监控情况表")),
    "重复": ("V16", lambda form: form.update(project_name=form["project_name"] * 2)),
    "别的险种的指标": ("V17", _other_branch),
    "类别": ("V17", _row(4, level2="数量指标")),
    "进度太慢": ("V22", _slow),
    "表头空白": ("V26", _square(project_period="")),
    "偏差": ("V28", _half_with(deviation_and_measures="发放时效略有延迟。")),
}


@pytest.mark.parametrize(("rule", "change"), list(_BREAKS.values()), ids=list(_BREAKS))
def test_what_breaks_a_form_is_found_by_its_rule(rule: str, change: Callable[[dict[str, Any]], None]) -> None:
    for seed in range(25):
        form = _form(seed)
        broken = copy.deepcopy(form)
        change(broken)
        assert rule in _found(broken, Severity.WARNING), (seed, broken)
