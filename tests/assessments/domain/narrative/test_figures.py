"""The figures of a running text."""

from decimal import Decimal

import pytest

from assessments.domain.narrative.figures import Sure, figure_at
from assessments.domain.narrative.normalised import plain


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("12628万元", "12628万元"),
        ("1,262.80万元", "1262.80万元"),
        ("２．３６亿元", "2.36亿元"),
        ("2.53万人", "2.53万人"),
        ("25310名", "25310人"),
        ("-5.2%", "-5.2%"),
        ("（300）万元", "-300万元"),
        ("3.2个百分点", "3.2个百分点"),
        ("25.5个月", "25.5个月"),
        ("13000", "13000"),
    ],
)
def test_a_number_with_its_unit_is_a_value(text: str, printed: str) -> None:
    figure = figure_at(plain(text).text, 0)
    assert figure is not None
    assert figure.sure is Sure.VALUE
    assert figure.quantity is not None
    assert figure.quantity.printed() == printed


@pytest.mark.parametrize("text", ["≥95%", "95%至105%", "95%以上", "不低于1660人", "105%≤≥95%", "≤0", "0.1%以内"])
def test_limits_and_bands_are_read_as_targets(text: str) -> None:
    figure = figure_at(text, 0)
    assert figure is not None
    assert figure.sure is Sure.LIMIT
    assert figure.end == len(text)


@pytest.mark.parametrize(
    "text", ["约300人", "近2万人", "300多人", "2000余万元", "300人左右", "1,23,4", "12..5%", "5%%"]
)
def test_what_says_nothing_sure_is_vague(text: str) -> None:
    figure = figure_at(text, 0)
    assert figure is not None
    assert figure.sure is Sure.VAGUE
    assert figure.end == len(text)


def test_a_ratio_has_two_sides() -> None:
    figure = figure_at("3.17:1", 0)
    assert figure is not None
    assert figure.ratio == (Decimal("3.17"), Decimal(1))


@pytest.mark.parametrize("text", ["收入", "超过预算", "不断", "（一）"])
def test_words_are_no_figures(text: str) -> None:
    assert figure_at(text, 0) is None
