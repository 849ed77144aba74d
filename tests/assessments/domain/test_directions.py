"""Which way an indicator is better, by its name."""

import pytest

from assessments.domain.directions import less_is_better, more_is_better, should_grow, should_shrink


@pytest.mark.parametrize(
    "name",
    [
        "离退休人员上访率",
        "投诉件数（件）",
        "差错率",
        "违规使用社会保险基金的情况",
        "群体性上访事件发生数",
        "重复领取待遇发生率",
        "次均住院费用",
        "退休审批办结时限",
        "零星报销办理时间",
        "经办成本",
        "住院费用增长率",
    ],
)
def test_of_faults_less_is_better(name: str) -> None:
    assert (less_is_better(name), more_is_better(name)) == (True, False)


@pytest.mark.parametrize(
    "name", ["参保人员满意度", "保障退休待遇人数", "待遇发放及时率", "城乡居民参保人数", "基金使用合规率"]
)
def test_of_what_is_provided_more_is_better(name: str) -> None:
    assert (less_is_better(name), more_is_better(name)) == (False, True)


@pytest.mark.parametrize(
    "name",
    [
        "基金支出",
        "打击欺诈骗保次数",
        "投诉处理次数",
        "零上访率",
        "无违规率",
        "按规定使用社会保险基金的情况",
        "不合格率",
        "重复参保人数",
        "清理重复参保发生率",
        "收入增长率",
        "养老金发放时间",
        "培训时长",
        "成本节约率",
        "领取失业保险金人数",
        "",
    ],
)
def test_where_the_name_does_not_say_neither_is_claimed(name: str) -> None:
    assert (less_is_better(name), more_is_better(name)) == (False, False)


@pytest.mark.parametrize(
    ("name", "grows", "shrinks"),
    [
        ("住院报销比例", True, False),
        ("大病保险支付比例", True, False),
        ("异地就医直接结算率", True, False),
        ("参保人员满意度", True, False),
        ("个人自付比例", False, True),
        ("药占比", False, True),
        ("药品占比", False, True),
        ("降低个人负担比例", False, False),
        ("重复报销比例", False, False),
        ("基金支出", False, False),
    ],
)
def test_what_a_name_means_says_which_way_is_better(name: str, grows: bool, shrinks: bool) -> None:
    assert (should_grow(name), should_shrink(name)) == (grows, shrinks)
