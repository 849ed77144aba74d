"""What a figure measures, from the words before it."""

import pytest

from assessments.domain.narrative.items import item_of, side_of


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("基金收入", "income"),
        ("社会保险基金收入累计总额", "income"),
        ("全年实现基金收入", "income"),
        ("支出合计", "spending"),
        ("基本养老保险费收入", "premiums"),
        ("征缴收入", "premiums"),
        ("个人缴费收入", "premiums"),
        ("各级财政补贴", "subsidy"),
        ("存款利息", "interest"),
        ("基本养老金待遇支出", "benefits"),
        ("转移支出", "transfers_out"),
        ("其它支出", "other_spending"),
        ("大病保险支出", "serious_illness"),
        ("滚存结余", "cumulative_balance"),
        ("累计结余", "cumulative_balance"),
        ("收支结余", "current_balance"),
        ("参保总人数", "participants"),
        ("实际缴费人数", "contributors"),
        ("领取待遇人数", "recipients"),
        ("保障退休待遇享受人数", "recipients"),
        ("离退休人员", "retirees"),
        ("在职职工", "active"),
        ("满意率", "satisfaction"),
    ],
)
def test_known_measures_have_one_key(words: str, key: str) -> None:
    item = item_of(words)
    assert item is not None
    assert (item.key, item.known) == (key, True)


@pytest.mark.parametrize("words", ["丧葬抚恤补助支出", "基础养老金", "财政专户结余", "新增参保", "应参保人数"])
def test_other_names_stand_for_themselves(words: str) -> None:
    item = item_of(words)
    assert item is not None
    assert (item.key, item.known) == (words, False)


@pytest.mark.parametrize("words", ["", "其中", "共计", "实现"])
def test_words_without_a_measure_name_none(words: str) -> None:
    assert item_of(words) is None


def test_a_bare_balance_is_told_by_the_words_around_it() -> None:
    assert item_of("结余").key == "balance"  # type: ignore[union-attr]
    assert item_of("结余", at_end=True).key == "cumulative_balance"  # type: ignore[union-attr]
    assert item_of("结余", of_year=True).key == "current_balance"  # type: ignore[union-attr]


def test_a_shortfall_is_a_negative_balance() -> None:
    item = item_of("当期收支缺口")
    assert item is not None
    assert (item.key, item.negative) == ("current_balance", True)


def test_sides_are_told_by_key_or_by_name() -> None:
    assert [side_of(key) for key in ("premiums", "丧葬补助支出", "上级补助收入", "participants")] == [
        "in",
        "out",
        "in",
        "",
    ]
