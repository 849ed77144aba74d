"""Lists of parts."""

import pytest

from tests.assessments.domain.narrative.texts import claims


def _lists(*paragraphs: str) -> list[tuple[str, list[str], bool]]:
    found = claims(*paragraphs).parts
    return [
        (each.whole.quantity.printed(), [part.quantity.printed() for part in each.parts], each.complete)
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收入9万元，其中：保费收入5万元，利息收入1万元。", [("9万元", ["5万元", "1万元"], False)]),
        ("收入9万元，其中：保费收入5万元，其他收入4万元。", [("9万元", ["5万元", "4万元"], True)]),
        ("收入9万元。其中：保费收入5万元。", [("9万元", ["5万元"], False)]),
        ("待遇支出5万元，其他支出4万元，本年支出总额9万元。", [("9万元", ["5万元", "4万元"], True)]),
        ("机关养老保险支出5万元，失业保险支出4万元，两项合计9万元。", [("9万元", ["5万元", "4万元"], True)]),
        ("参保9人，其中在职5人，退休4人。", [("9人", ["5人", "4人"], True)]),
        ("支出9万元（待遇支出5万元，转移支出4万元）。", [("9万元", ["5万元", "4万元"], False)]),
        (
            "全县医疗保险基金收入9万元，其中职工医保5万元，居民医保4万元。",
            [("9万元", ["5万元", "4万元"], True)],
        ),
        ("收入9万元，其中失业保险5万元，其他险种无收入。", [("9万元", ["5万元"], False)]),
        ("收入9万元，其中失业保险5万元、工伤保险4万元，其他险种无收入。", [("9万元", ["5万元", "4万元"], True)]),
        (
            "收入9万元，其中保费收入5万元、利息收入4万元，两项合计9万元。",
            [("9万元", ["5万元", "4万元"], True), ("9万元", ["5万元", "4万元"], False)],
        ),
        (
            "本年收入5万元，上年结转3万元，上级补助1万元，收入总计9万元。",
            [("9万元", ["5万元", "3万元", "1万元"], True)],
        ),
        ("本年收入5万元，支出4万元，收入总计9万元。", []),
        ("待遇支出9万元：基础养老金5万元，其他待遇4万元。", [("9万元", ["5万元", "4万元"], True)]),
        ("失业保险支出5万元、工伤保险支出4万元，共计支出9万元。", [("9万元", ["5万元", "4万元"], True)]),
        ("征缴率90%，其中应缴10万元，实缴9万元。", []),
        ("收入9万元，支出8万元，当年结余1万元。其中保费收入5万元。", []),
        ("参保9人，其中参保职工5人，退休人员4人。", [("9人", ["5人", "4人"], True)]),
        (
            "收入9万元，其中保费收入5万元，增长2%；支出8万元，其中待遇支出7万元。",
            [("9万元", ["5万元"], False), ("8万元", ["7万元"], False)],
        ),
    ],
)
def test_what_belongs_together(text: str, found: list[tuple[str, list[str], bool]]) -> None:
    assert _lists(text) == found


def test_changes_of_parts_are_no_parts() -> None:
    assert _lists("收入9万元，其中保费收入5万元，增加1万元，利息收入2万元。") == [("9万元", ["5万元", "2万元"], False)]


def test_a_change_is_split_into_changes() -> None:
    assert _lists("收入9万元，较上年增加3万元，其中保费收入增加2万元，利息收入增加1万元。") == [
        ("3万元", ["2万元", "1万元"], False)
    ]


def test_a_vague_part_makes_a_list_incomplete() -> None:
    assert _lists("收入9万元，其中保费收入约5万元，财政补贴2万元，其他收入1万元。") == [
        ("9万元", ["2万元", "1万元"], False)
    ]


def test_a_budget_has_no_outcomes_as_parts() -> None:
    assert _lists("支出预算9万元，执行8万元，其中待遇支出7万元。") == [("8万元", ["7万元"], False)]
