"""What a text says over the end of a sentence, a clause or a line: whose, of which year, of what."""

import pytest

from tests.assessments.domain.narrative.texts import Value, claims, values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "与2021年决算数10万元相比，2022年失业保险基金收入9万元，减少1万元。",
            [
                ("UNEMPLOYMENT", "income", 2021, "actual", "10万元"),
                ("UNEMPLOYMENT", "income", 2022, "actual", "9万元"),
            ],
        ),
        (
            "2022年失业保险支出9万元，2021年支出8万元，年初预算支出7万元。",
            [
                ("UNEMPLOYMENT", "spending", 2022, "actual", "9万元"),
                ("UNEMPLOYMENT", "spending", 2021, "actual", "8万元"),
                ("UNEMPLOYMENT", "spending", 2022, "initial_budget", "7万元"),
            ],
        ),
        (
            "失业保险预算收入9万元、支出8万元、当年结余1万元。",
            [
                ("UNEMPLOYMENT", "income", 2022, "budget", "9万元"),
                ("UNEMPLOYMENT", "spending", 2022, "budget", "8万元"),
                ("UNEMPLOYMENT", "current_balance", 2022, "budget", "1万元"),
            ],
        ),
        (
            "失业保险、工伤保险两项基金收入合计9万元，分别为5万元、4万元。",
            [
                ("UNEMPLOYMENT+WORK_INJURY", "income", 2022, "actual", "9万元"),
                ("UNEMPLOYMENT", "income", 2022, "actual", "5万元"),
                ("WORK_INJURY", "income", 2022, "actual", "4万元"),
            ],
        ),
        (
            "失业保险收入5万元，占年度计划4万元的125%。",
            [
                ("UNEMPLOYMENT", "income", 2022, "actual", "5万元"),
                ("UNEMPLOYMENT", "income", 2022, "target", "4万元"),
            ],
        ),
    ],
)
def test_whose_when_and_what(text: str, found: list[Value]) -> None:
    assert values(text) == found


def test_the_period_that_is_talked_about_goes_on() -> None:
    found = claims("1—9月，失业保险收入9万元，支出8万元。当期结余1万元。").values
    assert [claim.key.months for claim in found] == ["9", "9", "9"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年度目标：参保人数9人。实际完成：8人。完成率：89%。", [("9人", "8人")]),
        ("满意度指标值：≥95%；实际完成值：96%；得分：10分。", [("≥95%", "96%")]),
        ("年度目标：参保人数9人。失业保险缴费人数8人。", [("9人", None)]),
        ("年度目标：参保人数9人。工作扎实。实际完成8人。", [("9人", None)]),
    ],
)
def test_a_target_is_answered_in_the_next_sentence_or_not_at_all(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    goals = claims(text).goals
    assert [(goal.target.printed(), goal.actual.quantity.printed() if goal.actual else None) for goal in goals] == found


def test_lines_of_a_table_are_one_list() -> None:
    lines = ("本年收入：9万元", "其中：保险费收入：5万元", "其他收入：4万元", "本年支出：8万元")
    (found,) = claims(*lines).parts
    assert found.whole.quantity.printed() == "9万元"
    assert [part.quantity.printed() for part in found.parts] == ["5万元", "4万元"]
    assert found.complete


def test_a_title_gives_its_measure_to_figures_without_a_name() -> None:
    assert values("（一）失业保险支出情况", "全年预算9万元，执行8万元。") == [
        ("UNEMPLOYMENT", "spending", 2022, "budget", "9万元"),
        ("UNEMPLOYMENT", "spending", 2022, "actual", "8万元"),
    ]


def test_a_balance_of_years_before_stands_beside_that_of_the_years_end() -> None:
    assert [found[1:3] for found in values("失业保险年末结余9万元，其中当年结余1万元，历年结余8万元。")] == [
        ("cumulative_balance", 2022),
        ("current_balance", 2022),
        ("cumulative_balance", 2021),
    ]


def test_a_vague_comparison_measures_nothing() -> None:
    (found,) = values("失业保险较上年末有所变化，累计结余9万元。")
    assert found == ("UNEMPLOYMENT", "cumulative_balance", 2022, "actual", "9万元")
