"""How much room a text takes."""

import pytest

from assessments.rendering.grid.text_widths import line_count, width_in_ems


def test_a_chinese_character_is_one_em_and_a_digit_about_half() -> None:
    assert width_in_ems("绩效") == 2
    assert width_in_ems("1234") == pytest.approx(2.2)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [("", 5, 1), ("绩效绩效绩", 5, 1), ("绩效绩效绩效", 5, 2), ("绩\n\n效", 5, 3), ("绩" * 9, 0, 9)],
)
def test_lines_are_counted_with_their_breaks(text: str, ems: float, lines: int) -> None:
    assert line_count(text, ems) == lines
