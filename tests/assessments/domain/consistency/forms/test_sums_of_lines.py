"""V04: 其中 + 其他 = total, where any part is filled."""

import pytest

from assessments.domain.consistency import check
from tests.filings import self_assessment


def _found(total: str, fund: str = "", other: str = "") -> list[tuple[str, str, str]]:
    money = {"budget.total": total, "budget.social_insurance_fund": fund, "budget.other": other}
    findings = check(self_assessment(money=money))
    return [(item.severity.value, item.where, item.expected) for item in findings if item.rule == "V04"]


@pytest.mark.parametrize(
    ("total", "fund", "other"),
    [
        ("23160", "23160", ""),
        ("23160", "23000", "160"),
        ("23,160", "２３０００", "160"),
        ("23160", "", ""),
        ("", "5", "5"),
        ("10.0", "9.96", "0"),
        ("abc", "5", "5"),
        ("10", "abc", "5"),
    ],
)
def test_parts_that_add_up_and_parts_not_filled_pass(total: str, fund: str, other: str) -> None:
    assert _found(total, fund, other) == []


@pytest.mark.parametrize(
    ("total", "fund", "other", "expected"),
    [("200", "100", "", "100"), ("200", "", "150", "150"), ("200", "150", "100", "250"), ("0", "150", "0", "150")],
)
def test_parts_that_do_not_add_up_are_an_error_at_the_total(total: str, fund: str, other: str, expected: str) -> None:
    assert _found(total, fund, other) == [("error", "budget.total", expected)]


def test_only_a_zero_beside_a_blank_part_says_nothing() -> None:
    assert _found("23160", "", "0") == []
    assert _found("23160", "0", "0") == [("error", "budget.total", "0")]


def test_a_difference_within_the_rounding_of_the_parts_is_a_notice() -> None:
    assert _found("100", "33", "66") == [("notice", "budget.total", "99")]


def test_the_sentence_names_the_block() -> None:
    money = {"executed.total": "200", "executed.other": "100"}
    (finding,) = check(self_assessment(money=money))
    assert str(finding.message) == "“执行数”各项之和为 100，总数填的是 200"


def test_a_list_with_other_lines_than_the_editions_is_not_judged() -> None:
    money = {"executed.total": "100", "executed.fiscal": "80", "executed.carried_over": "10", "executed.other": "10"}
    assert check(self_assessment(money=money)) == ()
    assert _found("100", "90") == [("error", "budget.total", "90")]
