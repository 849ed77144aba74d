"""V10 on squares: who claims to have reached the goals has to have reached them."""

import pytest

from assessments.domain.consistency.forms.claimed_success import claims_success
from tests.dossiers import Said, findings, money, said, self_assessment_file

_ROW = {"level3": "支出预算执行率", "target": "≥95%", "actual": ""}


def _found(text: str, executed: str = "5000") -> list[Said]:
    filled = money(budget="5490", executed=executed)
    return said(self_assessment_file(_ROW, goal_actual=text, **filled), "V10")


@pytest.mark.parametrize(
    "text",
    [
        "达到了预期目标",
        "达到预期目标",
        "完成年度绩效目标",
        "圆满完成各项目标任务",
        "实现了预期的绩效目标",
        "全面完成全年目标",
        "各项绩效目标均已完成",
        "各项指标全部达标",
    ],
)
def test_a_claim_of_success_is_seen(text: str) -> None:
    assert claims_success(f"按时足额发放，{text}。") is not None
    assert [item[:3] for item in _found(f"按时足额发放，{text}。")] == [
        ("warning", "filings[0].goal_actual", claims_success(text)[0])  # type: ignore[index]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "未达到预期目标",
        "没有完成年度绩效目标",
        "基本达到预期目标",
        "确保完成年度绩效目标",
        "力争实现预期目标",
        "按时足额发放养老金",
        "其余各项指标均已完成",
        "大部分指标均已达标",
        "指标均完成95%",
        "目标完成情况如下",
        "",
    ],
)
def test_a_denial_a_hope_and_a_hedge_are_no_claim(text: str) -> None:
    assert _found(text) == []


def test_within_the_band_the_claim_is_right() -> None:
    assert _found("达到了预期目标", executed="5317") == []


def test_the_words_are_marked_in_the_text() -> None:
    text = "按时发放，达到了预期目标，确保稳定。"
    file = self_assessment_file(_ROW, goal_actual=text, **money(budget="5490", executed="5000"))
    (finding,) = findings(file, "V10")
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "达到了预期目标"
    assert str(finding.message) == "文中写“达到了预期目标”，“支出预算执行率”目标 ≥95%，实际 91.07%"


def test_a_missed_count_is_outside_its_band_too() -> None:
    row = {"level3": "参保缴费人数", "target": "13147人", "actual": "9000人"}
    file = self_assessment_file(row, goal_actual="全面完成年度目标")
    assert [item[3] for item in said(file, "V10")] == ["9000人"]
