"""V09: a target is well formed and its direction fits its meaning."""

from typing import Any

import pytest

from assessments.domain.consistency import check
from assessments.domain.facts import Nature
from tests.filings import monitoring, row


def _v09(target: str, name: str = "指标", **squares: Any) -> list[tuple[str, str]]:
    findings = check(monitoring(row(target, "", name, **squares), imported=False))
    return [(str(item.short), item.expected) for item in findings if item.rule == "V09"]


@pytest.mark.parametrize(
    "target",
    [
        "≥95%",
        "95%至105%",
        "≤0",
        "2834人",
        "3.59亿元±5%",
        "每月25日前",
        "按时发放",
        "50、6.17",
        "",
        "上访率控制在0.1%以内",
    ],
)
def test_a_well_formed_target_passes(target: str) -> None:
    assert _v09(target) == []


@pytest.mark.parametrize("target", ["105%≤≥95%", "105%≤95%", "105%–95%"])
def test_a_malformed_band_says_which_band_it_means(target: str) -> None:
    assert _v09(target) == [("目标读不通", "95%–105%")]


@pytest.mark.parametrize("target", ["12..5%", "5%%", "1,23,4", "NaN", "≥95%以下", "每月45日前", "95%–105人"])
def test_an_unreadable_target_is_an_error(target: str) -> None:
    assert _v09(target) == [("目标读不通", "")]


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("保障机关事业单位基本养老保险退休待遇享受人数", "≤1572人", "≥1572人"),
        ("参保人员满意度", "≤95%", "≥95%"),
        ("养老保险待遇首次发放成功率", "＜95%", "≥95%"),
        ("离退休人员上访率", "≥0.1%", "≤0.1%"),
        ("违规使用社会保险基金的情况", "＞0", "≤0"),
        ("参保人数（城乡）", "≤100人", "≥100人"),
        ("住院报销比例", "≤70%", "≥70%"),
        ("政策范围内住院费用基金支付比例", "≤75%", "≥75%"),
        ("门诊保障水平", "不超过60%", "≥60%"),
        ("个人自付比例", "≥30%", "≤30%"),
        ("目录外费用占比", "≥10%", "≤10%"),
        ("断保率", "≥2%", "≤2%"),
    ],
)
def test_a_direction_against_the_meaning_is_an_error(name: str, target: str, expected: str) -> None:
    assert _v09(target, name) == [("方向不对", expected)]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("各项社会保险待遇发放准确率", "≥99%"),
        ("社会面平稳有序，上访率", "≤1%"),
        ("违规使用社会保险基金的情况", "≤0"),
        ("医疗保险待遇支出", "≤25.60亿元"),
        ("其他支出占基金支出比重", "≤5%"),
        ("投诉办结率", "≥95%"),
        ("违规资金追回率", "≥95%"),
        ("基金静态可支付月数", "≥6个月"),
        ("支出预算执行率", "≤105%"),
        ("不合格率", "≤1%"),
        ("参保人员不满意率", "≤5%"),
        ("重复领取待遇人数", "≤0人"),
        ("死亡冒领待遇人数", "≤0人"),
        ("欠缴费人数", "≤10人"),
        ("领取失业保险金人数", "≤1200人"),
        ("享受工伤保险待遇人数", "≤80人"),
        ("打击欺诈骗保次数", "≥5次"),
        ("查处违规金额", "≥50万元"),
    ],
)
def test_a_direction_that_fits_passes(name: str, target: str) -> None:
    assert _v09(target, name) == []


def test_a_budget_rates_target_is_a_percentage() -> None:
    assert _v09("95", "支出预算执行率") == [("应填百分比", "")]


def test_a_numeric_nature_asks_for_a_number() -> None:
    assert _v09("按时发放", "时效", nature=Nature.STANDARD) == [("应填数值", "")]
