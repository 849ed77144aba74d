"""Points as reviewers type them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from reviews.forms.points import PointsField


@pytest.mark.parametrize(
    ("typed", "points"),
    [("", None), (" ", None), ("0", "0"), ("30", "30"), ("28.5", "28.5"), ("２８．５", "28.5"), (" 7 ", "7")],
)
def test_points_are_read(typed: str, points: str | None) -> None:
    assert PointsField(maximum=30).clean(typed) == (None if points is None else Decimal(points))


@pytest.mark.parametrize(
    "typed",
    [
        "31",
        "30.5",
        "-1",
        "1_0",
        "NaN",
        "1e1",
        "十",
        "12.55",
        "9" * 60,
        "x" * 10_000,
        "1,5",
        "٣",
        "\x00",
        "🙂",
        "\ud800",
    ],
)
def test_anything_else_is_refused_with_what_would_be_right(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        PointsField(maximum=30).clean(typed)
    assert "请填 0–30，最多一位小数" in refused.value.message
    assert len(refused.value.message) < 90
