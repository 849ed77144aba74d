"""V27 on imported scored forms: points within their weight, and a total that is their sum as far as it is printed."""

import pytest

from assessments.domain.consistency import check
from assessments.domain.exchange import read_file_object

_ROWS = (("产出指标", "50", "49.34"), ("效益指标", "30", "29.5"), ("满意度指标", "10", "9.41"))


def said(total: str, **squares: str) -> list[tuple[str, str]]:
    """Where V27 speaks of a paper with 98.25 points, and what it expects there."""
    rows = [
        {"level1": level, "level3": "人数", "target": "100人", "actual": "99人", "weight": weight, "score": score}
        for level, weight, score in _ROWS
    ]
    paper: dict[str, object] = {"form": "self_assessment", "edition": "self-assessment-scored"}
    paper |= {"weight": {"execution": "10"}, "execution_score": "10", "total_score": total, "indicators": rows}
    (facts,) = read_file_object({"filings": [paper | squares]}).filings
    return [(item.where, item.expected) for item in check(facts) if item.rule == "V27"]


@pytest.mark.parametrize("total", ["98.25", "98.3", "98分", "98.250"])
def test_a_total_is_the_sum_as_far_as_it_is_printed(total: str) -> None:
    assert said(total) == []


@pytest.mark.parametrize("total", ["98.2", "99", "98.26"])
def test_any_other_total_is_an_error(total: str) -> None:
    assert said(total) == [("total_score", "98.25")]


def test_points_above_their_weight_are_an_error() -> None:
    assert said("99.25", execution_score="11") == [("execution_score", "0–10")]
