"""Differences in percentage points and multiples: two figures of one sentence, and what it says of them."""

import pytest

from tests.assessments.domain.narrative.texts import claims


def _points(text: str) -> list[tuple[str, int, str, str]]:
    return [(each.stated.printed(), each.sign, each.now.printed(), each.base.printed()) for each in claims(text).points]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("参保率96%，比上年95%提高1个百分点。", [("1个百分点", 1, "96%", "95%")]),
        ("参保率96%，较上年的97%下降1个百分点。", [("1个百分点", -1, "96%", "97%")]),
        ("参保率由95%提高到96%，提高1个百分点。", [("1个百分点", 1, "96%", "95%")]),
        ("参保率96%，提高1个百分点。", []),
        ("参保率96%，满意度98%，比上年提高1个百分点。", []),
        ("参保率96%，比上年95%高；提高1个百分点。", []),
        ("支出增长5%，增速比上年的4%提高1个百分点。", []),
    ],
)
def test_points_need_two_percentages_that_are_measured_by_each_other(
    text: str, found: list[tuple[str, int, str, str]]
) -> None:
    assert _points(text) == found


def _shares(text: str) -> list[tuple[str, str, int | None, str, int | None]]:
    return [
        (each.stated.printed(), each.part.item, each.part.year, each.whole.item, each.whole.year)
        for each in claims(text).shares
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收入6万元，是上年5万元的1.2倍。", [("1.2倍", "income", 2022, "income", 2021)]),
        ("收入6万元，是上年的1.2倍。", [("1.2倍", "income", 2022, "income", 2021)]),
        ("累计结余6万元，相当于当年支出5万元的1.2倍。", [("1.2倍", "cumulative_balance", 2022, "spending", 2022)]),
        ("收入6万元，增长1.2倍。", []),
        ("基金收入的60%来自保险费，即3万元。", [("60%", "premiums", 2022, "income", 2022)]),
        ("基金收入的60%已拨付。", []),
    ],
)
def test_multiples_and_shares_name_their_whole(
    text: str, found: list[tuple[str, str, int | None, str, int | None]]
) -> None:
    assert _shares(text) == found
