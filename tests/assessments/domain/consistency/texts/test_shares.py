"""V01 in running text: shares, ratios, months."""

import pytest

from assessments.domain.consistency.texts.shares import RULE
from tests.assessments.domain.consistency.texts.short_report import found


@pytest.mark.parametrize(
    "text",
    [
        "收入12628万元，保费收入6992万元，占基金收入的55.37%。",
        "收入12628万元，其中：保费收入6992万元，占比55.37%；财政补贴5382万元，占比42.62%。",
        "保费收入6992万元，占总收入12628万元的55.4%。",
        "支出11216万元，保费收入6992万元，占比55.37%。",
        "在职9995人，退休3152人，抚养比3.17:1。",
        "滚存结余8629万元，当年支出11216万元，静态可支付9.2个月。",
        "滚存结余8629万元，待遇支出11162万元，支出11216万元，可支付9.3个月。",
        "抚养比3.17:1。",
    ],
)
def test_what_follows_from_its_figures_passes(text: str) -> None:
    assert found(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入12628万元，保费收入6992万元，占基金收入的57.35%。", ("error", "57.35%", "55.37%")),
        ("待遇支出占基金支出的88.5%，支出11216万元，待遇支出11162万元。", ("error", "88.5%", "99.5%")),
        ("在职9995人，退休3152人，抚养比3.71:1。", ("error", "3.71:1", "3.17:1")),
        ("滚存结余8629万元，当年支出11216万元，可支付12.9个月。", ("error", "12.9个月", "9.2个月")),
    ],
)
def test_what_does_not_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(RULE, text) == [expected]


def test_two_shares_after_their_names() -> None:
    text = "保费收入5万元，财政补贴4万元，两项分别占基金收入10万元的50%和30%。"
    assert found(RULE, text) == [("error", "30%", "40%")]
